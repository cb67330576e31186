import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Form, Input, Radio, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { VerbName } from "../lifecycle.ts";
import { partRoles } from "../terms.ts";
import { type Suggestion, useCodes } from "./api.ts";
import { DeputyPicker, UnitPicker } from "./pickers.tsx";
import type { Field } from "./verb-forms.ts";

interface Props {
  readonly field: Field;
  readonly of: Suggestion;
  readonly verb: VerbName;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** One field of a verb's form, by its kind. */
export function VerbField({ field, of, verb, typed }: Props) {
  const { t, i18n } = useTranslation();
  const rules = field.optional ? [] : [{ required: true, message: t("field.required") }];
  const own = `suggestion.label.${verb}.${field.name}`;
  const label = i18n.exists(own) ? t(own) : t(`suggestion.field.${field.name}`);
  if (field.kind === "units") return <Units label={label} />;
  if (field.kind === "promises") return <Promises label={label} />;
  return (
    <Form.Item name={field.name} label={label} rules={rules}>
      {field.kind === "day" ? <Day /> : <Control field={field} of={of} typed={typed} />}
    </Form.Item>
  );
}

function Control({ field, of, typed, ...rest }: Omit<Props, "verb">) {
  const { t } = useTranslation();
  const codes = useCodes().data;
  switch (field.kind) {
    case "line":
      return <Input maxLength={100} {...rest} />;
    case "text":
      return <Input.TextArea autoSize={{ minRows: field.rows ?? 3, maxRows: 18 }} {...rest} />;
    case "yes_no":
      return (
        <Radio.Group options={[true, false].map((value) => ({ value, label: t(`suggestion.answer.${field.name}.${value}`) }))} {...rest} />
      );
    case "choice":
      return <Radio.Group options={(field.options ?? []).map(({ value, label }) => ({ value, label: t(label) }))} {...rest} />;
    case "category":
      return <Select options={(codes?.categories ?? []).map(named)} {...rest} />;
    case "reject":
      return <Select options={(codes?.rejectionReasons ?? []).map(named)} {...rest} />;
    case "class":
      return (
        <Radio.Group
          options={(codes?.classes ?? []).map(({ code, name }) => ({ value: code, label: t("suggestion.class_named", { code, name }) }))}
          {...rest}
        />
      );
    case "outcome": {
      const chosen = codes?.classes.find((one) => one.code === typed["resultClass"]);
      return <Select options={(chosen?.outcomes ?? []).map((value) => ({ value, label: t(`suggestion.outcome.${value}`) }))} {...rest} />;
    }
    case "unit":
      return <UnitPicker {...rest} />;
    case "office":
      return <UnitPicker kinds={["government_office"]} {...rest} />;
    case "deputies":
      return <DeputyPicker congressId={of.congress.id} without={of.signers.map((signer) => signer.mandateId)} {...rest} />;
    case "other_case":
      return <OtherCase of={of} {...rest} />;
    case "contact":
      return (
        <Select
          options={of.contacts
            .filter((one) => one.confirmedAt === null)
            .map((one) => ({ value: one.id, label: `${t(`suggestion.stage.${one.stage}`)} ${one.heldOn} ${one.content}` }))}
          {...rest}
        />
      );
    case "promise":
      return (
        <Select
          options={of.commitments
            .filter((one) => one.state === "open")
            .map((one) => ({ value: one.id, label: `${one.content}（${one.dueOn}）` }))}
          {...rest}
        />
      );
    case "extension":
      return (
        <Select
          options={of.requests
            .filter((one) => one.kind === "extension" && one.decision === null)
            .map((one) => ({ value: one.id, label: one.reason }))}
          {...rest}
        />
      );
    case "signed_reply":
      return (
        <Select
          options={of.replies
            .filter((one) => one.signedAt)
            .map((one) => ({ value: one.id, label: `${one.resultClass} ${one.documentNo ?? ""}` }))}
          {...rest}
        />
      );
    default:
      return null;
  }
}

const named = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });

/** A day as text, whatever the picker keeps inside. */
function Day({ value, onChange, ...rest }: { value?: string; onChange?: (value: string | undefined) => void }) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format("YYYY-MM-DD"))}
      style={{ width: "100%" }}
    />
  );
}

/** Lead, co- or separately handling units, with what each answers for. */
function Units({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item label={label} required>
      <Form.List name="units">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} style={{ display: "grid", gridTemplateColumns: "110px minmax(0, 1fr) auto", gap: 8, marginBottom: 4 }}>
                <Form.Item name={[row.name, "role"]} style={{ marginBottom: 8 }}>
                  <Select
                    aria-label={t("suggestion.field.role")}
                    options={partRoles.map((value) => ({ value, label: t(`suggestion.role.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[row.name, "unitId"]}
                  style={{ marginBottom: 8 }}
                  rules={[{ required: true, message: t("field.required") }]}
                >
                  <UnitPicker />
                </Form.Item>
                <Button type="text" aria-label={t("suggestion.remove")} icon={<DeleteOutlined />} onClick={() => remove(row.name)} />
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) =>
                    getFieldValue(["units", row.name, "role"]) === "SEPARATE" ? (
                      <Form.Item name={[row.name, "scope"]} style={{ gridColumn: "1 / -1", marginBottom: 12 }}>
                        <Input placeholder={t("suggestion.placeholder.scope")} maxLength={500} />
                      </Form.Item>
                    ) : null
                  }
                </Form.Item>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button icon={<PlusOutlined />} onClick={() => add({ role: rows.length === 0 ? "LEAD" : "CO", unitId: null, scope: null })}>
              {t("suggestion.add_unit")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** What is promised, by whom and by when. */
function Promises({ label }: { label: string }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <Form.Item label={label} extra={t("suggestion.hint.commitments")}>
      <Form.List name="commitments">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} style={{ border: "1px solid #eee", borderRadius: 6, padding: 12, marginBottom: 8 }}>
                <Form.Item name={[row.name, "content"]} label={t("suggestion.field.commitment")} rules={required}>
                  <Input maxLength={500} />
                </Form.Item>
                <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr auto", gap: 8, alignItems: "end" }}>
                  <Form.Item name={[row.name, "owner"]} label={t("suggestion.field.owner")} rules={required} style={{ marginBottom: 0 }}>
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[row.name, "dueOn"]} label={t("suggestion.field.dueOn")} rules={required} style={{ marginBottom: 0 }}>
                    <Day />
                  </Form.Item>
                  <Button type="text" aria-label={t("suggestion.remove")} icon={<DeleteOutlined />} onClick={() => remove(row.name)} />
                </div>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t("suggestion.add_commitment")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** Another case of the same congress, found by words of its title. */
function OtherCase({ of, ...rest }: { of: Suggestion }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const query = { congressId: of.congress.id, limit: 30, sort: "newest" as const, ...(search ? { search } : {}) };
  const found = useQuery({
    queryKey: ["suggestions", "other", query],
    queryFn: () => call(api.GET("/api/suggestions", { params: { query } })),
  });
  const options = (found.data?.items ?? [])
    .filter((line) => line.id !== of.id)
    .map((line) => ({
      value: line.id,
      label: [line.label, line.title, t(`suggestion.status.${line.status}`)].filter(Boolean).join(" · "),
    }));
  return <Select showSearch={{ filterOption: false, onSearch: setSearch }} options={options} loading={found.isFetching} {...rest} />;
}
