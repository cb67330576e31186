import type { Generated } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { AreaKind, CongressLevel, MandateState, OrganisationKind, RoleName } from "../terms.ts";

interface Row {
  district: string;
  id: string;
  version: Generated<number>;
}

export type IdentityTables = {
  area: Row & { code: string; kind: AreaKind; name: string; parentId: string | null; sortKey: string; retiredOn: DateISO | null };
  organisation: Row & {
    kind: OrganisationKind;
    name: string;
    shortName: string;
    areaId: string;
    parentId: string | null;
    phone: string | null;
    sortKey: string;
    foundedOn: DateISO | null;
    dissolvedOn: DateISO | null;
  };
  congress: Row & {
    level: CongressLevel;
    areaId: string;
    congressNo: number;
    name: string;
    termStartsOn: DateISO;
    termEndedOn: DateISO | null;
  };
  congressSession: Row & { congressId: string; sessionNo: number; openedOn: DateISO; closedOn: DateISO };
  electoralDistrict: Row & { congressId: string; number: number; name: string; areaId: string; seats: number };
  delegation: Row & { congressId: string; name: string; areaId: string | null };
  deputyGroup: Row & { name: string; areaId: string | null; field: string | null; foundedOn: DateISO; dissolvedOn: DateISO | null };
  person: Row & {
    name: string;
    gender: "male" | "female" | null;
    nationality: string | null;
    bornIn: string | null;
    politicalStatus: string | null;
    education: string | null;
    occupation: string | null;
    phone: string | null;
    sortKey: string;
  };
  mandate: Row & {
    personId: string;
    congressId: string;
    electoralDistrictId: string | null;
    delegationId: string | null;
    groupId: string | null;
    areaId: string;
    cardNo: string | null;
    directlyElected: boolean;
    byElection: Generated<boolean>;
    electedOn: DateISO;
    status: MandateState;
    endedOn: DateISO | null;
  };
  mandateStep: {
    district: string;
    id: string;
    mandateId: string;
    verb: string;
    at: Instant;
    byAccount: string | null;
    effectiveOn: DateISO;
    ground: string | null;
    documentNo: string | null;
    note: string | null;
  };
  role: Row & { personId: string; organisationId: string; name: RoleName; startsOn: DateISO; endsOn: DateISO | null };
  account: Row & {
    personId: string;
    userName: string;
    phone: string | null;
    passwordHash: string | null;
    mustChangePassword: Generated<boolean>;
    totpSecret: string | null;
    totpUsedStep: number | null;
    failures: Generated<number>;
    lockedUntil: Instant | null;
    disabled: Generated<boolean>;
  };
  signIn: {
    district: string;
    id: string;
    accountId: string;
    tokenDigest: string;
    startedAt: Instant;
    seenAt: Instant;
    expiresAt: Instant;
    endedAt: Instant | null;
    address: string;
    device: string;
  };
  signInAttempt: {
    id: string;
    at: Instant;
    district: string | null;
    accountId: string | null;
    address: string;
    outcome: string;
  };
  firstStart: { one: Generated<boolean>; tokenDigest: string | null; usedAt: Instant | null };
};
