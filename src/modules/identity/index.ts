import type { Module } from "../../platform/module.ts";
import { duties } from "./access.ts";
import type { Actor } from "./actor.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { type Duty, identityPortal } from "./portal/index.ts";
import { forgetImports } from "./server/intake/drafts.ts";
import { forgetSignIns } from "./server/retention.ts";
import { identityRoutes } from "./server/routes.ts";

export { type ActingMandate, type Actor, handlingOrganisations, mandatesInForce, organisationsAs, type Person, worksIn } from "./actor.ts";
export type { Duty } from "./portal/index.ts";
export { nameKey } from "./server/collections.ts";
export { directory, type Listed, listed } from "./server/directory.ts";
export { districtShown } from "./server/district-shown.ts";
export { isEmpty, issueFirstToken } from "./server/first-start.ts";
export type { Existing, Intake, IntakeColumn, Known, Read, Reads, Values } from "./server/intake/kind.ts";
export { hashPassword } from "./server/password.ts";
export { peopleBehind } from "./server/people.ts";
export { areasOfTown, publicTowns } from "./server/public-areas.ts";
export { publicDeputy as deputyByCode } from "./server/public-deputies.ts";
export { publicVillages } from "./server/public-villages.ts";
export { isSecure } from "./server/routes.ts";
export { actorBehind, openSession, tokenOf } from "./server/sessions.ts";
export type { IdentityTables } from "./server/tables.ts";
export * from "./terms.ts";

type Options = Parameters<typeof identityRoutes>[0] & {
  /** What further modules tell of a deputy's work on his public page. */
  readonly duties: readonly Duty[];
};

export const identity = (options: Options): Module<Actor> => ({
  name: "identity",
  migrations: { module: "identity", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  routes: identityRoutes(options),
  portal: identityPortal(options.duties),
  sweeps: [forgetSignIns, forgetImports],
  permits: Object.fromEntries(Object.entries(duties).map(([duty, may]) => [`duty:${duty}`, may])),
});
