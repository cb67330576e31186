import { CompassOutlined, FontSizeOutlined, LogoutOutlined, MenuOutlined, TranslationOutlined, UserOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Layout as AntLayout, Button, Spin, Tag } from "antd";
import { lazy, type MouseEvent, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, ProblemError } from "./api/client.ts";
import { chooseLanguage, language } from "./i18n.ts";
import type { HeadWidget, Me, Page } from "./page.ts";
import { chooseLarge, isLarge } from "./print.ts";
import { MeContext, useMeQuery } from "./session.ts";
import { TourRound, useTour } from "./tour/tour.tsx";
import { ChoiceMenu } from "./ui/choice-menu.tsx";
import { dateText } from "./ui/dates.ts";
import { contentId, focusContent } from "./ui/focus.ts";
import { forgetAll } from "./ui/kept-words.ts";
import { ProblemPage } from "./ui/problem-page.tsx";
import { useTelling } from "./ui/telling.tsx";
import { useWide } from "./ui/wide.ts";
import { forgetKnown } from "./without-line/known.ts";

const Entries = lazy(async () => ({ default: (await import("./menu.tsx")).Entries }));
const menuSheet = () => import("./menu-sheet.tsx");
const MenuSheet = lazy(async () => ({ default: (await menuSheet()).MenuSheet }));

/** The frame around every page: who I am, where I can go. */
export function Layout({ pages, widgets }: { pages: readonly Page[]; widgets: readonly HeadWidget[] }) {
  const me = useMeQuery();
  const location = useLocation();
  if (me.isPending) return <Spin className="coming" />;
  if (me.error instanceof ProblemError && me.error.problem.status === 401) {
    // The way there takes a moment, and the address is already the other one: sent there again it would never arrive.
    if (location.pathname === "/sign-in") return null;
    return <Navigate to="/sign-in" search={{ next: location.href }} replace />;
  }
  if (me.data?.mustChangePassword && location.pathname !== "/profile") return <Navigate to="/profile" replace />;
  if (!me.data) return <ProblemPage error={me.error} retry={() => me.refetch()} />;
  return (
    <MeContext value={me.data}>
      <TourRound>
        <Frame me={me.data} pages={pages} widgets={widgets} />
      </TourRound>
    </MeContext>
  );
}

function Frame({ me, pages, widgets }: { me: Me; pages: readonly Page[]; widgets: readonly HeadWidget[] }) {
  const wide = useWide();
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<"open" | "closed">();
  const path = useLocation({ select: (location) => location.pathname });
  const entries = pages.filter((page) => page.menu?.when(me)).sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
  const within = entries.map((page) => page.path).filter((one) => path === one || path.startsWith(`${one}/`));
  const here = within.toSorted((one, other) => other.length - one.length)[0] ?? "";
  const menu = { entries, here, chosen: () => setSheet("closed") };
  return (
    <AntLayout style={{ minHeight: "100vh" }}>
      <a className="skip-link" href={`#${contentId}`} onClick={skip}>
        {t("web.skip")}
      </a>
      <AntLayout.Header className="head">
        {wide ? null : (
          <Button
            type="text"
            aria-label={t("web.menu")}
            icon={<MenuOutlined />}
            onPointerEnter={() => void menuSheet()}
            onClick={() => setSheet("open")}
          />
        )}
        <Link to="/" className="name">
          {t("web.name")}
        </Link>
        {wide ? <span className="muted">{me.districtName}</span> : null}
        <span style={{ flex: 1 }} />
        {me.demo && wide ? <Tag color="gold">{t("web.demo", { date: dateText(me.today) })}</Tag> : null}
        {widgets.map((Widget, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the client starts
          <Widget key={index} />
        ))}
        <Account me={me} />
      </AntLayout.Header>
      <AntLayout>
        {wide ? (
          <AntLayout.Sider width={isLarge() ? 252 : 224} style={{ borderInlineEnd: "1px solid #e8e8ea" }}>
            <nav aria-label={t("web.menu")} className="side">
              <Suspense>
                <Entries {...menu} />
              </Suspense>
            </nav>
          </AntLayout.Sider>
        ) : null}
        {!wide && sheet ? (
          <Suspense>
            <MenuSheet {...menu} open={sheet === "open"} />
          </Suspense>
        ) : null}
        <AntLayout.Content id={contentId} tabIndex={-1}>
          <Outlet />
        </AntLayout.Content>
      </AntLayout>
    </AntLayout>
  );
}

/** Past head and menu; the address keeps what the list is narrowed by, and nothing else. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  focusContent();
}

function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  const wide = useWide();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = useTelling();
  const leave = async () => {
    // Without a line nobody is signed out: saying so is better than looking as if.
    if (!(await api.DELETE("/api/sessions/current").catch(() => undefined))) return message.error(t("web.offline"));
    forgetAll();
    forgetKnown();
    queries.clear();
    await navigate({ to: "/sign-in" });
  };
  const { start } = useTour();
  const other = language() === "en" ? "zh-CN" : "en";
  const menu = {
    items: [
      { key: "profile", icon: <UserOutlined />, label: <Link to="/profile">{t("web.profile")}</Link> },
      { key: "language", icon: <TranslationOutlined />, label: other === "en" ? "English" : "中文", onClick: () => chooseLanguage(other) },
      {
        key: "print",
        icon: <FontSizeOutlined />,
        label: t(isLarge() ? "web.print.usual" : "web.print.large"),
        onClick: () => chooseLarge(!isLarge()),
      },
      { key: "tour", icon: <CompassOutlined />, label: t("web.tour.menu"), onClick: start },
      { key: "leave", icon: <LogoutOutlined />, label: t("web.sign_out"), onClick: leave },
    ],
  };
  const post = me.roles[0]?.organisationName ?? me.mandates[0]?.congressName;
  return (
    <ChoiceMenu menu={menu}>
      <Button type="text" icon={<UserOutlined />} data-account="" style={{ maxWidth: wide ? 360 : 180, overflow: "hidden" }}>
        {me.name}
        {wide && post ? <span className="muted">{post}</span> : null}
      </Button>
    </ChoiceMenu>
  );
}
