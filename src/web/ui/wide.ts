import { Grid } from "antd";

/** Is there room for a table and a side menu? */
export const useWide = (): boolean => Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
