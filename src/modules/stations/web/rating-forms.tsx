import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Form, Input, InputNumber, Rate } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { AttachmentField, filesReady, namingFiles } from "../../../web/ui/attachment-field.tsx";
import { collectionAt, type Typed } from "../../../web/ui/collection-api.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { perform, type Rating, ratingKey } from "./api.ts";

interface Item {
  readonly code: string;
  readonly name: string;
  readonly points: number;
}

const wholeLine = { gridColumn: "1 / -1" } as const;

/** A station's own claim: points and evidence for every item. */
export function ClaimForm({ stationId, before, close }: { stationId: string; before?: Rating; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const sheet = useQuery({ queryKey: ["rating-items"], queryFn: () => call(api.GET("/api/rating-items")), enabled: !before });
  const items: readonly Item[] = before?.items ?? sheet.data?.items ?? [];
  if (items.length === 0) return null;
  const known = (code: string) => before?.claimed.find((row) => row.code === code);
  const initial: Typed = {
    year: before?.year ?? Number(me.today.slice(0, 4)),
    claimed: items.map(({ code, points }) => {
      const row = known(code);
      return { points: row?.points ?? points, evidence: row?.evidence ?? "", attachments: row?.attachments ?? [] };
    }),
  };
  const body = (typed: Typed): Typed => {
    const rows = (typed["claimed"] ?? []) as { points: number; evidence: string; attachments?: [] }[];
    const claimed = items.map(({ code }, at) => ({ code, ...namingFiles(rows[at] ?? { points: 0, evidence: "" }) }));
    return before ? { claimed } : { stationId, year: typed["year"], claimed };
  };
  return (
    <FormDialog<{ readonly name: string }, Rating>
      title={t(before ? "rating.verb.revise" : "rating.verb.begin")}
      submit={t("web.save")}
      intro={<p className="muted">{t("rating.help.claim")}</p>}
      fields={[{ name: "claimed" }]}
      drawing={{ draw: () => <Claims items={items} fixedYear={before !== undefined} />, body }}
      initial={initial}
      keptUnder={`rating.${before?.id ?? `new.${stationId}`}`}
      send={(typed) =>
        before ? perform<Rating>(`/api/ratings/${before.id}/revisions`, typed) : collectionAt<Rating>("/api/ratings").add(typed, key)
      }
      close={close}
      done={async (after) => {
        close();
        queries.setQueryData(ratingKey(after.id), after);
        await queries.invalidateQueries({ queryKey: ["list"] });
        if (!before) void navigate({ to: "/ratings/$id", params: { id: after.id } });
      }}
    />
  );
}

function Claims({ items, fixedYear }: { items: readonly Item[]; fixedYear: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <div style={wholeLine}>
      <Form.Item name="year" label={t("rating.field.year")} rules={required}>
        <InputNumber min={2000} max={2100} precision={0} disabled={fixedYear} />
      </Form.Item>
      {items.map(({ code, name, points }, at) => (
        <fieldset key={code} className="rows">
          <legend>
            <strong>{name}</strong> <span className="muted">{t("rating.worth", { points })}</span>
          </legend>
          <Form.Item name={["claimed", at, "points"]} label={t("rating.field.claimed")} rules={required}>
            <InputNumber min={0} max={points} step={0.5} />
          </Form.Item>
          <Form.Item name={["claimed", at, "evidence"]} label={t("rating.field.evidence")} rules={required}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
          <Form.Item name={["claimed", at, "attachments"]} rules={[filesReady(t("web.attaching"))]}>
            <AttachmentField />
          </Form.Item>
        </fieldset>
      ))}
    </div>
  );
}

/** The office's marks for every item, and the stars that follow. */
export function AssessForm({ of, close }: { of: Rating; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mark = (code: string) => of.assessed?.find((row) => row.code === code) ?? of.claimed.find((row) => row.code === code);
  const initial: Typed = {
    assessed: of.items.map(({ code }) => ({
      points: mark(code)?.points ?? 0,
      reason: of.assessed?.find((row) => row.code === code)?.reason ?? "",
    })),
    ...{ stars: of.stars ?? 0, remark: of.remark ?? "" },
  };
  const body = (typed: Typed): Typed => {
    const rows = (typed["assessed"] ?? []) as { points: number; reason?: string | null }[];
    const assessed = of.items.map(({ code }, at) => ({ code, points: rows[at]?.points ?? 0, reason: rows[at]?.reason?.trim() || null }));
    return { assessed, stars: typed["stars"] ?? 0, remark: typed["remark"] || null };
  };
  return (
    <FormDialog<{ readonly name: string }, Rating>
      title={t("rating.verb.assess")}
      submit={t("rating.verb.assess")}
      intro={<p className="muted">{t("rating.help.assess")}</p>}
      fields={[{ name: "assessed" }]}
      drawing={{ draw: () => <Marks of={of} />, body }}
      initial={initial}
      keptUnder={`rating.assess.${of.id}`}
      send={(typed) => perform<Rating>(`/api/ratings/${of.id}/assessments`, typed)}
      close={close}
      done={async (after) => {
        close();
        queries.setQueryData(ratingKey(of.id), after);
        await queries.invalidateQueries({ queryKey: ["list"] });
      }}
    />
  );
}

function Marks({ of }: { of: Rating }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <div style={wholeLine}>
      {of.items.map(({ code, name, points }, at) => (
        <fieldset key={code} className="rows">
          <legend>
            <strong>{name}</strong>{" "}
            <span className="muted">
              {t("rating.claimed_of", { points, claimed: of.claimed.find((row) => row.code === code)?.points ?? 0 })}
            </span>
          </legend>
          <div className="row">
            <Form.Item name={["assessed", at, "points"]} label={t("rating.field.assessed")} rules={required}>
              <InputNumber min={0} max={points} step={0.5} />
            </Form.Item>
            <Form.Item name={["assessed", at, "reason"]} label={t("rating.field.reason")} style={{ flex: "1 1 260px" }}>
              <Input maxLength={500} />
            </Form.Item>
          </div>
        </fieldset>
      ))}
      <Form.Item name="stars" label={t("rating.field.stars")}>
        <Rate />
      </Form.Item>
      <Form.Item name="remark" label={t("rating.field.remark")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </div>
  );
}
