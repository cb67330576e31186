import { useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Column } from "./collection.ts";
import { useConfirmed } from "./confirmed.tsx";
import { listsAt } from "./cursor-list.ts";
import { momentText } from "./dates.ts";
import { PlainList, type PlainSpec } from "./plain-list.tsx";
import { useTelling } from "./telling.tsx";

/** Something that was sent out of the house, as every log of such things knows it. */
export interface Sent {
  readonly id: string;
  readonly state: "waiting" | "failed" | "sent" | "given_up";
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAt: string | null;
  readonly sentAt: string | null;
  readonly lastError: string | null;
}

interface Spec<Line> extends Omit<PlainSpec<Line>, "columns"> {
  /** What it was and to whom it went, the first naming it. */
  readonly columns: readonly Column<Line>[];
  /** Sends it again. Throws `ProblemError`. */
  readonly retry: (id: string) => Promise<unknown>;
  /** Whether sending it again can lead anywhere. */
  readonly again?: (line: Line) => boolean;
}

/** The page of a log of what was sent: what, when, how it went, and trying again. */
export function SentList<Line extends Sent>({ spec }: { spec: Spec<Line> }) {
  const { retry, again, ...plain } = spec;
  const [first, ...others] = spec.columns;
  const columns: Column<Line>[] = [
    ...(first ? [first] : []),
    { name: "createdAt", width: 225, render: ({ createdAt }) => momentText(createdAt) },
    ...others,
    { name: "state", width: 210, render: (line) => <State of={line} words={spec.words} /> },
    { name: "attempts", width: 90, render: ({ attempts }) => attempts },
    { name: "lastError", render: (line) => <Trouble of={line} spec={spec} /> },
  ];
  return <PlainList<Line> spec={{ ...plain, columns }} />;
}

const colours: Record<Sent["state"], string> = { waiting: "blue", failed: "orange", sent: "green", given_up: "red" };

/** How it stands, and since when or until when. */
function State({ of, words }: { of: Sent; words: string }) {
  const { t } = useTranslation();
  const when = of.sentAt
    ? t(`${words}.sent`, { at: momentText(of.sentAt) })
    : of.nextAt
      ? t(`${words}.next`, { at: momentText(of.nextAt) })
      : "";
  return (
    <span>
      <Tag color={colours[of.state]}>{t(`${words}.state.${of.state}`)}</Tag>
      {when ? (
        <div className="muted" style={{ fontSize: 13 }}>
          {when}
        </div>
      ) : null}
    </span>
  );
}

/** What went wrong, and trying again. */
function Trouble<Line extends Sent>({ of, spec }: { of: Line; spec: Spec<Line> }) {
  const { t, i18n } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const { words, path } = spec;
  if (!of.lastError) return <span className="muted">—</span>;
  const known = `${words}.error.${of.lastError}`;
  const again = (of.state === "failed" || of.state === "given_up") && (spec.again?.(of) ?? true);
  const retry = () =>
    confirmed({
      ...{ title: t(`${words}.retry_title`), text: t(`${words}.retry_follows`), yes: t(`${words}.retry`) },
      act: async () => {
        await spec.retry(of.id);
        message.success(t(`${words}.retried`));
        await queries.invalidateQueries({ queryKey: listsAt(path) });
      },
    });
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      {i18n.exists(known) ? t(known) : of.lastError}{" "}
      {again ? (
        <Button size="small" onClick={retry}>
          {t(`${words}.retry`)}
        </Button>
      ) : null}
    </div>
  );
}
