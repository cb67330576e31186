import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Radio, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import type { Bound, Field, OwnControl } from "../../../web/ui/verb-field.tsx";
import type { VerbName } from "../lifecycle.ts";
import { type Suggestion, useCodes } from "./api.ts";
import { Promises, Units } from "./form-lists.tsx";
import { DeputyPicker, UnitPicker } from "./pickers.tsx";

/** The fields of a suggestion's verbs that no other module has. */
export function controlsOf(of: Suggestion, verb: VerbName): { own: OwnControl; extra: (typed: Typed) => ReactNode } {
  return {
    own: (field, typed, bound) => <Own {...{ of, field, typed, bound }} />,
    extra: (typed) => <Extra verb={verb} typed={typed} />,
  };
}

/** Parts of a form that are lists of their own. */
function Extra({ verb, typed }: { verb: VerbName; typed: Typed }) {
  const { t } = useTranslation();
  if (verb === "forward" || (verb === "assign" && typed["through"] === "units")) return <Units label={t("suggestion.field.units")} />;
  if (verb === "draft_reply" && typed["outcome"] !== undefined) return <Promises label={t("suggestion.field.commitments")} />;
  return null;
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
      return <OtherCase of={of} bound={bound} />;
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

/** Another case of the same congress, found by words of its title. */
function OtherCase({ of, bound }: { of: Suggestion; bound: Bound }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const query = { congressId: of.congress.id, limit: 30, sort: "newest" as const, ...(search ? { search } : {}) };
  const found = useQuery({
    queryKey: ["suggestions", "other", query],
    queryFn: () => call(api.GET("/api/suggestions", { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? [])
    .filter((line) => line.id !== of.id)
    .map((line) => ({
      value: line.id,
      label: [line.label, line.title, t(`suggestion.status.${line.status}`)].filter(Boolean).join(" · "),
    }));
  return (
    <Select showSearch={{ filterOption: false, onSearch: setSearch }} options={options} loading={found.isFetching} {...selecting(bound)} />
  );
}
