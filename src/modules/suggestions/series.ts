/** In which series a number was given: that of a session, or that of a year out of session. */
export type Series = { readonly session: number } | { readonly year: number };

const digits = "零一二三四五六七八九";

/** `3`, `第3次`, `第三次会议`; `2023`, `2023年`, `闭会期间2023年`. Undefined for anything else. */
export function seriesIn(said: string): Series | undefined {
  const text = said.replaceAll(/\s/g, "");
  const year = /^(?:闭会期间)?((?:19|20)\d{2})年?(?:闭会期间)?$/.exec(text);
  if (year) return { year: Number(year[1]) };
  const session = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})(?:次(?:会议)?)?$/.exec(text)?.[1];
  const no = session === undefined ? undefined : numberIn(session);
  return no === undefined || no < 1 ? undefined : { session: no };
}

/** Up to ninety-nine, in Arabic or Chinese figures. */
function numberIn(said: string): number | undefined {
  if (/^\d+$/.test(said)) return Number(said);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(said);
  if (!parts || (!parts[2] && parts[1] && parts[3])) return undefined;
  const [, tens, ten, ones] = parts;
  const figure = (sign: string | undefined) => (sign ? digits.indexOf(sign) : 0);
  return ten ? (tens ? figure(tens) : 1) * 10 + figure(ones) : figure(tens) + figure(ones);
}

/** Someone or something named in a cell, with what tells namesakes apart: `张三（DJ11-0012）`. */
export interface Named {
  readonly name: string;
  readonly mark: string | undefined;
}

/** The names in a cell, one after the other; Chinese names are often spread out with a blank. */
export function namesIn(said: string): Named[] {
  return said
    .split(/[、，,;；\n]+/)
    .map((one) => one.replaceAll(/(?<=[\p{sc=Han}])\s+(?=[\p{sc=Han}])/gu, "").trim())
    .filter((one) => one !== "")
    .map((one) => {
      const marked = /^(.+?)\s*[（(](.+)[）)]$/.exec(one);
      return marked ? { name: marked[1] ?? "", mark: marked[2]?.trim() } : { name: one, mark: undefined };
    });
}
