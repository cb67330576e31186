import { catalogue, languages, speak, type Words } from "../../../../platform/i18n/words.ts";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };

const inLanguage = speak(catalogue([{ "zh-CN": zh, en }]));
const all: readonly Words[] = languages.map(inLanguage);

/** A sheet may have been made in another language than its reader speaks: every way in which the house says `key`. */
export const sayings = (key: string): string[] => all.map((words) => words(key));
