import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";

/** A deputy's year at one glance: one livelihood opinion a month, and the two ways to raise something. */
export function Months() {
  const { t } = useTranslation();
  const { today } = useMe();
  const { data } = useQuery({ queryKey: ["opinion-months"], queryFn: () => call(api.GET("/api/opinion-months")) });
  const now = Number(today.slice(5, 7));
  const count = data?.months[now - 1]?.count ?? 0;
  return (
    <section className="box">
      <div style={{ display: "flex", flexWrap: "wrap", gap: 12, alignItems: "center", justifyContent: "space-between" }}>
        <div>
          <strong>{t("desk.deputy.title")}</strong>{" "}
          <span className="muted">{count > 0 ? t("desk.deputy.done_this_month", { count }) : t("desk.deputy.missing_this_month")}</span>
        </div>
        <div className="action-bar">
          <Link to="/opinions/new">
            <Button type="primary" size="large" icon={<PlusOutlined />}>
              {t("desk.deputy.raise_opinion")}
            </Button>
          </Link>
          <Link to="/suggestions/new">
            <Button size="large" icon={<PlusOutlined />}>
              {t("desk.deputy.raise_suggestion")}
            </Button>
          </Link>
        </div>
      </div>
      <ol className="months" aria-label={t("desk.deputy.title")}>
        {(data?.months ?? []).map(({ month, count: raised }) => (
          <li key={month} data-state={raised > 0 ? "kept" : month < now ? "missed" : month === now ? "now" : "ahead"}>
            <span>{t(`desk.deputy.month.${month}`)}</span>
            <b>{month > now ? "" : raised}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}
