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
export function enlarged({ token, components, ...rest }: ThemeConfig): ThemeConfig {
  const larger = {
    ...components,
    Card: { ...components?.Card, headerFontSize: 21, headerFontSizeSM: 20 },
    Menu: { ...components?.Menu, itemHeight: 46, groupTitleFontSize: 17 },
  };
  return { ...rest, components: larger, token: { ...token, fontSize: 20, controlHeight: 46, controlHeightLG: 54 } };
}
