import { Grid } from "antd";
import { useRef } from "react";

/** Is there room for a table and a side menu? What is printed looks as it did on the screen. */
export function useWide(): boolean {
  const now = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const shown = useRef(now);
  if (!window.matchMedia("print").matches) shown.current = now;
  return shown.current;
}
