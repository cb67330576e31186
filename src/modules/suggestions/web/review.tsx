import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Empty, Segmented, Skeleton, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import type { VerbName } from "../lifecycle.ts";
import { type Line, type Suggestion, useSimilar, useSuggestion } from "./api.ts";
import { useKeys } from "./keys.ts";
import { Paper } from "./paper.tsx";
import { Performing } from "./performing.tsx";
import { ReviewQueue } from "./review-queue.tsx";
import { SimilarCases } from "./similar.tsx";
import { isDestructive } from "./verb-forms.ts";

/** What a review can come to, each with its key. */
const decisions = { a: "accept", r: "return", l: "turn_to_letter" } as const satisfies Record<string, VerbName>;

/** The review desk: one case after the other, with similar earlier ones beside it. */
export function Page() {
  const { t } = useTranslation();
  const [{ id }] = useNarrowed();
  const queue = usePages(["suggestions", "review"], (cursor) =>
    call(
      api.GET("/api/suggestions", {
        params: { query: { reviewing: "true", status: "submitted", sort: "due", limit: 50, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const total = queue.first?.counts?.["submitted"] ?? 0;
  const at = Math.max(
    0,
    queue.things.findIndex((line) => line.id === id),
  );
  return (
    <div className="page page-wide">
      <PageHead title={t("suggestion.review.title")} sub={<Sub total={total} at={at} />} />
      {queue.pending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {queue.error && queue.things.length === 0 ? <ProblemPage error={queue.error} retry={queue.retry} /> : null}
      {!queue.pending && !queue.error && queue.things.length === 0 ? (
        <Empty description={t("suggestion.review.none")} style={{ padding: "48px 0" }}>
          <Link to="/suggestions/assignment">
            <Button type="primary">{t("suggestion.board.title")}</Button>
          </Link>
        </Empty>
      ) : null}
      {queue.things.length > 0 ? <Desk lines={queue.things} at={at} more={queue.more} /> : null}
    </div>
  );
}

function Sub({ total, at }: { total: number; at: number }) {
  const { t } = useTranslation();
  const wide = useWide();
  return (
    <>
      {total > 0 ? `${t("suggestion.review.place", { at: at + 1, total })} ` : null}
      {wide ? t("suggestion.review.help") : null}
    </>
  );
}

interface DeskProps {
  readonly lines: readonly Line[];
  readonly at: number;
  readonly more: { readonly loading: boolean; readonly load: () => void } | undefined;
}

const panes = ["paper", "similar", "queue"] as const;
type Pane = (typeof panes)[number];

function Desk({ lines, at, more }: DeskProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wide = useWide();
  const [open, setOpen] = useState<VerbName>();
  const [pane, setPane] = useState<Pane>("paper");
  const line = lines[at]!;
  const found = useSuggestion(line.id);
  const go = (to: number) => {
    const next = lines[to];
    if (next) void navigate({ to: "/suggestions/review", search: { id: next.id } as never, replace: true });
    setPane("paper");
  };
  const merging = () => void navigate({ to: "/suggestions/$id/merging", params: { id: line.id } });
  const can = found.data?.can ?? [];
  const keys: Record<string, () => void> = { j: () => go(at + 1), k: () => go(at - 1), m: merging };
  for (const [key, verb] of Object.entries(decisions)) if (can.includes(verb)) keys[key] = () => setOpen(verb);
  useKeys(keys, open === undefined);
  const parts: Record<Pane, React.ReactNode> = {
    queue: <ReviewQueue lines={lines} at={at} go={go} more={more} />,
    paper: found.data ? (
      <OpenCase of={found.data} line={line} decide={setOpen} merging={merging} />
    ) : (
      <Waiting error={found.error} retry={found.refetch} />
    ),
    similar: <SimilarCases id={line.id} compare />,
  };
  return (
    <>
      {wide ? (
        <div className="review-desk">
          {(["queue", "paper", "similar"] as const).map((name) => (
            <div key={name}>{parts[name]}</div>
          ))}
        </div>
      ) : (
        <>
          <Segmented
            block
            value={pane}
            onChange={setPane}
            options={panes.map((value) => ({ value, label: t(`suggestion.review.pane.${value}`) }))}
            style={{ marginBottom: 12 }}
          />
          {parts[pane]}
        </>
      )}
      {open && found.data ? (
        <Performing
          key={`${line.id} ${open}`}
          of={found.data}
          verb={open}
          close={() => setOpen(undefined)}
          done={() => go(at + 1 < lines.length ? at + 1 : at - 1)}
        />
      ) : null}
    </>
  );
}

const Waiting = ({ error, retry }: { error: unknown; retry: () => void }) =>
  error ? <ProblemPage error={error} retry={retry} /> : <Skeleton active paragraph={{ rows: 10 }} />;

interface OpenProps {
  readonly of: Suggestion;
  readonly line: Line;
  readonly decide: (verb: VerbName) => void;
  readonly merging: () => void;
}

function OpenCase({ of, line, decide, merging }: OpenProps) {
  const { t } = useTranslation();
  const { today } = useMe();
  const similar = useSimilar(of.id);
  // Words that any of the similar cases shares stand out in the text.
  const words = [...new Set(similar.data?.items.flatMap((one) => one.words) ?? [])];
  return (
    <div className="stack">
      <section>
        <h2 className="review-title">{of.title}</h2>
        <Space size={[12, 4]} wrap className="muted">
          <Lamp dueOn={line.dueOn} today={today} />
          <span>{line.lead.name}</span>
          <span>{of.congress.name}</span>
          {of.sessionNo ? <span>{t("suggestion.session", { no: of.sessionNo })}</span> : null}
          <Link to="/suggestions/$id" params={{ id: of.id }}>
            {t("suggestion.review.whole")}
          </Link>
        </Space>
        <div className="action-bar" style={{ marginTop: 12 }}>
          {Object.entries(decisions).map(([key, verb]) => (
            <Button
              key={verb}
              type={verb === "accept" ? "primary" : "default"}
              danger={isDestructive(verb)}
              disabled={!of.can.includes(verb)}
              onClick={() => decide(verb)}
              data-verb={verb}
              aria-keyshortcuts={key}
            >
              {t(`suggestion.verb.${verb}`)}
            </Button>
          ))}
          <Button onClick={merging} disabled={!of.can.includes("merge")} aria-keyshortcuts="m">
            {t("suggestion.merging.title")}
          </Button>
        </div>
      </section>
      <Paper of={of} words={words} narrow />
    </div>
  );
}
