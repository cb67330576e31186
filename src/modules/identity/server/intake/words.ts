import { sayingsIn } from "../../../../platform/i18n/words.ts";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };

/** Every way in which this module says a key. */
export const sayings = sayingsIn({ "zh-CN": zh, en });
