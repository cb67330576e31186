import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import { language } from "../i18n.ts";

// Whoever draws a picker of days takes them from here, so that the names of its months are there with it and not before.
dayjs.locale(language() === "en" ? "en" : "zh-cn");

export { type Dayjs, dayjs };
