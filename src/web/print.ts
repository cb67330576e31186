import type { ThemeConfig } from "antd";

const kept = "lianxin.print";

/** Does the reader want large letters? */
export const isLarge = (): boolean => localStorage.getItem(kept) === "large";

/** Changes the size of letters for good; the page starts anew with it. */
export function chooseLarge(large: boolean): void {
  if (large) localStorage.setItem(kept, "large");
  else localStorage.removeItem(kept);
  location.reload();
}

/** The house's look in large letters, with buttons that a thumb does not miss. */
export function enlarged({ token, ...rest }: ThemeConfig): ThemeConfig {
  return { ...rest, token: { ...token, fontSize: 20, controlHeight: 46, controlHeightLG: 54 } };
}
