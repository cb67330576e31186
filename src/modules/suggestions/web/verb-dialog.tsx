import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Modal } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { forget, keep, readKept } from "../../../web/ui/kept-words.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import type { VerbName } from "../lifecycle.ts";
import { caseKey, perform, type Suggestion } from "./api.ts";
import { VerbField } from "./verb-field.tsx";
import { isDestructive, verbForms } from "./verb-forms.ts";

type Typed = Record<string, unknown>;

interface Props {
  readonly of: Suggestion;
  readonly verb: VerbName;
  readonly close: () => void;
}

/** The form of a verb. A refusal keeps everything typed and says what to do. */
export function VerbDialog({ of, verb, close }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const typed: Typed = Form.useWatch([], form) ?? {};
  const { fields = [], initial } = verbForms[verb] ?? {};
  const keptUnder = `suggestion.${of.id}.${verb}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => form.setFieldsValue({ ...initial?.(of, me.today), ...readKept<Typed>(keptUnder) }), [keptUnder]);
  const send = useMutation({
    mutationFn: (values: Typed) =>
      perform(
        of.id,
        verb,
        bodyOf(
          values,
          fields.map((field) => field.name),
        ),
      ),
    onSuccess: async (after) => {
      forget(keptUnder);
      queries.setQueryData(caseKey(of.id), after);
      await queries.invalidateQueries({ queryKey: ["suggestions"] });
      void message.success(t("suggestion.done", { verb: t(`suggestion.verb.${verb}`) }));
      close();
    },
    onError: (error) => {
      setFieldFaults(form, error);
      void queries.invalidateQueries({ queryKey: caseKey(of.id) });
    },
  });
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      <Button onClick={close}>{t("web.cancel")}</Button>
      <Button type="primary" danger={isDestructive(verb)} loading={send.isPending} onClick={() => form.submit()} data-confirm>
        {t(`suggestion.verb.${verb}`)}
      </Button>
    </div>
  );
  const body = (
    <>
      <p className="muted" style={{ marginTop: 0 }}>
        {t(`suggestion.help.${verb}`)}
      </p>
      <ProblemAlert error={send.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={() => send.mutate(form.getFieldsValue(true))}
        onValuesChange={(_changed, all) => keep(keptUnder, all)}
      >
        {fields
          .filter((field) => field.when?.(typed) ?? true)
          .map((field) => (
            <VerbField key={field.name} field={field} of={of} verb={verb} typed={typed} />
          ))}
      </Form>
    </>
  );
  const title = t(`suggestion.verb.${verb}`);
  if (wide)
    return (
      <Modal open title={title} footer={buttons} onCancel={close} width={720} mask={{ closable: false }}>
        {body}
      </Modal>
    );
  return (
    <Drawer open title={title} footer={buttons} onClose={close} placement="bottom" size="92%">
      {body}
    </Drawer>
  );
}

/** What the form shows goes out; what it shows no longer stays behind. */
function bodyOf(values: Typed, names: readonly string[]): Typed {
  const { through, ...rest } = values;
  const shown = Object.fromEntries(Object.entries(rest).filter(([name, value]) => names.includes(name) && value !== undefined));
  if (through === "government") return { ...shown, units: [] };
  if (through === "units") return { ...shown, viaId: null };
  return shown;
}
