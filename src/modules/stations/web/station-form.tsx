import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { collectionAt, type Typed } from "../../../web/ui/collection-api.ts";
import type { Drawing } from "../../../web/ui/drawing.ts";
import { bodyOf } from "../../../web/ui/form-body.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type Station, useStationCodes } from "./api.ts";
import { area, organisation } from "./references.ts";

const fieldsOf = (id: string | undefined): readonly Field[] => [
  { name: "name", kind: "text", max: 60 },
  { name: "code", kind: "text", max: 12 },
  { name: "kind", kind: "text" },
  { name: "areaId", kind: "reference", of: area },
  { name: "organisationId", kind: "reference", of: organisation },
  { name: "address", kind: "text", max: 120, wide: true },
  { name: "openedOn", kind: "date" },
  { name: "phone", kind: "text", max: 20, optional: true, input: "tel" },
  { name: "floorArea", kind: "number", min: 1, max: 100_000, optional: true },
  { name: "rooms", kind: "number", min: 1, max: 200, optional: true },
  { name: "about", kind: "lines", max: 1000, optional: true, wide: true },
  { name: "photos", kind: "photos", home: (file) => `/api/stations/${id}/photos/${file}`, optional: true, wide: true },
];

const wholeLine = { gridColumn: "1 / -1" } as const;

interface Props {
  readonly before?: Station;
  readonly close: () => void;
  readonly saved: (station: Station) => void;
}

/** Opens a station, or changes one. */
export function StationForm({ before, close, saved }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const fields = fieldsOf(before?.id);
  const at = collectionAt<Station>("/api/stations");
  const mine = me.roles.find(({ organisationKind }) => /deputy_office|presidium|subdistrict_committee/.test(organisationKind));
  const seenOf = (station: Station) => ({ version: station.version, values: valuesOf(station) });
  const kept = keptFields("station", fields);
  const drawing: Drawing<Field> = {
    ...kept,
    // The kinds are a list of the district's own, not of the product's.
    draw: (field, drawn) => (field.name === "kind" ? <Kind key="kind" /> : kept.draw(field, drawn)),
    rest: () => <Rest />,
    body: (typed) => ({ ...bodyOf(fields, typed), ...listsOf(typed) }),
  };
  return (
    <FormDialog<Field, Station>
      title={t(before ? "station.edit" : "station.add")}
      submit={t("web.save")}
      fields={fields}
      drawing={drawing}
      {...(before
        ? { seen: seenOf(before), latest: async () => seenOf(await at.get(before.id)) }
        : { initial: { openedOn: me.today, organisationId: mine?.organisationId, hours: [], cover: [], equipment: [], photos: [] } })}
      keptUnder={`/api/stations.${before?.id ?? "new"}`}
      send={(body, seen) => (before ? at.change(before.id, seen, body) : at.add(body, key))}
      done={async (station) => {
        close();
        message.success(t("web.saved"));
        await queries.invalidateQueries();
        saved(station);
      }}
      close={close}
    />
  );
}

const valuesOf = ({ cover, ...station }: Station): Typed => ({ ...station, cover: cover.map(({ areaId, grid }) => ({ areaId, grid })) });

/** What the form holds beside its plain fields. */
function listsOf(typed: Typed): Typed {
  const point = (name: string) => (typed[name] === undefined || typed[name] === null || typed[name] === "" ? null : Number(typed[name]));
  const cover = (typed["cover"] ?? []) as readonly { areaId?: string; grid?: string | null }[];
  return {
    ...{ equipment: typed["equipment"] ?? [], hours: typed["hours"] ?? [] },
    ...{ longitude: point("longitude"), latitude: point("latitude") },
    cover: cover.map(({ areaId, grid }) => ({ areaId, grid: grid?.trim() || null })),
  };
}

function Kind() {
  const { t } = useTranslation();
  const { kinds } = useStationCodes();
  return (
    <Form.Item name="kind" label={t("station.field.kind")} rules={[{ required: true, message: t("field.required") }]}>
      <Select options={kinds} />
    </Form.Item>
  );
}

/** Point, hours, equipment and area covered: more than one plain field each. */
function Rest() {
  const { t } = useTranslation();
  const { equipment } = useStationCodes();
  return (
    <>
      <Form.Item name="equipment" label={t("station.field.equipment")}>
        <Select mode="multiple" options={equipment} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Form.Item name="longitude" label={t("station.field.longitude")} extra={t("station.hint.longitude")}>
        <Input inputMode="decimal" maxLength={12} />
      </Form.Item>
      <Form.Item name="latitude" label={t("station.field.latitude")} extra={t("station.hint.latitude")}>
        <Input inputMode="decimal" maxLength={12} />
      </Form.Item>
      <Hours />
      <Cover />
    </>
  );
}

function Hours() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t(`reception.poster.weekday.${value}`) }));
  const time = { required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t("station.time_like") };
  return (
    <fieldset className="rows" style={wholeLine}>
      <legend>{t("station.field.hours")}</legend>
      <Form.List name="hours">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="row">
                <Form.Item name={[name, "weekdays"]} rules={required} style={{ flex: "1 1 240px" }}>
                  <Select mode="multiple" options={days} placeholder={t("station.weekdays")} aria-label={t("station.weekdays")} />
                </Form.Item>
                <Form.Item name={[name, "from"]} rules={[time]} style={{ flex: "0 1 90px" }}>
                  <Input maxLength={5} aria-label={t("reception.field.fromTime")} />
                </Form.Item>
                <Form.Item name={[name, "to"]} rules={[time]} style={{ flex: "0 1 90px" }}>
                  <Input maxLength={5} aria-label={t("reception.field.toTime")} />
                </Form.Item>
                <Button type="text" danger icon={<DeleteOutlined />} aria-label={t("station.remove_row")} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ weekdays: [1, 2, 3, 4, 5], from: "08:30", to: "17:30" })}>
              {t("station.add_hours")}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Cover() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <fieldset className="rows" style={wholeLine}>
      <legend>{t("station.field.cover")}</legend>
      <p className="muted">{t("station.hint.cover")}</p>
      <Form.List name="cover">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="row">
                <Form.Item name={[name, "areaId"]} rules={required} style={{ flex: "1 1 200px" }}>
                  <ReferencePicker of={area} label={t("station.field.areaId")} />
                </Form.Item>
                <Form.Item name={[name, "grid"]} style={{ flex: "1 1 140px" }}>
                  <Input maxLength={40} placeholder={t("reception.field.grid")} aria-label={t("reception.field.grid")} />
                </Form.Item>
                <Button type="text" danger icon={<DeleteOutlined />} aria-label={t("station.remove_row")} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t("station.add_cover")}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
