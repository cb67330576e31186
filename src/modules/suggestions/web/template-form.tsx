import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey, type Schemas } from "../../../web/api/client.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { collectionAt } from "../../../web/ui/collection-api.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";

type Template = Schemas["ReplyTemplate"];
export type Parts = Pick<Template, "title" | "resultClass" | "opening" | "closing" | "phrases">;

/** A template to change, or a new one, perhaps with the words of another. */
export interface Open {
  readonly organisationId: string;
  readonly before?: Template;
  readonly from?: Parts;
}

export const templatesPath = "/api/reply-templates";
export const templatesAt = collectionAt<Template>(templatesPath);
export const templatesKey = ["reply-templates"];

const fields: readonly Field[] = [
  { name: "title", kind: "text", max: 60 },
  { name: "resultClass", kind: "select", values: ["A", "B", "C", "D"], words: "suggestion.template.of_class", optional: true },
  { name: "opening", kind: "lines", max: 2000, optional: true, wide: true },
  { name: "closing", kind: "lines", max: 3000, optional: true, wide: true },
  { name: "phrases", kind: "lines", max: 3000, optional: true, wide: true },
];

/** The form of a template; its phrases are typed one in a line. */
export function TemplateForm({ organisationId, before, from, close }: Open & { close: () => void }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const typed = (of: Parts) => ({
    title: of.title,
    resultClass: of.resultClass,
    opening: of.opening,
    closing: of.closing,
    phrases: of.phrases.join("\n"),
  });
  const body = ({ opening, closing, phrases, ...rest }: Readonly<Record<string, unknown>>) => ({
    ...{ ...rest, organisationId, retired: before?.retired ?? false, opening: opening ?? "", closing: closing ?? "" },
    phrases: String(phrases ?? "")
      .split("\n")
      .flatMap((line) => line.trim() || []),
  });
  return (
    <FormDialog<Field, Template>
      title={t(before ? "suggestion.template.change" : "suggestion.template.add")}
      submit={t("web.save")}
      intro={<p className="muted">{t(before ? "suggestion.template.help_change" : "suggestion.template.help_add")}</p>}
      fields={fields}
      drawing={keptFields("suggestion.template", fields)}
      {...(from ? { initial: typed(from) } : {})}
      {...(before ? { seen: { version: before.version, values: typed(before) } } : {})}
      {...(before
        ? {
            latest: async () => {
              const { items } = await call(
                api.GET(templatesPath, { params: { query: { retired: String(before.retired) as "true" | "false", limit: 200 } } }),
              );
              const now = items.find((one) => one.id === before.id) ?? before;
              return { version: now.version, values: typed(now) };
            },
          }
        : {})}
      keptUnder={`reply_template.${before?.id ?? "new"}`}
      send={(values, seen) =>
        before ? templatesAt.change(before.id, seen, body(values)) : templatesAt.add<Template>(body(values), idempotencyKey())
      }
      done={() => {
        close();
        message.success(t("web.saved"));
        void queries.invalidateQueries({ queryKey: templatesKey });
      }}
      close={close}
    />
  );
}
