import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Card, Checkbox, Form, Input, Radio, Select, Skeleton, Switch } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { AttachmentField, filesReady, namingFiles } from "../../../web/ui/attachment-field.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { forget, keep, readKept, useLeaveWarning } from "../../../web/ui/kept-words.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { formations, publicities, repetitions } from "../terms.ts";
import { caseKey, perform, type Suggestion, useSuggestion } from "./api.ts";
import { useCodes } from "./codes.ts";
import { AreaPicker, UnitPicker } from "./pickers.tsx";

type Typed = Pick<
  Suggestion,
  | "title"
  | "reason"
  | "proposal"
  | "category"
  | "areaId"
  | "formation"
  | "repetition"
  | "publicity"
  | "wishContact"
  | "referenceOnly"
  | "confidential"
  | "proposedUnitId"
  | "secrecyDeclared"
> & { mandateId: string };

/** The form of a suggestion (R2.19): a new one, or a draft to go on with. */
export function Page() {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ? <Revise id={id} /> : <Writer />;
}

function Revise({ id }: { id: string }) {
  const found = useSuggestion(id);
  if (found.isPending) return <Skeleton active style={{ padding: 24 }} />;
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <Writer before={found.data} />;
}

const blank = {
  formation: "visit",
  repetition: "first",
  publicity: "full",
  wishContact: true,
  referenceOnly: false,
  confidential: false,
  secrecyDeclared: false,
} as const;

function Writer({ before }: { before?: Suggestion }) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [touched, setTouched] = useState(false);
  const keptUnder = `suggestion.${before?.id ?? "new"}`;
  const mandates = me.mandates.filter((mandate) => mandate.status === "in_force");
  useLeaveWarning(touched);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<Typed>(keptUnder);
    form.setFieldsValue({ ...blank, ...(mandates[0] ? { mandateId: mandates[0].id } : {}), ...before, ...kept } as Partial<Typed>);
    if (kept) message.info(t("web.kept_words"));
  }, [keptUnder]);
  const save = useMutation({
    mutationFn: async (typed: Typed): Promise<Suggestion> => {
      const { mandateId, ...paper } = namingFiles(typed);
      if (before) return perform(before.id, "revise", paper);
      return call(
        api.POST("/api/suggestions", { body: { ...paper, mandateId }, params: { header: { "idempotency-key": idempotencyKey() } } }),
      );
    },
    onSuccess: async (saved) => {
      forget(keptUnder);
      setTouched(false);
      queries.setQueryData(caseKey(saved.id), saved);
      await queries.invalidateQueries({ queryKey: listsAt("/api/suggestions") });
      message.success(t("web.saved"));
      await navigate({ to: "/suggestions/$id", params: { id: saved.id } });
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const type = (_changed: unknown, all: Typed) => {
    keep(keptUnder, all);
    setTouched(true);
  };
  return (
    <div className="page page-narrow">
      <PageHead title={t(before ? "suggestion.page.edit" : "suggestion.page.new")} sub={t("suggestion.page.write_help")} />
      <ProblemAlert error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(typed) => save.mutate(typed)}
        onValuesChange={type}
        scrollToFirstError={{ block: "center", focus: true }}
      >
        <Card>
          <Paper before={before} mandates={before ? [] : mandates.map(({ id, congressName }) => ({ value: id, label: congressName }))} />
        </Card>
        <div className="action-bar" style={{ marginTop: 16, justifyContent: "flex-end" }}>
          <Button size="large" onClick={() => history.back()}>
            {t("web.cancel")}
          </Button>
          <Button size="large" type="primary" htmlType="submit" loading={save.isPending}>
            {t("suggestion.page.save_draft")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

interface PaperProps {
  readonly before: Suggestion | undefined;
  readonly mandates: readonly { value: string; label: string }[];
}

function Paper({ before, mandates }: PaperProps) {
  const { t } = useTranslation();
  const codes = useCodes();
  const required = { required: true, message: t("field.required") };
  const homeOf = (id: string) =>
    before?.attachments.some((file) => file.id === id) ? `/api/suggestions/${before.id}/attachments/${id}` : undefined;
  const choices = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`suggestion.${name}.${value}`) }));
  return (
    <>
      {mandates.length > 1 ? (
        <Form.Item name="mandateId" label={t("suggestion.field.mandate")} extra={t("suggestion.hint.mandate")} rules={[required]}>
          <Radio.Group options={[...mandates]} />
        </Form.Item>
      ) : (
        <Form.Item name="mandateId" hidden noStyle>
          <Input />
        </Form.Item>
      )}
      <Form.Item name="title" label={t("suggestion.field.title")} extra={t("suggestion.hint.title")} rules={[required]}>
        <Input size="large" maxLength={60} showCount placeholder={t("suggestion.placeholder.title")} />
      </Form.Item>
      <Form.Item name="category" label={t("suggestion.field.category")} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={(codes.data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="areaId" label={t("suggestion.field.area")}>
        <AreaPicker />
      </Form.Item>
      <Form.Item name="reason" label={t("suggestion.field.reason")} extra={t("suggestion.hint.reason")}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={5000} showCount />
      </Form.Item>
      <Form.Item name="proposal" label={t("suggestion.field.proposal")} extra={t("suggestion.hint.proposal")}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={5000} showCount />
      </Form.Item>
      <Form.Item
        name="attachments"
        label={t("suggestion.field.attachments")}
        extra={t("suggestion.hint.attachments")}
        rules={[filesReady(t("web.attaching"))]}
      >
        <AttachmentField homeOf={homeOf} />
      </Form.Item>
      <Form.Item name="proposedUnitId" label={t("suggestion.field.proposedUnit")} extra={t("suggestion.hint.proposedUnit")}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="formation" label={t("suggestion.field.formation")}>
        <Radio.Group options={choices("formation", formations)} />
      </Form.Item>
      <Form.Item name="repetition" label={t("suggestion.field.repetition")}>
        <Radio.Group options={choices("repetition", repetitions)} />
      </Form.Item>
      <Form.Item name="publicity" label={t("suggestion.field.publicity")}>
        <Radio.Group options={choices("publicity", publicities)} />
      </Form.Item>
      {(["wishContact", "referenceOnly", "confidential"] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`suggestion.field.${name}`)}
          layout="horizontal"
          valuePropName="checked"
          style={{ marginBottom: 12 }}
        >
          <Switch />
        </Form.Item>
      ))}
      <Form.Item name="secrecyDeclared" valuePropName="checked" style={{ marginBottom: 0 }}>
        <Checkbox>{t("suggestion.field.secrecyDeclared")}</Checkbox>
      </Form.Item>
    </>
  );
}
