import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, type FormInstance, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { Day } from "../../../web/ui/verb-field.tsx";
import type { PeriodText, Rule } from "./rule-value.tsx";
import { RuleValueFields } from "./rule-value-fields.tsx";

interface Typed {
  readonly value: unknown;
  readonly inForceFrom: string;
  readonly source: string;
  readonly note?: string | null;
}

/** A new version of a rule. What the law limits can only be made shorter, and the form says so. */
export function RuleDialog({ rule, close }: { rule: Rule; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const save = useMutation({
    mutationFn: ({ value, inForceFrom, source, note }: Typed) =>
      call(api.POST("/api/rules", { body: { key: rule.key, value, inForceFrom, source, note: note || null } })),
    async onSuccess() {
      close();
      message.success(t("calendar.rule.saved"));
      await queries.invalidateQueries({ queryKey: ["rules"] });
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const required = [{ required: true, message: t("field.required") }];
  const footer = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      <Button onClick={close}>{t("web.cancel")}</Button>
      <Button type="primary" loading={save.isPending} onClick={() => form.submit()} data-confirm>
        {t("calendar.rule.save")}
      </Button>
    </div>
  );
  return (
    <Dialog title={t("calendar.rule.change_title", { name: t(`calendar.key.${rule.key}`) })} footer={footer} close={close}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("calendar.rule.change_help")}
      </p>
      <ProblemAlert error={save.error} />
      {rule.statutory ? <Alert type="info" showIcon style={{ marginBottom: 16 }} message={<Law of={rule.statutory} />} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ value: rule.value, inForceFrom: me.today }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <RuleValueFields form={rule.form} />
        <Form.Item
          name="inForceFrom"
          label={t("calendar.rule.field.inForceFrom")}
          extra={t("calendar.rule.hint.inForceFrom")}
          rules={required}
        >
          <Day />
        </Form.Item>
        {rule.form.kind === "period" ? <Example form={form} /> : null}
        <Form.Item name="source" label={t("calendar.rule.field.source")} extra={t("calendar.rule.hint.source")} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={t("calendar.rule.field.note")} extra={t("calendar.rule.hint.note")} style={{ marginBottom: 0 }}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** What the typed period means for something that starts on the day it comes into force. */
function Example({ form }: { form: FormInstance<Typed> }) {
  const { t } = useTranslation();
  const { amount, unit } = (Form.useWatch("value", form) ?? {}) as Partial<Parameters<typeof PeriodText>[0]["of"]>;
  const start = Form.useWatch("inForceFrom", form);
  const found = useQuery({
    queryKey: ["due-date", { start, amount, unit }],
    queryFn: () => call(api.GET("/api/due-dates", { params: { query: { start: start ?? "", amount: amount ?? 0, unit: unit ?? "day" } } })),
    enabled: Boolean(start && amount && unit),
    placeholderData: keepPreviousData,
  });
  if (!found.data || !start) return null;
  return (
    <p role="status" style={{ marginTop: 0, marginBottom: 24 }} data-example>
      {t("calendar.rule.example", { start: dateText(start), due: dateText(found.data.dueOn) })}
    </p>
  );
}

function Law({ of: { amount, unit } }: { of: Parameters<typeof PeriodText>[0]["of"] }) {
  const { t } = useTranslation();
  return t("calendar.rule.statutory", { amount, unit: t(`calendar.unit.${unit}`) });
}
