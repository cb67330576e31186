import { Alert, Form, Radio, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Typed } from "../../../web/ui/collection-api.ts";
import type { Bound, Field, OwnControl } from "../../../web/ui/verb-field.tsx";
import type { VerbName } from "../lifecycle.ts";
import { gist, pointsOf } from "../points.ts";
import { supervisingKinds } from "../terms.ts";
import type { Suggestion } from "./api.ts";
import { CasePicker } from "./case-picker.tsx";
import { withLead } from "./choice.ts";
import { useCodes } from "./codes.ts";
import { Units } from "./form-lists.tsx";
import { DeputyPicker, UnitPicker } from "./pickers.tsx";
import { Precedents } from "./precedents.tsx";
import { opinionsIn } from "./reply-draft.ts";
import { askedText } from "./step-sayings.ts";

/** The fields of a suggestion's verbs that no other module has. */
export function controlsOf(of: Suggestion, verb: VerbName): { own: OwnControl; extra: (typed: Typed) => ReactNode; intro?: ReactNode } {
  return {
    own: (field, typed, bound) => <Own {...{ of, field, typed, bound }} />,
    extra: (typed) => <Extra id={of.id} verb={verb} typed={typed} />,
    ...(verb === "give_opinion" ? { intro: <Asked of={of} /> } : {}),
  };
}

/** Parts of a form that are lists of their own. */
function Extra({ id, verb, typed }: { id: string; verb: VerbName; typed: Typed }) {
  const { t } = useTranslation();
  if (verb === "forward" || (verb === "assign" && typed["through"] === "units"))
    return (
      <>
        <Units label={t("suggestion.field.units")} />
        <Recommended id={id} />
      </>
    );
  return null;
}

/** What the lead handler asks of my unit. */
function Asked({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const mine = new Set(of.parts.filter((part) => part.mine).map((part) => part.id));
  const asks = of.requests.filter(
    (one) => one.kind === "co_opinion" && one.decision === null && one.partId !== null && mine.has(one.partId),
  );
  return asks.map((ask) => (
    <Alert key={ask.id} type="info" style={{ marginBottom: 12 }} message={askedText(ask, t)} description={ask.reason} />
  ));
}

/** Who answered for similar cases; a click puts the unit into the form. */
function Recommended({ id }: { id: string }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.Item label={t("suggestion.precedents.label")} extra={t("suggestion.precedents.help")}>
      <Precedents id={id} pick={(unitId) => form.setFieldValue("units", withLead(form.getFieldValue("units") ?? [], unitId))} />
    </Form.Item>
  );
}

interface OwnProps {
  readonly of: Suggestion;
  readonly field: Field;
  readonly typed: Typed;
  readonly bound: Bound;
}

/** A select bound to its form item. */
const selecting = ({ id, value, onChange }: Bound) => ({
  ...(id ? { id } : {}),
  value: value ?? null,
  onChange: (next: unknown) => onChange?.(next),
});
const picking = ({ id, value, onChange }: Bound) => ({
  ...(id ? { id } : {}),
  value: typeof value === "string" ? value : null,
  onChange: (next: string | null) => onChange?.(next),
});

function Own({ of, field, typed, bound }: OwnProps) {
  const { t } = useTranslation();
  const codes = useCodes().data;
  const select = (options: readonly { value: string; label: string }[]) => <Select options={[...options]} {...selecting(bound)} />;
  switch (field.kind) {
    case "category":
      return select((codes?.categories ?? []).map(named));
    case "reject":
      return select((codes?.rejectionReasons ?? []).map(named));
    case "class":
      return (
        <Radio.Group
          value={bound.value}
          onChange={(event) => bound.onChange?.(event.target.value)}
          options={(codes?.classes ?? []).map(({ code, name }) => ({ value: code, label: t("suggestion.class_named", { code, name }) }))}
        />
      );
    case "outcome":
      return select(
        (codes?.classes.find((one) => one.code === typed["resultClass"])?.outcomes ?? []).map((value) => ({
          value,
          label: t(`suggestion.outcome.${value}`),
        })),
      );
    case "office":
      return <UnitPicker kinds={["government_office"]} {...picking(bound)} />;
    case "supervising_body":
      return <UnitPicker kinds={supervisingKinds} {...picking(bound)} />;
    case "deputies":
      return (
        <DeputyPicker
          congressId={of.congress.id}
          without={of.signers.map((signer) => signer.mandateId)}
          value={Array.isArray(bound.value) ? bound.value : []}
          onChange={(next) => bound.onChange?.(next)}
          {...(bound.id ? { id: bound.id } : {})}
        />
      );
    case "other_case":
      return <CasePicker of={of} {...picking(bound)} />;
    case "contact":
      return select(
        of.contacts
          .filter((one) => one.confirmedAt === null)
          .map((one) => ({ value: one.id, label: `${t(`suggestion.stage.${one.stage}`)} ${one.heldOn} ${one.content}` })),
      );
    case "promise":
      return select(
        of.commitments.filter((one) => one.state === "open").map((one) => ({ value: one.id, label: `${one.content}（${one.dueOn}）` })),
      );
    case "co_part":
      return select(opinionsIn(of).map(({ part, unit }) => ({ value: part.id, label: unit })));
    case "point":
      return (
        <Select
          allowClear
          placeholder={t("suggestion.placeholder.point")}
          options={pointsOf(of.proposal).map((point, index) => ({ value: index + 1, label: `${index + 1}. ${gist(point, 40)}` }))}
          {...selecting(bound)}
        />
      );
    case "extension":
      return select(
        of.requests.filter((one) => one.kind === "extension" && one.decision === null).map((one) => ({ value: one.id, label: one.reason })),
      );
    case "signed_reply":
      return select(
        of.replies.filter((one) => one.signedAt).map((one) => ({ value: one.id, label: `${one.resultClass} ${one.documentNo ?? ""}` })),
      );
    default:
      return null;
  }
}

const named = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
