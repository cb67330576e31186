import { Alert } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { meKey, useMe } from "../../../web/session.ts";
import { forget } from "../../../web/ui/kept-words.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { wholeKey } from "../../../web/ui/reference.tsx";
import { useOpensWithoutLine } from "../../../web/without-line/opens.ts";
import { codesKey, myStationsKey } from "./api.ts";
import { EntryForm, keptUnder } from "./entry-form.tsx";
import { useOutbox } from "./outbox.ts";
import { areasOf } from "./pickers.tsx";
import { ReceiptCard } from "./receipts.tsx";
import type { Written } from "./sending.ts";
import { Waiting } from "./waiting.tsx";

/** Where the page is, and what it has to know where there is no line: who writes, the kinds, the stations, the villages. */
const address = "/voices/new";
const needed = [meKey, codesKey, myStationsKey, wholeKey(areasOf)];

/** Three fields and one button: what was said, of what kind, where. Without a line it is kept and sent later. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const outbox = useOutbox(me.account);
  const online = useOnline();
  const opens = useOpensWithoutLine(address, needed);
  const [written, setWritten] = useState<Written>();
  const [mending, setMending] = useState<string>();
  const mended = outbox.kept.find(({ entry }) => entry.submission === mending);
  const drop = (submission: string) => {
    outbox.drop(submission);
    forget(keptUnder(submission));
  };
  const mend = (submission: string) => {
    setWritten(undefined);
    setMending(submission);
  };
  const done = (answer: Written | "kept") => {
    setMending(undefined);
    setWritten(answer === "kept" ? undefined : answer);
  };
  return (
    <div className="page page-narrow">
      <PageHead title={t("voice.page.new")} sub={t("voice.page.new_help")} />
      {online ? null : <Alert type="warning" showIcon style={{ marginBottom: 16 }} message={t("voice.entry.offline")} />}
      {online && opens ? (
        <p className="muted" data-opens-without-line>
          {t("voice.entry.opens_without_line")}
        </p>
      ) : null}
      <Waiting outbox={{ ...outbox, drop }} mending={mended?.entry.submission} mend={mend} />
      {written ? (
        <ReceiptCard of={written} another={() => setWritten(undefined)} />
      ) : (
        <EntryForm
          key={mended?.entry.submission ?? "new"}
          online={online}
          put={outbox.put}
          done={done}
          {...(mended ? { mended, leave: () => setMending(undefined) } : {})}
        />
      )}
    </div>
  );
}

/** Is there a line, as far as the browser knows? */
function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}
