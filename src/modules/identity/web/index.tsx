import type { Page } from "../../../web/page.ts";

export const identityPages: readonly Page[] = [];
