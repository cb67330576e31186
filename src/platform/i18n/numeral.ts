import type { i18n } from "i18next";

const digits = "〇一二三四五六七八九";

/** 三、十、十二、二十一: numbers below a hundred, written out. */
export const numeral = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 || n === 0 ? digits[ones] : ""}`;
};

/** The number that a numeral below a hundred says. */
export function ofNumeral(written: string): number {
  const [tens, ones] = written.includes("十") ? written.split("十") : ["", written];
  const ten = written.includes("十") ? (tens ? digits.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** Lets a sentence ask for a number written out: `第{{session, numeral}}次会议`, as congresses number their sessions. */
export const teachNumerals = (to: i18n): void =>
  to.services.formatter?.add("numeral", (value) => (/^\d{1,2}$/.test(String(value)) ? numeral(Number(value)) : String(value)));
