import type { Me } from "../../../web/page.ts";

const receiving: readonly string[] = ["presidium", "subdistrict_committee", "deputy_office"];

/** Does he sort what came in? */
export const sorts = (me: Me): boolean =>
  me.roles.some(({ name, organisationKind }) => (name === "officer" || name === "leader") && receiving.includes(organisationKind));

export const isDeputy = (me: Me): boolean => me.mandates.some(({ status }) => status === "in_force");

/** Does he write down what people say? Whoever is here without an office and without a mandate works at a station. */
export const writesDown = (me: Me): boolean => sorts(me) || isDeputy(me) || me.roles.length === 0;
