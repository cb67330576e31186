import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, QRCode, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTitle } from "../../../web/ui/title.ts";
import { useReception } from "./api.ts";
import "./stations.css";

/** The code of this minute, for the screen on site: a deputy scans it to sign in. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { t } = useTranslation();
  useTitle(t("reception.section.code"));
  const reception = useReception(id);
  const code = useQuery({
    queryKey: ["reception", id, "code"],
    queryFn: () => call(api.GET("/api/receptions/{id}/sign-in-code", { params: { path: { id } } })),
    // Twice in the minute that a code lives, so that the screen never shows one that is over.
    refetchInterval: 20_000,
    staleTime: 0,
    retry: false,
  });
  const [of, shown] = [reception.data, code.data];
  if (code.error) return <ProblemPage error={code.error} retry={() => code.refetch()} />;
  if (!of || !shown) return <Skeleton active />;
  const address = `${location.origin}/receptions/${id}/sign-in?code=${encodeURIComponent(shown.code)}`;
  return (
    <div className="page page-narrow code-screen">
      <h1>{of.stationName}</h1>
      <div className="when">
        {dateText(of.day)} {timeText(of.startsAt)}—{timeText(of.endsAt)}
      </div>
      <div data-address={address}>
        <QRCode value={address} size={280} errorLevel="L" />
      </div>
      <div>{t("reception.scan")}</div>
      <div className="muted">{t("reception.code_changes")}</div>
      <div>{of.deputies.map(({ name, state }) => `${name} ${t(`reception.attendance.${state}`)}`).join("　")}</div>
      <Link to="/receptions/$id" params={{ id }}>
        <Button>{t("reception.back")}</Button>
      </Link>
    </div>
  );
}
