import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { collectionAt, type Typed } from "../../../web/ui/collection-api.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import type { Reception, Station } from "./api.ts";
import { area, mandate } from "./references.ts";

const isKind =
  (...kinds: string[]) =>
  ({ kind }: Typed): boolean =>
    kinds.includes(String(kind));
const time = { kind: "text", max: 5, suggestions: ["08:30", "09:00", "10:00", "11:00", "14:30", "15:00", "16:00", "17:00"] } as const;

/** Plans a reception beside the roster: by area or grid, on the road, or by the liaison officer. */
export function Appoint({ station, close }: { station: Station; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const fields: readonly Field[] = [
    { name: "kind", kind: "select", values: ["liaison", "area", "grid", "mobile"], words: "reception.kind" },
    { name: "day", kind: "date" },
    { name: "fromTime", ...time },
    { name: "toTime", ...time },
    { name: "areaId", kind: "reference", of: area, when: isKind("area", "grid") },
    { name: "grid", kind: "text", max: 40, when: isKind("grid") },
    { name: "place", kind: "text", max: 80, optional: true },
    { name: "theme", kind: "text", max: 60, optional: true },
    { name: "mandateIds", kind: "references", of: mandate, optional: true, wide: true },
    { name: "liaisonId", kind: "reference", of: mandate, optional: true },
  ];
  const kept = keptFields("reception", fields);
  const deputies = station.deputies.map(({ mandateId, personName }) => ({ value: mandateId, label: personName }));
  const staff = station.staff.map(({ personId, personName }) => ({ value: personId, label: personName }));
  return (
    <FormDialog<Field, Reception>
      title={t("reception.page.new")}
      submit={t("reception.verb.begin")}
      intro={<p className="muted">{t("reception.page.new_help")}</p>}
      fields={fields}
      drawing={{
        ...kept,
        // Only whoever is placed or posted here can receive: they are few, and known already.
        draw: (field, drawn) =>
          field.name === "mandateIds" || field.name === "liaisonId" ? (
            <Form.Item key={field.name} name={field.name} label={t(`reception.field.${field.name}`)}>
              {field.name === "mandateIds" ? (
                <Select mode="multiple" options={deputies} showSearch={{ optionFilterProp: "label" }} />
              ) : (
                <Select allowClear options={staff} />
              )}
            </Form.Item>
          ) : (
            kept.draw(field, drawn)
          ),
        body: (typed) => ({ ...kept.body(typed), stationId: station.id }),
      }}
      initial={{ kind: "mobile", day: me.today, fromTime: "09:00", toTime: "11:00", mandateIds: [] }}
      keptUnder={`reception.new.${station.id}`}
      send={(body) => collectionAt<Reception>("/api/receptions").add(body, key)}
      close={close}
      done={async ({ id }) => {
        close();
        await queries.invalidateQueries();
        void navigate({ to: "/receptions/$id", params: { id } });
      }}
    />
  );
}
