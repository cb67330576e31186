import { Link } from "@tanstack/react-router";
import { Empty, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type Line, useVoice } from "./api.ts";
import { ContactCard } from "./contact.tsx";
import { RecommendedUnits, SimilarVoices } from "./similar.tsx";
import { StatusTag, UrgentTag } from "./status.tsx";
import { Verbs } from "./verbs.tsx";
import { Spoken } from "./voice.tsx";

/** What waits to be sorted, one after the other: the words, what is like them, who handled such before, and every way on. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const list = useCursorList<Line>("/api/voices", { status: "received", sort: "due" });
  const chosen = narrowed["id"] ?? (wide ? (list.things[0]?.id ?? "") : "");
  return (
    <div className="page">
      <PageHead title={t("voice.page.triage")} sub={t("voice.page.triage_help")} />
      <div className={wide ? "review-desk" : "stack"}>
        <div className={wide ? "review-queue" : ""}>
          <ListBody list={list} empty={<Empty description={t("voice.triage.empty")} />}>
            {(lines) =>
              lines.map((line) => <Waiting key={line.id} line={line} chosen={line.id === chosen} choose={() => narrow({ id: line.id })} />)
            }
          </ListBody>
        </div>
        {wide ? <Sorting key={chosen} id={chosen} /> : null}
      </div>
    </div>
  );
}

function Waiting({ line, chosen, choose }: { line: Line; chosen: boolean; choose: () => void }) {
  const { today } = useMe();
  const wide = useWide();
  const inner = (
    <>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
        <span>{line.stationName ?? line.areaName}</span>
        <Lamp dueOn={line.dueOn} today={today} />
      </div>
      <div className="title">
        <UrgentTag urgent={line.urgent} />
        {line.title}
      </div>
    </>
  );
  if (!wide)
    return (
      <Link className="line-card" to="/voices/$id" params={{ id: line.id }}>
        {inner}
      </Link>
    );
  const style = { width: "100%", textAlign: "start", cursor: "pointer", font: "inherit" } as const;
  return (
    <button type="button" className="line-card" {...(chosen ? { "aria-current": "true" as const } : {})} style={style} onClick={choose}>
      {inner}
    </button>
  );
}

function Sorting({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useVoice(id);
  if (id === "") return <Empty description={t("voice.triage.choose")} />;
  if (found.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (!found.data) return <ProblemAlert error={found.error} />;
  const of = found.data;
  return (
    <>
      <div className="stack">
        <div style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
          <StatusTag status={of.status} />
          <Link to="/voices/$id" params={{ id }}>
            {t("voice.triage.full")}
          </Link>
        </div>
        <div className="action-bar">
          <Verbs of={of} />
        </div>
        <Spoken of={of} />
        {of.can.includes("open_contact") ? <ContactCard of={of} /> : null}
      </div>
      <div className="stack">
        <SimilarVoices of={of} />
        {of.can.includes("route") ? <RecommendedUnits of={of} /> : null}
      </div>
    </>
  );
}
