import { Card, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentField, filesReady } from "../../../web/ui/attachment-field.tsx";
import { demandsOf, demandsOfClass, type ResultClass } from "../reply-rules.ts";
import type { Suggestion } from "./api.ts";
import { Promises } from "./form-lists.tsx";
import type { ReplyDraft } from "./reply-draft.ts";

interface Props {
  readonly of: Suggestion;
  readonly draft: ReplyDraft;
  readonly classes: readonly ResultClass[];
}

/** Class and outcome with what each demands, reasons, promises and papers. */
export function ReplyResult({ of, draft, classes }: Props) {
  const { t } = useTranslation();
  const required = { required: true, message: t("field.required") };
  const chosen = classes.find((one) => one.code === draft.resultClass);
  const demands = draft.outcome ? demandsOf(draft.outcome) : chosen ? demandsOfClass(chosen) : undefined;
  const homeOf = (id: string) =>
    of.timeline.some((step) => step.attachments.some((file) => file.id === id)) ? `/api/suggestions/${of.id}/attachments/${id}` : undefined;
  return (
    <Card title={t("suggestion.reply_editor.result")}>
      <Form.Item name="resultClass" label={t("suggestion.field.resultClass")} rules={[required]}>
        <Radio.Group style={{ display: "grid", gap: 10 }}>
          {classes.map((one) => (
            <Radio key={one.code} value={one.code}>
              {t("suggestion.class_named", { code: one.code, name: one.name })}
              <div className="muted">
                {demanded(demandsOfClass(one))
                  .map((key) => t(key))
                  .join(t("suggestion.papers.comma"))}
              </div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item
        name="outcome"
        label={t("suggestion.field.outcome")}
        rules={[required]}
        {...(draft.outcome
          ? {
              extra: demanded(demandsOf(draft.outcome))
                .map((key) => t(key))
                .join(t("suggestion.papers.comma")),
            }
          : {})}
      >
        <Select
          placeholder={t("suggestion.reply_editor.class_first")}
          notFoundContent={t("suggestion.reply_editor.class_first")}
          options={(chosen?.outcomes ?? []).map((value) => ({ value, label: t(`suggestion.outcome.${value}`) }))}
        />
      </Form.Item>
      {demands?.reason || draft.reason ? (
        <Form.Item
          name="reason"
          label={t("suggestion.label.draft_reply.reason")}
          rules={demands?.reason ? [{ ...required, whitespace: true }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} showCount />
        </Form.Item>
      ) : null}
      <Promises label={t("suggestion.field.commitments")} />
      <Form.Item
        name="attachments"
        label={t("suggestion.field.attachments")}
        extra={t("suggestion.hint.attachments")}
        rules={[filesReady(t("web.attaching"))]}
        style={{ marginBottom: 0 }}
      >
        <AttachmentField homeOf={homeOf} />
      </Form.Item>
    </Card>
  );
}

/** What is demanded, as sentences. */
function demanded({ reason, commitments }: ReturnType<typeof demandsOf>): string[] {
  const all = [...(reason ? ["reason"] : []), ...(commitments ? ["commitments"] : [])];
  return (all.length > 0 ? all : ["nothing"]).map((one) => `suggestion.reply_editor.demand.${one}`);
}
