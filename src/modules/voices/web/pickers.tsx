import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import type { OwnControl } from "../../../web/ui/verb-field.tsx";
import { endStates, voiceStates } from "../terms.ts";
import { useCodes } from "./api.ts";

interface Picker {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

export const areasOf = { path: "/api/areas", whole: true, tree: true, gone: "retiredOn" } as const;

/** The place a matter is about. */
export function AreaPicker(props: Picker) {
  const { t } = useTranslation();
  return <ReferencePicker {...props} of={areasOf} placeholder={t("voice.placeholder.area")} />;
}

/** Units that can be given something to handle. */
function UnitPicker(props: Picker) {
  const { t } = useTranslation();
  return (
    <ReferencePicker
      {...props}
      of={{ path: "/api/organisations", whole: true, gone: "dissolvedOn" }}
      placeholder={t("voice.placeholder.unit")}
    />
  );
}

/** What is not taken; under each, where to go. */
function ElsewherePicker({ id, value, onChange }: Picker) {
  const { elsewhere } = useCodes();
  const chosen = elsewhere.find(({ code }) => code === value);
  return (
    <>
      <Select
        {...(id ? { id } : {})}
        options={elsewhere.map(({ code, name }) => ({ value: code, label: name }))}
        value={value ?? null}
        onChange={(next) => onChange?.(next)}
      />
      {chosen ? <p className="muted">{chosen.where}</p> : null}
    </>
  );
}

export function CategoryPicker({ id, value, onChange }: Picker) {
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: "label" }}
      options={useCodes().categories}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
    />
  );
}

const open = voiceStates.filter((state) => state !== "joined" && !endStates.some((one) => one === state));

/** Another voice that is still open, found by a search. */
function VoicePicker({ id, value, onChange, without }: Picker & { readonly without: string }) {
  const found = useQuery({
    queryKey: ["open-voices"],
    queryFn: () => call(api.GET("/api/voices", { params: { query: { status: [...open], limit: 100, sort: "-received" } } })),
    staleTime: 30_000,
  });
  const others = (found.data?.items ?? []).filter((one) => one.id !== without);
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: "label" }}
      options={others.map((one) => ({ value: one.id, label: `${one.label} ${one.title}` }))}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
    />
  );
}

/** Fields of a verb's form that are the module's own. */
export const ownControl =
  (voiceId: string): OwnControl =>
  (field, _typed, { id, value, onChange }) => {
    const bound = {
      ...(id ? { id } : {}),
      value: typeof value === "string" ? value : null,
      onChange: (next: string | null) => onChange?.(next),
    };
    if (field.kind === "unit") return <UnitPicker {...bound} />;
    if (field.kind === "elsewhere") return <ElsewherePicker {...bound} />;
    if (field.kind === "category") return <CategoryPicker {...bound} />;
    return field.kind === "voice" ? <VoicePicker {...bound} without={voiceId} /> : undefined;
  };
