import type { Locale } from "antd/es/locale";
import zhCN from "antd/es/locale/zh_CN";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { teachNumerals } from "../platform/i18n/numeral.ts";
import { catalogue, type Language, languages } from "../platform/i18n/words.ts";

type Part = Record<string, object>;
const chinese = import.meta.glob<object>(
  ["../modules/*/messages/zh-CN.json", "../platform/i18n/messages/zh-CN.json", "./messages/zh-CN.json"],
  { eager: true, import: "default" },
);
const english = import.meta.glob<object>(["../modules/*/messages/en.json", "../platform/i18n/messages/en.json", "./messages/en.json"], {
  import: "default",
});

const kept = "lianxin.language";
const joined = (parts: readonly object[], language: Language): Part =>
  catalogue(parts.map((part) => ({ "zh-CN": {}, en: {}, [language]: part })))[language] as Part;

/** The language the reader chose; Chinese unless he chose English. */
export const language = (): Language => (localStorage.getItem(kept) === "en" ? "en" : "zh-CN");

/** Loads the sentences of the chosen language; English comes only when it is asked for. */
export async function startI18n(): Promise<void> {
  const resources: Record<string, { translation: Part }> = { "zh-CN": { translation: joined(Object.values(chinese), "zh-CN") } };
  if (language() === "en") resources["en"] = { translation: joined(await Promise.all(Object.values(english).map((load) => load())), "en") };
  await i18next.use(initReactI18next).init({ lng: language(), fallbackLng: "zh-CN", interpolation: { escapeValue: false }, resources });
  teachNumerals(i18next);
  document.documentElement.lang = language();
}

/** The kit's own words in that language. */
export const kitWords = async (): Promise<Locale> => (language() === "en" ? (await import("antd/es/locale/en_US")).default : zhCN);

/** Changes the language for good; the page starts anew with it. */
export function chooseLanguage(to: Language): void {
  if (languages.includes(to)) localStorage.setItem(kept, to);
  location.reload();
}
