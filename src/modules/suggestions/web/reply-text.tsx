import { Button, Card, Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { pointsOf } from "../points.ts";
import type { Suggestion } from "./api.ts";
import type { Asking, Place, ReplyDraft } from "./reply-draft.ts";
import { TemplatePicker } from "./template-picker.tsx";

interface Props {
  readonly of: Suggestion;
  readonly draft: ReplyDraft;
  readonly shift: (whole: boolean) => void;
  readonly focused: (at: Place) => void;
  readonly append: (text: string) => void;
  readonly put: (at: Place, text: string) => void;
  readonly ask: (known: Asking) => void;
}

/** The text of the reply: an answer beside each point of the proposal, or one piece. */
export function ReplyText({ of, draft, shift, focused, append, put, ask }: Props) {
  const { t } = useTranslation();
  return (
    <Card
      title={t("suggestion.reply_editor.text")}
      extra={
        <Segmented
          value={draft.whole ? "whole" : "points"}
          onChange={(mode) => shift(mode === "whole")}
          options={["points", "whole"].map((value) => ({ value, label: t(`suggestion.reply_editor.mode.${value}`) }))}
        />
      }
    >
      <TemplatePicker {...{ draft, append, put }} />
      <details style={{ marginBottom: 16 }}>
        <summary style={{ cursor: "pointer" }}>{t("suggestion.reply_editor.reason_of_deputy")}</summary>
        <div className="prose" style={{ marginTop: 8 }}>
          {of.reason}
        </div>
        <AttachmentList files={of.attachments} of={`/api/suggestions/${of.id}`} />
      </details>
      {draft.whole ? <Whole of={of} focused={focused} /> : <Points {...{ of, draft, focused, ask }} />}
    </Card>
  );
}

function Whole({ of, focused }: Pick<Props, "of" | "focused">) {
  const { t } = useTranslation();
  return (
    <div className="point">
      <div className="asked">
        <strong>{t("suggestion.field.proposal")}</strong>
        <div className="prose">{of.proposal}</div>
      </div>
      <Form.Item
        name="body"
        label={t("suggestion.field.body")}
        rules={[{ required: true, min: 20, message: t("suggestion.reply_editor.body_short") }]}
      >
        <Input.TextArea autoSize={{ minRows: 14 }} maxLength={20_000} showCount onFocus={() => focused(["body"])} />
      </Form.Item>
    </div>
  );
}

function Points({ of, draft, focused, ask }: Pick<Props, "of" | "draft" | "focused" | "ask">) {
  const { t } = useTranslation();
  const points = pointsOf(of.proposal);
  return (
    <>
      <Form.Item
        name={["answers", "opening"]}
        label={t("suggestion.reply_editor.opening")}
        extra={t("suggestion.reply_editor.opening_hint")}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} onFocus={() => focused(["answers", "opening"])} />
      </Form.Item>
      {points.map((asked, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points of a proposal that was handed in stay as they are
        <div className="point" key={index}>
          <div className={`asked${draft.answers?.points?.[index]?.trim() ? " answered" : ""}`}>
            <strong>{t("suggestion.reply_editor.asked", { number: index + 1 })}</strong>
            <div className="prose">{asked}</div>
            {of.can.includes("ask_co_opinion") ? (
              <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => ask({ point: index + 1 })} data-ask={index + 1}>
                {t("suggestion.verb.ask_co_opinion")}
              </Button>
            ) : null}
          </div>
          <Form.Item
            name={["answers", "points", index]}
            label={t("suggestion.reply_editor.answer", { number: index + 1 })}
            rules={[{ required: true, whitespace: true, min: 2, message: t("suggestion.point_unanswered", { number: index + 1 }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} onFocus={() => focused(["answers", "points", index])} />
          </Form.Item>
        </div>
      ))}
      <Form.Item
        name={["answers", "closing"]}
        label={t("suggestion.reply_editor.closing")}
        extra={t("suggestion.reply_editor.closing_hint")}
        style={{ marginBottom: 0 }}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={3000} onFocus={() => focused(["answers", "closing"])} />
      </Form.Item>
    </>
  );
}
