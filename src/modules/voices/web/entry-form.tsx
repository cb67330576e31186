import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Checkbox, Collapse, Form, Input, Radio, Select, Switch } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Attachment, AttachmentField, filesReady, namingFiles } from "../../../web/ui/attachment-field.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { forget, keep, readKept } from "../../../web/ui/kept-words.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { enteredChannels } from "../terms.ts";
import { useCodes, useMyStations } from "./api.ts";
import { type Kept, type Refused, refusalIn } from "./kept-entries.ts";
import { freshSubmission, type Outbox } from "./outbox.ts";
import { AreaPicker, CategoryPicker } from "./pickers.tsx";
import { isRefused, type Written } from "./sending.ts";
import { reasonOf, said } from "./waiting.tsx";

interface Typed {
  words: string;
  category: string | null;
  areaId: string | null;
  channel: string;
  stationId: string | null;
  place?: string;
  name?: string;
  phone?: string;
  urgent?: boolean;
  photoConsent?: boolean;
  attachments?: readonly Attachment[];
}

/** What is typed is kept by what it is: a new entry, or one that is mended. */
export const keptUnder = (mended?: string): string => (mended === undefined ? "voice.new" : `voice.mend.${mended}`);
/** What stays the same from one visitor to the next. */
const staying = ["channel", "stationId", "areaId"] as const;
const stayingKey = "lianxin.voices.usual";

function usual(): Partial<Typed> {
  try {
    return JSON.parse(localStorage.getItem(stayingKey) ?? "{}") as Partial<Typed>;
  } catch {
    return {};
  }
}

/** Fields that are chosen from a list: a choice that was refused is chosen anew. */
const chosen = ["category", "areaId", "stationId"] as const;
/** The names of a contact stand on the form by themselves. */
const nameOf = (field: string): string => field.replace(/^contact\./, "").replace(/\..*$/, "");

/** An entry as it was typed. */
function typedOf({ entry, files, refusal }: Kept): Partial<Typed> {
  const { contact, submission: _submission, attachments: _attachments, ...rest } = entry;
  const { name, phone } = (contact ?? {}) as { name?: string | null; phone?: string | null };
  const refused = chosen.filter((field) => refusal?.fields.some((one) => nameOf(one.field) === field));
  const typed = { ...rest, name: name ?? "", phone: phone ?? "", attachments: files ?? [] };
  return { ...typed, ...Object.fromEntries(refused.map((field) => [field, null])) };
}

interface Props {
  readonly online: boolean;
  readonly put: Outbox["put"];
  readonly done: (answer: Written | "kept") => void;
  /** What was kept and not taken, to be mended and sent again. */
  readonly mended?: Kept;
  readonly leave?: () => void;
}

