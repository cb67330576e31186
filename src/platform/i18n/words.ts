import i18next, { type i18n } from "i18next";
import { teachNumerals } from "./numeral.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Looks up a sentence by its key in one language. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** A module's sentences, by language; keys are dotted paths. */
export type Catalogue = Readonly<Record<Language, object>>;

/** Joins the modules' catalogues. Throws when two of them define one sentence. */
export function catalogue(parts: readonly Catalogue[]): Catalogue {
  const joined = { "zh-CN": {}, en: {} };
  for (const language of languages) for (const part of parts) join(joined[language], part[language], "");
  return joined;
}

type Branch = Record<string, unknown>;

function join(into: Branch, from: object, path: string): void {
  for (const [key, value] of Object.entries(from)) {
    const here = into[key];
    if (isBranch(here) && isBranch(value)) join(here, value, `${path}${key}.`);
    else if (here !== undefined) throw new Error(`two catalogues define ${path}${key}`);
    else into[key] = isBranch(value) ? structuredClone(value) : value;
  }
}

const isBranch = (value: unknown): value is Branch => typeof value === "object" && value !== null;

/** The sentences of every language, ready to be asked for. */
export function speak(sentences: Catalogue): (language: Language) => Words {
  const instance: i18n = i18next.createInstance();
  void instance.init({
    initAsync: false,
    lng: "zh-CN",
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { "zh-CN": { translation: sentences["zh-CN"] }, en: { translation: sentences.en } },
  });
  teachNumerals(instance);
  return (language) => {
    const t = instance.getFixedT(language);
    return (key, params) => t(key, { ...params });
  };
}

/** Every way in which these sentences say `key`: what comes in from outside may have been written in another language than its reader's. */
export function sayingsIn(sentences: Catalogue): (key: string) => string[] {
  const all = languages.map(speak(sentences));
  return (key) => all.map((words) => words(key));
}

/** The language a browser asks for; Chinese unless English comes first. */
export function preferred(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith("en") ? "en" : "zh-CN";
}
