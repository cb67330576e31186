import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { Day } from "../../../web/ui/field-control.tsx";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import type { ListWanted } from "./list-wanted.ts";

/** Fields of a form that say what a list is of: a session, or a time between sessions in a congress. */
export function ListRange() {
  const { t } = useTranslation();
  const of = Form.useWatch<ListWanted["of"]>("of");
  const required = [{ required: true, message: t("field.required") }];
  const { sessions, congresses } = useMeetings();
  return (
    <>
      <Form.Item name="of" label={t("suggestion.papers.list.of_field")} rules={required}>
        <Radio.Group options={["session", "between"].map((value) => ({ value, label: t(`suggestion.papers.list.of.${value}`) }))} />
      </Form.Item>
      {of === "between" ? (
        <>
          <Form.Item name="congressId" label={t("suggestion.papers.list.congress_field")} rules={required}>
            <Select showSearch={{ optionFilterProp: "label" }} options={congresses} />
          </Form.Item>
          <Time />
        </>
      ) : (
        <Form.Item name="sessionId" label={t("suggestion.papers.list.session_field")} rules={required}>
          <Select showSearch={{ optionFilterProp: "label" }} options={sessions} />
        </Form.Item>
      )}
    </>
  );
}

function Time() {
  const { t } = useTranslation();
  const time = Form.useWatch<ListWanted["time"]>("time");
  const from = Form.useWatch<string | undefined>("from");
  const required = { required: true, message: t("field.required") };
  const inOrder = {
    validator: async (_rule: unknown, to?: string) => {
      if (to && from && to < from) throw new Error(t("field.before_start", { start: from }));
    },
  };
  const times = ["year", "first_half", "second_half", "days"];
  const year = t("suggestion.papers.list.year_field");
  return (
    <>
      <Form.Item
        name="time"
        label={t("suggestion.papers.list.time_field")}
        extra={t("suggestion.papers.list.between_help")}
        rules={[required]}
      >
        <Radio.Group options={times.map((value) => ({ value, label: t(`suggestion.papers.list.time.${value}`) }))} />
      </Form.Item>
      {time === "days" ? (
        <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 12 }}>
          <Form.Item name="from" label={t("suggestion.papers.list.from_field")} rules={[required]}>
            <Day />
          </Form.Item>
          <Form.Item name="to" label={t("suggestion.papers.list.to_field")} rules={[required, inOrder]} dependencies={["from"]}>
            <Day />
          </Form.Item>
        </div>
      ) : (
        <Form.Item name="year" label={year} rules={[required]}>
          <Years label={year} />
        </Form.Item>
      )}
    </>
  );
}

/** The form hands over value and change. */
const Years = ({ label, value, onChange = () => {} }: { label: string; value?: string; onChange?: (year?: string) => void }) => (
  <YearPicker always label={label} value={value} onChange={onChange} />
);

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Congresses, and the sessions of each: the newest first. */
function useMeetings(): { sessions: Choice[]; congresses: Choice[] } {
  const { t } = useTranslation();
  const query = { limit: 200 };
  const sessions = useQuery({
    queryKey: ["congress-sessions"],
    queryFn: () => call(api.GET("/api/congress-sessions", { params: { query } })),
  });
  const congresses = useQuery({ queryKey: ["congresses"], queryFn: () => call(api.GET("/api/congresses", { params: { query } })) });
  const newest = (key: string) => (a: Record<string, unknown>, b: Record<string, unknown>) => (String(a[key]) < String(b[key]) ? 1 : -1);
  const all = congresses.data?.items ?? [];
  const names = new Map(all.map((one) => [one["id"], String(one["name"])]));
  return {
    congresses: all.toSorted(newest("termStartsOn")).map((one) => ({ value: String(one["id"]), label: String(one["name"]) })),
    sessions: (sessions.data?.items ?? []).toSorted(newest("openedOn")).map((one) => ({
      value: String(one["id"]),
      label: `${names.get(one["congressId"]) ?? ""} · ${t("suggestion.session", { no: Number(one["sessionNo"]) })}（${String(one["openedOn"])}）`,
    })),
  };
}
