import type { Schemas } from "../../../web/api/client.ts";

export type Health = Schemas["Health"];
export const healthKey = ["health"];
