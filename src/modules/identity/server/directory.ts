import type { Db } from "../../../platform/db/database.ts";
import { handlingKinds, type OrganisationKind } from "../terms.ts";
import type { IdentityTables } from "./tables.ts";

/** What a rule may need to know of an organisation. */
export interface Listed {
  readonly kind: OrganisationKind;
  readonly dissolved: boolean;
  /** Can it be given something to handle (承办单位)? */
  readonly handles: boolean;
}

/** What rules know of an organisation of this kind. */
export const listed = (kind: OrganisationKind, dissolved: boolean): Listed => ({
  kind,
  dissolved,
  handles: !dissolved && handling.has(kind),
});

const handling: ReadonlySet<OrganisationKind> = new Set(handlingKinds);

/** Every organisation of the district, by identifier. */
export async function directory(db: Db, district: string): Promise<ReadonlyMap<string, Listed>> {
  const all = db.withTables<IdentityTables>().selectFrom("organisation").select(["id", "kind", "dissolvedOn"]);
  const found = await all.where("district", "=", district).execute();
  return new Map(found.map(({ id, kind, dissolvedOn }) => [id, listed(kind, dissolvedOn !== null)]));
}
