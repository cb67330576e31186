import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Checkbox, Collapse, Form, Input, Radio, Select, Switch } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { meKey, useMe } from "../../../web/session.ts";
import { AttachmentField, filesReady, namingFiles } from "../../../web/ui/attachment-field.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { forget, keep, readKept } from "../../../web/ui/kept-words.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { wholeKey } from "../../../web/ui/reference.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useOpensWithoutLine } from "../../../web/without-line/opens.ts";
import { enteredChannels } from "../terms.ts";
import { codesKey, myStationsKey, useCodes, useMyStations } from "./api.ts";
import { freshSubmission, useOutbox, type Written } from "./outbox.ts";
import { AreaPicker, areasOf, CategoryPicker } from "./pickers.tsx";
import { ReceiptCard, Waiting } from "./receipts.tsx";

interface Typed {
  words: string;
  category: string;
  areaId: string | null;
  channel: string;
  stationId: string | null;
  place?: string;
  name?: string;
  phone?: string;
  urgent?: boolean;
  photoConsent?: boolean;
  attachments?: readonly { id: string }[];
}

/** Where the page is, and what it has to know where there is no line: who writes, the kinds, the stations, the villages. */
const address = "/voices/new";
const needed = [meKey, codesKey, myStationsKey, wholeKey(areasOf)];
const keptUnder = "voice.new";
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

/** Three fields and one button: what was said, of what kind, where. Without a line it is kept and sent later. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const outbox = useOutbox(me.account);
  const online = useOnline();
  const opens = useOpensWithoutLine(address, needed);
  const [written, setWritten] = useState<Written>();
  return (
    <div className="page page-narrow">
      <PageHead title={t("voice.page.new")} sub={t("voice.page.new_help")} />
      {online ? null : <Alert type="warning" showIcon style={{ marginBottom: 16 }} message={t("voice.entry.offline")} />}
      {online && opens ? (
        <p className="muted" data-opens-without-line>
          {t("voice.entry.opens_without_line")}
        </p>
      ) : null}
      <Waiting outbox={outbox} />
      {written ? (
        <ReceiptCard of={written} another={() => setWritten(undefined)} />
      ) : (
        <EntryForm online={online} put={outbox.put} done={(answer) => setWritten(answer === "kept" ? undefined : answer)} />
      )}
    </div>
  );
}

interface Props {
  readonly online: boolean;
  readonly put: ReturnType<typeof useOutbox>["put"];
  readonly done: (answer: Written | "kept") => void;
}

function EntryForm({ online, put, done }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [submission, setSubmission] = useState(freshSubmission);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const stations = useMyStations();
  useCodes();
  const required = [{ required: true, message: t("field.required") }];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<Typed & { submission: string }>(keptUnder);
    if (kept?.submission) setSubmission(kept.submission);
    form.setFieldsValue({ channel: "reception", ...usual(), ...kept });
    if (kept?.words) message.info(t("web.kept_words"));
  }, []);
  const only = stations.length === 1 ? stations[0]?.value : undefined;
  useEffect(() => {
    if (only && !form.getFieldValue("stationId")) form.setFieldValue("stationId", only);
  }, [only, form]);
  const send = async (typed: Typed) => {
    setSending(true);
    setError(undefined);
    try {
      const answer = await put(bodyOf(typed, submission));
      forget(keptUnder);
      localStorage.setItem(stayingKey, JSON.stringify(Object.fromEntries(staying.map((name) => [name, typed[name]]))));
      if (answer === "kept") message.success(t("voice.entry.kept"), 5);
      form.resetFields();
      form.setFieldsValue({ channel: "reception", ...usual() });
      setSubmission(freshSubmission());
      await queries.invalidateQueries({ queryKey: listsAt("/api/voices") });
      done(answer);
    } catch (refused) {
      setError(refused);
      setFieldFaults(form, refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={(typed) => void send(typed)}
      onValuesChange={(_changed, all) => keep(keptUnder, { ...all, submission })}
      scrollToFirstError={{ block: "center", focus: true }}
    >
      <ProblemAlert error={error} />
      <Card>
        <Form.Item name="words" label={t("voice.field.words")} rules={required} extra={t("voice.hint.words")}>
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
          items={[
            { key: "more", label: t("voice.section.more"), forceRender: true, children: <More stations={stations} online={online} /> },
          ]}
        />
      </Card>
      <div className="action-bar" style={{ marginTop: 16, justifyContent: "flex-end" }}>
        <Link to="/voices">
          <Button size="large">{t("web.cancel")}</Button>
        </Link>
        <Button size="large" type="primary" htmlType="submit" loading={sending} data-save>
          {t("voice.page.submit")}
        </Button>
      </div>
    </Form>
  );
}

/** What can be left open. */
function More({ stations, online }: { stations: readonly { value: string; label: string }[]; online: boolean }) {
  const { t } = useTranslation();
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
      <Form.Item name="phone" label={t("voice.field.phone")} extra={t("voice.hint.phone")}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      {online ? (
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
