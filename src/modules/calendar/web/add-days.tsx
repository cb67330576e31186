import { Button, DatePicker, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { type Dayjs, dayjs } from "../../../web/ui/calendar-days.ts";
import type { Span } from "./spans.ts";

interface Typed {
  readonly range: [Dayjs, Dayjs];
  readonly kind: Span["kind"];
  readonly name: string;
}

/** Adds a stretch of days of one kind. */
export function AddDays({ year, add }: { year: number; add: (span: Span) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const required = [{ required: true, message: t("field.required") }];
  const done = ({ range: [from, to], kind, name }: Typed) => {
    add({ from: from.format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD"), kind, name: name.trim() });
    form.resetFields();
  };
  return (
    <Form form={form} layout="inline" initialValues={{ kind: "off" }} onFinish={done} style={{ rowGap: 10, marginBottom: 14 }}>
      <Form.Item name="range" label={t("calendar.year.range")} rules={required}>
        <DatePicker.RangePicker
          defaultPickerValue={[dayjs(`${year}-01-01`), dayjs(`${year}-02-01`)]}
          minDate={dayjs(`${year}-01-01`)}
          maxDate={dayjs(`${year}-12-31`)}
        />
      </Form.Item>
      <Form.Item name="kind" rules={required}>
        <Radio.Group options={(["off", "work"] as const).map((value) => ({ value, label: t(`calendar.year.${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t("calendar.year.name")} rules={required}>
        <Input maxLength={40} style={{ width: 120 }} />
      </Form.Item>
      <Button htmlType="submit" data-add>
        {t("calendar.year.add")}
      </Button>
    </Form>
  );
}
