import { Tag } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";

export type Rule = Schemas["Rule"];
export type RuleForm = Schemas["RuleForm"];

interface Coded {
  readonly code: string;
  readonly name: string;
  readonly outcomes?: readonly string[];
}
interface Period {
  readonly amount: number;
  readonly unit: "working_day" | "day" | "month";
}

/** A value as the rule's own form understands it. */
const asPeriod = (value: unknown) => value as Period;
const asCodes = (value: unknown) => value as readonly Coded[];
const asClasses = (value: unknown) => (value as { classes: readonly Coded[] }).classes;

/** What a rule says, in words; long lists only by their size unless they are asked for. */
export function RuleValue({ form, value, whole = false }: { form: RuleForm; value: unknown; whole?: boolean }) {
  const { t } = useTranslation();
  switch (form.kind) {
    case "period":
      return <PeriodText of={asPeriod(value)} />;
    case "count":
      return t(`calendar.rule.count.${form.of}`, { count: (value as { max: number }).max });
    case "choice":
      return t(`${form.words}.${(value as Record<string, string>)[form.name]}`);
    case "codes":
      return <Coding whole={whole} items={asCodes(value)} said={(one) => one.name} />;
    case "entries":
      return <Entries form={form} items={value as readonly Entry[]} whole={whole} />;
    case "classes":
      return (
        <Coding
          whole={whole}
          items={asClasses(value)}
          said={(one) =>
            `${t("calendar.rule.class", { code: one.code, name: one.name })}（${(one.outcomes ?? []).map((outcome) => t(`${form.words}.${outcome}`)).join("、")}）`
          }
        />
      );
  }
}

/** What lies between the choices, and which of them holds where nothing was set; nothing where the catalogue says nothing. */
export function RuleHint({ form }: { form: RuleForm }) {
  const { t, i18n } = useTranslation();
  const key = form.kind === "choice" ? `${form.words}.hint` : "";
  return i18n.exists(key) ? t(key) : null;
}

type Entry = Readonly<Record<string, string>>;

/** Texts in several columns: each with the first words that name it, and the rest below. */
function Entries({ form, items, whole }: { form: Extract<RuleForm, { kind: "entries" }>; items: readonly Entry[]; whole: boolean }) {
  const { t } = useTranslation();
  if (!whole) return t("calendar.rule.items", { count: items.length });
  const shown = form.columns.filter(({ name }) => name !== "code");
  return (
    <div style={{ display: "grid", gap: 10 }}>
      {items.map((item) => (
        <dl key={item["code"]} className="facts">
          {shown.map(({ name }) =>
            item[name] ? (
              <Fragment key={name}>
                <dt>{t(`${form.words}.${name}`)}</dt>
                <dd style={{ whiteSpace: "pre-line" }}>{item[name]}</dd>
              </Fragment>
            ) : null,
          )}
        </dl>
      ))}
    </div>
  );
}

export function PeriodText({ of }: { of: Period }) {
  const { t } = useTranslation();
  return t("calendar.rule.period", { amount: of.amount, unit: t(`calendar.unit.${of.unit}`) });
}

interface CodingProps {
  readonly items: readonly Coded[];
  readonly whole: boolean;
  readonly said: (one: Coded) => string;
}

function Coding({ items, whole, said }: CodingProps) {
  const { t } = useTranslation();
  if (!whole) return t("calendar.rule.items", { count: items.length });
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 6 }}>
      {items.map((one) => (
        <Tag key={one.code} style={{ whiteSpace: "normal", marginInlineEnd: 0 }}>
          {said(one)}
        </Tag>
      ))}
    </div>
  );
}
