import { useMutation } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Modal } from "antd";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { namingFiles } from "./attachment-field.tsx";
import { setFieldFaults } from "./field-faults.ts";
import { forget, keep, readKept } from "./kept-words.ts";
import { ProblemAlert } from "./problem.tsx";
import { type Field, type OwnControl, type Typed, VerbField } from "./verb-field.tsx";
import { useWide } from "./wide.ts";

interface Props<After> {
  readonly verb: string;
  /** The top-level key of the module's sentences: `suggestion`. */
  readonly words: string;
  readonly id: string;
  readonly fields: readonly Field[];
  readonly initial: Typed;
  readonly destructive: boolean;
  readonly own: OwnControl;
  /** What to know before one fills it in. */
  readonly intro?: ReactNode;
  /** Parts of the form that are more than one field. */
  readonly extra?: (typed: Typed) => ReactNode;
  /** What goes out, from what the form holds; the shown fields unless told otherwise. */
  readonly body?: (typed: Typed) => Typed;
  readonly send: (body: Typed) => Promise<After>;
  readonly done: (after: After) => void;
  /** Called when the answer was a refusal: someone may have been faster. */
  readonly refused: () => void;
  readonly close: () => void;
}

/** The form of a verb. A refusal keeps everything typed and says what to do. */
export function VerbDialog<After>(props: Props<After>) {
  const { verb, words, id, fields, initial, destructive, own, intro, extra, body, close } = props;
  const { t } = useTranslation();
  const wide = useWide();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, unknown>>();
  const typed: Typed = Form.useWatch([], form) ?? {};
  const keptUnder = `${words}.${id}.${verb}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => form.setFieldsValue({ ...initial, ...readKept<Record<string, unknown>>(keptUnder) }), [keptUnder]);
  const shown = (values: Typed): Typed =>
    Object.fromEntries(fields.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const send = useMutation({
    mutationFn: (values: Typed) => props.send(namingFiles((body ?? shown)(values))),
    onSuccess(after) {
      forget(keptUnder);
      void message.success(t("web.done", { verb: t(`${words}.verb.${verb}`) }));
      close();
      props.done(after);
    },
    onError(error) {
      setFieldFaults(form, error);
      props.refused();
    },
  });
  const title = t(`${words}.verb.${verb}`);
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      <Button onClick={close}>{t("web.cancel")}</Button>
      <Button type="primary" danger={destructive} loading={send.isPending} onClick={() => form.submit()} data-confirm>
        {title}
      </Button>
    </div>
  );
  const content = (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t(`${words}.help.${verb}`)}
      </p>
      {intro}
      <ProblemAlert error={send.error} />
      <Form
        form={form}
        name={`${words}-${verb}`}
        layout="vertical"
        onFinish={() => send.mutate(form.getFieldsValue(true))}
        onValuesChange={(_changed, all) => keep(keptUnder, all)}
      >
        {fields
          .filter((field) => field.when?.(typed) ?? true)
          .map((field) => (
            <VerbField key={field.name} field={field} words={words} verb={verb} typed={typed} own={own} />
          ))}
        {extra?.(typed)}
      </Form>
    </>
  );
  if (wide)
    return (
      <Modal open title={title} footer={buttons} onCancel={close} width={720} mask={{ closable: false }}>
        {content}
      </Modal>
    );
  return (
    <Drawer open title={title} footer={buttons} onClose={close} placement="bottom" size="92%">
      {content}
    </Drawer>
  );
}