export function EntryForm({ online, put, done, mended, leave }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [submission, setSubmission] = useState(() => mended?.entry.submission ?? freshSubmission());
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const stations = useMyStations();
  const place = keptUnder(mended?.entry.submission);
  useCodes();
  const required = [{ required: true, message: t("field.required") }];
  const markFaults = ({ fields }: Refused) => {
    const faults = fields.filter(({ field }) => field !== "").map((fault) => ({ name: nameOf(fault.field), errors: [said(t, fault)] }));
    form.setFields(faults as Parameters<typeof form.setFields>[0]);
    if (faults[0]) form.scrollToField(faults[0].name, { block: "center", focus: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<Typed & { submission: string }>(place);
    if (kept?.submission) setSubmission(kept.submission);
    form.setFieldsValue({ channel: "reception", ...(mended ? typedOf(mended) : usual()), ...kept });
    if (mended?.refusal) markFaults(mended.refusal);
    else if (kept?.words) message.info(t("web.kept_words"));
  }, []);
  const only = stations.length === 1 ? stations[0]?.value : undefined;
  useEffect(() => {
    if (only && !mended && !form.getFieldValue("stationId")) form.setFieldValue("stationId", only);
  }, [only, form, mended]);
  const send = async (typed: Typed) => {
    setSending(true);
    setError(undefined);
    try {
      const answer = await put(bodyOf(typed, submission), typed.attachments);
      forget(place);
      localStorage.setItem(stayingKey, JSON.stringify(Object.fromEntries(staying.map((name) => [name, typed[name]]))));
      if (answer === "kept") message.success(t("voice.entry.kept"), 5);
      form.resetFields();
      form.setFieldsValue({ channel: "reception", ...usual() });
      setSubmission(freshSubmission());
      await queries.invalidateQueries({ queryKey: listsAt("/api/voices") });
      done(answer);
    } catch (refused) {
      setError(refused);
      if (isRefused(refused)) markFaults(refusalIn(refused.problem));
    } finally {
      setSending(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={(typed) => void send(typed)}
      onValuesChange={(_changed, all) => keep(place, { ...all, submission })}
      scrollToFirstError={{ block: "center", focus: true }}
      data-mending={mended ? submission : undefined}
    >
      {mended?.refusal && !error ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          message={t("voice.entry.refused", { reason: reasonOf(t, mended.refusal) })}
          description={t("voice.entry.words_kept")}
        />
      ) : null}
      <ProblemAlert error={error} />
      <Card title={mended ? t("voice.entry.mending") : undefined}>
        <Form.Item
          name="words"
          label={t("voice.field.words")}
          rules={[...required, { min: 4, message: t("field.too_small_string", { limit: 4 }) }]}
          extra={t("voice.hint.words")}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={2000} autoFocus placeholder={t("voice.placeholder.words")} />
        </Form.Item>
        <Form.Item name="category" label={t("voice.field.category")} rules={required}>
          <CategoryPicker />
        </Form.Item>
        <Form.Item name="areaId" label={t("voice.field.areaId")} rules={required}>
          <AreaPicker />
        </Form.Item>
        <Form.Item name="channel" label={t("voice.entry.channel")} rules={required}>
          <Radio.Group options={enteredChannels.map((value) => ({ value, label: t(`voice.channel.${value}`) }))} />
        </Form.Item>
        <Collapse
          ghost
          size="small"
          defaultActiveKey={mended ? ["more"] : []}
          items={[
            { key: "more", label: t("voice.section.more"), forceRender: true, children: <More stations={stations} online={online} /> },
          ]}
        />
      </Card>
      <div className="action-bar" style={{ marginTop: 16, justifyContent: "flex-end" }}>
        {leave ? (
          <Button size="large" onClick={leave}>
            {t("web.cancel")}
          </Button>
        ) : (
          <Link to="/voices">
            <Button size="large">{t("web.cancel")}</Button>
          </Link>
        )}
        <Button size="large" type="primary" htmlType="submit" loading={sending} data-save>
          {t("voice.page.submit")}
        </Button>
      </div>
    </Form>
  );
}

/** As the house takes it: digits, with spaces and hyphens between. */
const telephone = /^\s*\+?\d[\d\s-]{4,18}\d\s*$/;

/** What can be left open. */
function More({ stations, online }: { stations: readonly { value: string; label: string }[]; online: boolean }) {
  const { t } = useTranslation();
  // Photos that are there stay there when the line goes; new ones need one.
  const photos = Form.useWatch<Typed["attachments"]>("attachments", { preserve: true }) ?? [];
  return (
    <>
      <Form.Item name="stationId" label={t("voice.field.stationId")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={[...stations]} />
      </Form.Item>
      <Form.Item name="place" label={t("voice.field.place")} extra={t("voice.hint.place")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="urgent" label={t("voice.field.urgent")} valuePropName="checked" extra={t("voice.urgent_help")}>
        <Switch />
      </Form.Item>
      <Form.Item name="name" label={t("voice.field.name")} extra={t("voice.entry.anonymous")}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t("voice.field.phone")}
        rules={[{ pattern: telephone, message: t("field.format_pattern") }]}
        extra={t("voice.hint.phone")}
      >
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {online || photos.length > 0 ? (
        <>
          <Form.Item
            name="attachments"
            label={t("voice.field.attachments")}
            extra={t("voice.hint.attachments")}
            rules={[filesReady(t("web.attaching"))]}
          >
            <AttachmentField />
          </Form.Item>
          <Form.Item name="photoConsent" valuePropName="checked" style={{ marginBottom: 0 }}>
            <Checkbox>{t("voice.entry.consent")}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </>
  );
}

/** What goes out. */
function bodyOf({ name, phone, ...typed }: Typed, submission: string) {
  const given = (text: string | undefined) => text?.trim() || null;
  const contact = given(name) || given(phone) ? { name: given(name), phone: given(phone) } : null;
  const { place, urgent, photoConsent, stationId, ...rest } = namingFiles(typed);
  return {
    ...{ ...rest, submission, contact, place: given(place), stationId: stationId ?? null },
    ...{ urgent: urgent ?? false, photoConsent: photoConsent ?? false },
  };
}
