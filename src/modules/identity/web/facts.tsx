import { useTranslation } from "react-i18next";
import type { FormSpec } from "../../../web/ui/collection.ts";
import type { Kept } from "../../../web/ui/collection-api.ts";
import { FieldValue } from "../../../web/ui/field-value.tsx";

interface Props {
  readonly spec: FormSpec;
  readonly of: Kept;
  readonly without?: readonly string[];
}

/** Everything that is kept of a thing, in the order of its form. */
export function Facts({ spec, of, without = [] }: Props) {
  const { t } = useTranslation();
  const values: Readonly<Record<string, unknown>> = { ...of };
  return (
    <dl className="facts">
      {spec.fields
        .filter((field) => !without.includes(field.name))
        .map((field) => (
          <div key={field.name} style={{ display: "contents" }}>
            <dt>{t(`${spec.words}.field.${field.name}`)}</dt>
            <dd>
              <FieldValue field={field} value={values[field.name]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
