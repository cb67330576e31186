/** The words of the field for who and where (domain.md §1.1–1.2, §13). */

export const areaKinds = ["district", "town", "subdistrict", "village", "community"] as const;
export type AreaKind = (typeof areaKinds)[number];

export const congressLevels = ["nation", "province", "city", "district", "town"] as const;
export type CongressLevel = (typeof congressLevels)[number];

export const organisationKinds = [
  "standing_committee",
  "chairpersons_council",
  "special_committee",
  "deputy_office",
  "credentials_committee",
  "presidium",
  "subdistrict_committee",
  "government_office",
  "government",
  "department",
  "town_government",
  "subdistrict_office",
  "court",
  "procuratorate",
  "supervision_commission",
  "other_unit",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds that can be given a suggestion or an opinion to handle (承办单位). */
export const handlingKinds = [
  "department",
  "town_government",
  "subdistrict_office",
  "court",
  "procuratorate",
  "supervision_commission",
  "government_office",
  "other_unit",
] as const satisfies readonly OrganisationKind[];

export const roleNames = ["administrator", "officer", "leader", "group_leader", "liaison"] as const;
/** What a person is in an organisation: an officer does the work (经办), a leader signs (负责人). */
export type RoleName = (typeof roleNames)[number];

export const mandateStates = ["in_force", "suspended", "ended"] as const;
export type MandateState = (typeof mandateStates)[number];
