import { speak, type Words } from "../../../platform/i18n/words.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };

const chinese = speak({ "zh-CN": zh, en })("zh-CN");

/** Official papers are Chinese, whoever prints them. */
export const say: Words = (key, params) => chinese(`suggestion.papers.${key}`, params);
/** What the case page says too: grades, outcomes, roles. */
export const term = (key: string): string => chinese(`suggestion.${key}`);

/** 人代交〔2023〕12号 */
export const documentNo = ({ mark, year, number }: { mark: string; year: number; number: number }): string =>
  say("document_no", { mark, year, number });
