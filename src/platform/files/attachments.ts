import { sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Db, Tx } from "../db/database.ts";
import type { Account } from "../http/route.ts";
import { invalid, type Refusal } from "../refusal.ts";
import type { Attached, Attachment } from "./contract.ts";

export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Whoever sent a file in: an account, or a voter's form, known by a mark of its identifier. */
export type Bringer = Account | { readonly district: string; readonly visitor: string };
export const accountOf = (bringer: Bringer): string | null => ("account" in bringer ? bringer.account : null);
export const visitorOf = (bringer: Bringer): string | null => ("account" in bringer ? null : bringer.visitor);

/** An unattached file can be used for this long, and is thrown away some hours later: never both at once. */
export const usableHours = 23;
export const keptHours = 26;

export const hoursBefore = (now: Instant, hours: number): Instant => new Date(Date.parse(now) - hours * 3_600_000).toISOString() as Instant;

/**
 * Gives files to a thing, in the transaction of the step they belong to: the bringer's own unused ones, those that the
 * thing has already, and those of the thing it grew `from`. Refuses identifiers of anything else.
 */
export async function attach(
  tx: Tx,
  bringer: Bringer,
  { subjectType, subjectId, from }: Subject & { readonly from?: Subject | undefined },
  ids: readonly string[],
  now: Instant,
): Promise<Attached[] | Refusal> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const source = from ?? { subjectType, subjectId };
  const fit = await sql<Attached>`
    update file f set used = true where f.district = ${bringer.district} and f.id = any(${wanted}::uuid[])
      and ((not f.used and (f.by_account = ${accountOf(bringer)}::uuid or f.by_visitor = ${visitorOf(bringer)}::text) and f.at > ${hoursBefore(now, usableHours)})
        or exists (select 1 from file_use u where u.district = f.district and u.file_id = f.id
          and (u.subject_type, u.subject_id) in ((${subjectType}, ${subjectId}::uuid), (${source.subjectType}, ${source.subjectId}::uuid))))
    returning f.id, f.digest`.execute(tx);
  if (fit.rows.length < wanted.length) return invalid({ field: "attachments", code: "file.gone" });
  await sql`
    insert into file_use (district, subject_type, subject_id, file_id)
    select ${bringer.district}, ${subjectType}, ${subjectId}::uuid, id from unnest(${wanted}::uuid[]) as id
    on conflict do nothing`.execute(tx);
  const known = new Map(fit.rows.map((row) => [row.id, row]));
  return wanted.map((id) => known.get(id)!);
}

/** The files of a thing, by identifier. */
export async function attachmentsOf(
  db: Db,
  district: string,
  { subjectType, subjectId }: Subject,
): Promise<ReadonlyMap<string, Attachment>> {
  const found = await sql<Attachment>`
    select f.id, f.name, f.media_type, f.size, f.width, f.height
    from file_use u join file f on f.district = u.district and f.id = u.file_id
    where u.district = ${district} and u.subject_type = ${subjectType} and u.subject_id = ${subjectId}`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** The files that a step named, out of those of its thing. */
export function namedIn(data: Readonly<Record<string, unknown>>, files: ReadonlyMap<string, Attachment>): Attachment[] {
  const named = data["attachments"];
  if (!Array.isArray(named)) return [];
  return named.flatMap((one: Attached) => files.get(one.id) ?? []);
}
