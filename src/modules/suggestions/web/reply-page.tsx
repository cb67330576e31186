import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Form, Skeleton, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { forget, keep, readKept, useLeaveWarning } from "../../../web/ui/kept-words.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import type { ResultClass } from "../reply-rules.ts";
import type { Outcome } from "../terms.ts";
import { caseKey, perform, type Suggestion, useSuggestion } from "./api.ts";
import { useCodes } from "./codes.ts";
import { Performing } from "./performing.tsx";
import { ReplyAside } from "./reply-aside.tsx";
import {
  type Asking,
  beginningOf,
  bodyOf,
  type Part,
  type Place,
  partToAnswer,
  type ReplyDraft,
  remarksOn,
  textIn,
  warningsOf,
} from "./reply-draft.ts";
import { ReplyResult } from "./reply-result.tsx";
import { ReplyText } from "./reply-text.tsx";
import { StatusTag } from "./status.tsx";

/** The reply editor of the handling unit: what was asked on the left, what is answered on the right, the letter beside it. */
export function Page() {
  const { t } = useTranslation();
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useSuggestion(id);
  if (found.isPending) return <Skeleton active style={{ padding: 24 }} />;
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  const part = partToAnswer(found.data);
  if (part && ["offered", "working", "handback_asked"].includes(part.status)) return <Editor of={found.data} part={part} />;
  return (
    <div className="page page-narrow">
      <PageHead title={t("suggestion.reply_editor.title")} sub={found.data.title} />
      <Alert
        type="info"
        showIcon
        message={t(part ? `suggestion.reply_editor.not_now.${part.status}` : "suggestion.reply_editor.not_yours")}
        action={
          <Link to="/suggestions/$id" params={{ id }}>
            <Button>{t("suggestion.reply_editor.back")}</Button>
          </Link>
        }
      />
    </div>
  );
}

function Editor({ of, part }: { of: Suggestion; part: Part }) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [draft, setDraft] = useState<ReplyDraft>({});
  const [touched, setTouched] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const place = useRef<Place>(["answers", "points", 0]);
  const keptUnder = `suggestion.${of.id}.reply.${of.round}`;
  const classes = useCodes().data?.classes ?? [];
  useLeaveWarning(touched);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<ReplyDraft>(keptUnder);
    form.setFieldsValue({ ...beginningOf(of, part), ...kept } as object);
    setDraft(form.getFieldsValue(true));
    if (kept) message.info(t("web.kept_words"));
  }, [keptUnder]);
  const changed = (values: ReplyDraft = {}) => {
    if (values.resultClass) form.setFieldValue("outcome", outcomeUnder(values.resultClass, classes, form.getFieldValue("outcome")));
    const all: ReplyDraft = form.getFieldsValue(true);
    setDraft(all);
    keep(keptUnder, all);
    setTouched(true);
  };
  const put = (at: Place, text: string) => {
    form.setFieldValue(at, text);
    changed();
  };
  /** Adds words where the clerk was writing last. */
  const append = (text: string, at: Place = draft.whole ? ["body"] : place.current) => {
    const before = String(form.getFieldValue(at) ?? "").trimEnd();
    put(at, before ? `${before}\n${text}` : text);
    form.scrollToField(at, { block: "center", focus: true });
  };
  const send = useMutation({
    mutationFn: () => perform(of.id, "draft_reply", bodyOf(form.getFieldsValue(true))),
    onSuccess: async (after) => {
      forget(keptUnder);
      setTouched(false);
      queries.setQueryData(caseKey(of.id), after);
      void queries.invalidateQueries({ queryKey: ["suggestions"] });
      message.success(t("suggestion.reply_editor.sent"));
      await navigate({ to: "/suggestions/$id", params: { id: of.id } });
    },
    onError: (error) => {
      setFieldFaults(form, error);
      void queries.invalidateQueries({ queryKey: caseKey(of.id) });
    },
  });
  const shift = (whole: boolean) => {
    if (whole && !draft.body) form.setFieldValue("body", textIn(of, draft));
    form.setFieldValue("whole", whole);
    changed();
  };
  const due = of.clocks.findLast((clock) => /\.(reply|rework)$/.test(clock.key) && clock.partId === part.id && clock.stoppedOn === null);
  return (
    <div className="page page-wide">
      <PageHead
        title={t("suggestion.reply_editor.title")}
        sub={
          <Space size={[8, 6]} wrap>
            <StatusTag status={of.status} />
            <Link to="/suggestions/$id" params={{ id: of.id }}>
              {[of.label, of.title].filter(Boolean).join(" ")}
            </Link>
            {due ? <Lamp dueOn={due.dueOn} today={me.today} /> : null}
            {due ? <span>{t("suggestion.reply_editor.due", { on: dateText(due.dueOn) })}</span> : null}
          </Space>
        }
      />
      <Remarks of={of} part={part} />
      <ProblemAlert error={send.error} />
      <div className="reply-columns">
        <Form
          form={form}
          layout="vertical"
          onFinish={() => send.mutate()}
          onValuesChange={changed}
          scrollToFirstError={{ block: "center", focus: true }}
        >
          <div className="stack">
            <ReplyText {...{ of, draft, shift, append, put }} ask={setAsking} focused={(at) => (place.current = at)} />
            <ReplyResult {...{ of, draft, classes }} />
          </div>
        </Form>
        <ReplyAside
          {...{ of, part, draft, append }}
          ask={setAsking}
          warnings={warningsOf(of, draft, classes, me.today)}
          go={(at) => form.scrollToField(at, { block: "center", focus: true })}
        />
      </div>
      {asking ? (
        <Performing key={JSON.stringify(asking)} of={of} verb="ask_co_opinion" known={{ ...asking }} close={() => setAsking(undefined)} />
      ) : null}
      <Card size="small" style={{ marginTop: 16, position: "sticky", bottom: 0, zIndex: 5 }}>
        <div className="action-bar" style={{ justifyContent: "flex-end", alignItems: "center" }}>
          <span className="muted" style={{ flex: "1 1 200px" }}>
            {t(of.can.includes("draft_reply") ? "suggestion.reply_editor.kept" : "suggestion.reply_editor.kept_early")}
          </span>
          <Link to="/suggestions/$id" params={{ id: of.id }}>
            <Button size="large">{t("suggestion.reply_editor.later")}</Button>
          </Link>
          <Button
            type="primary"
            size="large"
            loading={send.isPending}
            disabled={!of.can.includes("draft_reply")}
            onClick={() => form.submit()}
            data-confirm
          >
            {t("suggestion.reply_editor.send")}
          </Button>
        </div>
      </Card>
    </div>
  );
}

/** The outcome chosen before, where the class can hold it; else the class's only one, if it has but one. */
function outcomeUnder(code: string, classes: readonly ResultClass[], before: Outcome | undefined): Outcome | undefined {
  const outcomes = classes.find((one) => one.code === code)?.outcomes ?? [];
  return outcomes.find((one) => one === before) ?? (outcomes.length === 1 ? outcomes[0] : undefined);
}

/** What the leader wrote when the reply came back. */
function Remarks({ of, part }: { of: Suggestion; part: Part }) {
  const { t } = useTranslation();
  const remarks = remarksOn(of, part);
  if (!remarks) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      message={t("suggestion.reply_editor.returned", { name: remarks.byName ?? "", on: dateText(remarks.at) })}
      description={<div className="prose">{remarks.note}</div>}
    />
  );
}
