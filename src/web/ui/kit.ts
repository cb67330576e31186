import type { App } from "antd";

/** With what the kit tells and asks. */
export type Kit = ReturnType<typeof App.useApp>;
