import type { ThemeConfig } from "antd";

/** Has the reader asked his system to let nothing move? */
export const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The same look, in which nothing moves. */
export const calmed = ({ token, ...rest }: ThemeConfig): ThemeConfig => ({ ...rest, token: { ...token, motion: false } });
