import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form } from "antd";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import type { Typed } from "./collection-api.ts";
import { Dialog } from "./dialog.tsx";
import type { Drawing } from "./drawing.ts";
import { setFieldFaults } from "./field-faults.ts";
import { merged, same } from "./form-body.ts";
import { forget, keep, readKept } from "./kept-words.ts";
import { ProblemAlert } from "./problem.tsx";

/** A thing as it stands, and the version that was seen of it. */
export interface Seen {
  readonly version: number;
  readonly values: Typed;
}

interface Props<F extends { readonly name: string }, Answer> {
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  /** What follows from sending it, or what to know before. */
  readonly intro?: ReactNode;
  readonly fields: readonly F[];
  readonly drawing: Drawing<F>;
  readonly initial?: Typed;
  /** The thing that is being changed; without it, something new is made. */
  readonly seen?: Seen;
  /** How it stands now, asked after somebody else has changed it. */
  readonly latest?: () => Promise<Seen>;
  /** Under which name the typed words are kept in this browser. */
  readonly keptUnder: string;
  readonly send: (body: Typed, seen: number) => Promise<Answer>;
  readonly done: (answer: Answer) => void;
  /** Called when the answer was a refusal: someone may have been faster. */
  readonly refused?: () => void;
  readonly close: () => void;
}

interface KeptWords {
  readonly version: number;
  readonly typed: Typed;
}

/** A form in a window of its own. A refusal keeps everything typed, says why, and stands beside the field it is about. */
export function FormDialog<F extends { readonly name: string }, Answer>(props: Props<F, Answer>) {
  const { title, submit, danger = false, intro, fields, drawing, initial, seen, keptUnder, send, done, close } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const typed: Typed = Form.useWatch([], form) ?? {};
  const [restored, setRestored] = useState(false);
  const [rival, setRival] = useState<Seen>();
  const start = { ...initial, ...seen?.values };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<KeptWords>(keptUnder);
    form.setFieldsValue({ ...start, ...kept?.typed });
    setRestored(kept?.typed !== undefined);
    if (kept?.typed && seen && kept.version !== seen.version) setRival(seen);
  }, [keptUnder]);
  const change = useMutation({
    mutationFn: (values: Typed) => send(drawing.body(values), (rival ?? seen)?.version ?? 0),
    onSuccess: (answer) => {
      forget(keptUnder);
      done(answer);
    },
    onError: async (error) => {
      setFieldFaults(form, error);
      props.refused?.();
      if (!(error instanceof ProblemError && error.problem.status === 412 && props.latest)) return;
      const latest = await props.latest();
      form.setFieldsValue(merged(fields, (rival ?? seen)?.values ?? {}, form.getFieldsValue(true), latest.values));
      setRival(latest);
    },
  });
  const startAnew = () => {
    forget(keptUnder);
    form.resetFields();
    form.setFieldsValue(start);
    setRestored(false);
    setRival(undefined);
  };
  const type = (changed: Typed) => {
    // The server's word on a field was about what stood there before.
    form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })));
    for (const field of fields) if (drawing.within?.(field).some((name) => name in changed)) form.setFieldValue(field.name, null);
    keep(keptUnder, { version: seen?.version ?? 0, typed: form.getFieldsValue() } satisfies KeptWords);
  };
  const stored = ({ name }: F) => (rival && !same(typed[name], rival.values[name]) ? { stored: { value: rival.values[name] } } : {});
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      <Button onClick={close}>{t("web.cancel")}</Button>
      <Button type="primary" danger={danger} loading={change.isPending} onClick={() => form.submit()} data-confirm>
        {submit}
      </Button>
    </div>
  );
  return (
    <Dialog title={title} footer={buttons} close={close}>
      {intro}
      {restored ? <Restored anew={startAnew} /> : null}
      <ProblemAlert error={change.error} />
      <Form
        form={form}
        // Identifiers of this window's fields must not be those of the page below it.
        name="dialog"
        layout="vertical"
        onFinish={() => change.mutate(form.getFieldsValue(true))}
        onValuesChange={type}
        scrollToFirstError={{ block: "center", focus: true }}
        style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(260px, 100%), 1fr))", columnGap: 20 }}
      >
        {fields.map((field) => (
          <Fragment key={field.name}>{drawing.draw(field, { typed, changing: seen !== undefined, ...stored(field) })}</Fragment>
        ))}
        {drawing.rest?.(typed)}
      </Form>
    </Dialog>
  );
}

function Restored({ anew }: { anew: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={t("web.kept_words")}
      action={
        <Button size="small" onClick={anew}>
          {t("form.discard")}
        </Button>
      }
    />
  );
}
