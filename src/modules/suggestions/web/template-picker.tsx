import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useTelling } from "../../../web/ui/telling.tsx";
import type { Place, ReplyDraft } from "./reply-draft.ts";
import { templatesKey } from "./template-form.tsx";

type Template = Omit<Schemas["StandardTemplate"], "code">;

interface Props {
  readonly draft: ReplyDraft;
  readonly append: (text: string) => void;
  readonly put: (at: Place, text: string) => void;
}

/** Takes the words of a template into the reply. What has been typed stays, unless the clerk says otherwise. */
export function TemplatePicker({ draft, append, put }: Props) {
  const { t } = useTranslation();
  const { modal } = useTelling();
  const [chosen, setChosen] = useState<string>();
  const found = useQuery({
    queryKey: [...templatesKey, "all"],
    queryFn: () => call(api.GET("/api/reply-templates", { params: { query: { limit: 200 } } })),
  });
  const all = new Map<string, Template>([
    ...(found.data?.items ?? []).map((one) => [one.id, one] as const),
    ...(found.data?.standard ?? []).map((one) => [one.code, one] as const),
  ]);
  const fits = (one: Template) => !draft.resultClass || !one.resultClass || one.resultClass === draft.resultClass;
  const options = (of: readonly [string, Template][], group: string) => {
    const fitting = of.filter(([, one]) => fits(one)).map(([value, one]) => ({ value, label: one.title }));
    return fitting.length > 0 ? [{ label: t(`suggestion.template.${group}`), options: fitting }] : [];
  };
  const own = new Set((found.data?.items ?? []).map((one) => one.id));
  const use = (id: string) => {
    const template = all.get(id);
    setChosen(id);
    if (!template) return;
    const wanted = wordsOf(template, draft);
    const taken = wanted.filter(({ now, text }) => now && now !== text);
    for (const { at, now, text } of wanted) if (!now) put(at, text);
    if (taken.length === 0) return;
    modal.confirm({
      title: t("suggestion.template.replace"),
      content: t("suggestion.template.replace_help"),
      okText: t("suggestion.template.replace_yes"),
      cancelText: t("suggestion.template.replace_no"),
      onOk: () => {
        for (const { at, text } of taken) put(at, text);
      },
    });
  };
  const phrases = chosen ? (all.get(chosen)?.phrases ?? []) : [];
  return (
    <div style={{ marginBottom: 16 }}>
      <Select
        value={chosen ?? null}
        placeholder={t("suggestion.template.choose")}
        aria-label={t("suggestion.template.choose")}
        options={[
          ...options(
            [...all].filter(([id]) => own.has(id)),
            "own",
          ),
          ...options(
            [...all].filter(([id]) => !own.has(id)),
            "standard",
          ),
        ]}
        onChange={(id: string | null) => id && use(id)}
        style={{ width: "100%", maxWidth: 360 }}
      />
      {phrases.length > 0 ? (
        <div style={{ display: "flex", flexWrap: "wrap", gap: 6, marginTop: 8 }}>
          <span className="muted">{t("suggestion.template.phrases_help")}</span>
          {phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              style={{ whiteSpace: "normal", height: "auto", textAlign: "start" }}
              onClick={() => append(phrase)}
              data-phrase
            >
              {phrase}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

interface Wanted {
  readonly at: Place;
  readonly now: string;
  readonly text: string;
}

/** Where the words of a template go, and what stands there now. */
function wordsOf({ opening, closing }: Template, { whole, body, answers }: ReplyDraft): Wanted[] {
  const both = [opening, closing].filter(Boolean).join("\n");
  const places: Wanted[] = whole
    ? [{ at: ["body"], now: body?.trim() ?? "", text: both }]
    : [
        { at: ["answers", "opening"], now: answers?.opening?.trim() ?? "", text: opening },
        { at: ["answers", "closing"], now: answers?.closing?.trim() ?? "", text: closing },
      ];
  return places.filter(({ text }) => text !== "");
}
