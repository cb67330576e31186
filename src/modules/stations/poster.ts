import { speak, type Words } from "../../platform/i18n/words.ts";
import { type OfficialPaper, row } from "../../platform/papers/paper.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };

const chinese = speak({ "zh-CN": zh, en })("zh-CN");

/** Official papers are Chinese, whoever prints them. */
const say: Words = (key, params) => chinese(`reception.poster.${key}`, params);

export interface Announced {
  readonly stationName: string;
  readonly address: string;
  readonly phone: string | null;
  readonly keeper: string;
  readonly day: string;
  /** Monday is 1, Sunday is 7. */
  readonly weekday: number;
  readonly fromTime: string;
  readonly toTime: string;
  readonly place: string | null;
  readonly theme: string | null;
  readonly receives: readonly string[];
  /** The short address of the station's public page, as one types it. */
  readonly publicPage: string;
  /** The day of its announcement; until then the sheet says that it is a draft. */
  readonly announcedOn: string | null;
}

/** The announcement of a reception, to hang on the door (接待公告). */
export function posterOf(of: Announced): OfficialPaper {
  const { stationName: station, address, fromTime, toTime, place, theme, phone } = of;
  const day = say("day", { day: dayInWords(of.day), weekday: say(`weekday.${of.weekday}`) });
  const rows = [
    [say("when"), say("hours", { day, fromTime, toTime })],
    [say("where"), place ? say("place", { place, station }) : say("address", { station, address })],
    [say("who"), of.receives.join("、")],
    ...(theme ? [[say("theme"), theme]] : []),
    ...(phone ? [[say("phone"), phone]] : []),
    [say("page"), of.publicPage],
  ];
  return {
    ...{ name: say("name", { station, day: of.day }), head: null, documentNo: null, mark: null },
    ...{ draft: of.announcedOn ? null : say("draft"), title: say("title", { station }), addressee: say("addressee") },
    blocks: [
      { kind: "paragraph", text: say("intro") },
      { kind: "table", columns: [34, 122], rows: rows.map((texts) => row(2, texts)) },
      { kind: "paragraph", text: say("elsewhere") },
      { kind: "paragraph", text: say("scan") },
      { kind: "code", text: of.publicPage, width: 30 },
    ],
    signature: of.announcedOn ? { unit: of.keeper, date: dayInWords(of.announcedOn) } : null,
    ...{ contact: null, copies: null },
  };
}

/** 2023年10月16日 */
function dayInWords(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return say("date", { year, month: Number(month), date: Number(date) });
}
