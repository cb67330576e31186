import { useTranslation } from "react-i18next";
import type { Field } from "./collection.ts";
import { FormDialog } from "./form-dialog.tsx";
import { keptFields } from "./kept-fields.tsx";
import { type SavedFilter, useFilterKeeping } from "./list-settings.ts";
import { useTelling } from "./telling.tsx";

const fields: readonly Field[] = [
  { name: "name", kind: "text", max: 40, wide: true },
  { name: "isDefault", kind: "yes_no", wide: true },
];

interface FormProps {
  readonly list: string;
  readonly query: string;
  /** The filter to change; without it, one is kept anew. */
  readonly of?: SavedFilter;
  readonly close: () => void;
}

/** Keeps the present filters under a name, or changes what they are called. */
export function FilterForm({ list, query, of, close }: FormProps) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const { save, change } = useFilterKeeping(list);
  return (
    <FormDialog<Field, SavedFilter>
      title={t(of ? "web.saved_filter.change" : "web.saved_filter.save")}
      submit={t("web.save")}
      intro={<p className="muted">{t("web.saved_filter.help")}</p>}
      fields={fields}
      drawing={keptFields("web.saved_filter", fields)}
      {...(of ? { seen: { version: 0, values: { ...of } } } : { initial: { isDefault: false } })}
      keptUnder={`filter.${list}.${of?.id ?? "new"}`}
      send={({ name, isDefault }) => {
        const body = { name: String(name), isDefault: isDefault === true, query };
        return of ? change(of.id, body) : save(body);
      }}
      done={({ name }) => {
        close();
        message.success(t("web.saved_filter.saved", { name }));
      }}
      close={close}
    />
  );
}
