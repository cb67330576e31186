import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { pageOf, type SubjectType } from "./api.ts";

/** What I did, the latest first. */
export function DoneList() {
  const { t } = useTranslation();
  const list = usePages(["done-tasks"], (cursor) =>
    call(api.GET("/api/done-tasks", { params: { query: { limit: 30, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <ListBody list={list} empty="desk.empty.done">
      {(all) =>
        all.map((one) => (
          <Link key={one.id} className="line-card" to={pageOf[one.subjectType as SubjectType]} params={{ id: one.subjectId }}>
            <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
              <strong>{t(`${one.subjectType}.verb.${one.verb}`)}</strong>
              <span className="muted">{momentText(one.at)}</span>
            </div>
            <div className="title">{one.title}</div>
            <div className="meta">
              <span>{t(`desk.subject.${one.subjectType}`)}</span>
              {one.label ? <span>{one.label}</span> : null}
              <span>{t(`${one.subjectType}.status.${one.status}`)}</span>
            </div>
          </Link>
        ))
      }
    </ListBody>
  );
}
