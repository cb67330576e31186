import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { type Actor, directory } from "../../identity/index.ts";
import { labelOf } from "../label.ts";
import { table } from "../lifecycle.ts";
import type { likenessContracts } from "../likeness-contract.ts";
import { type PastPart, precedents } from "../precedents.ts";
import type { CaseState, Outcome } from "../terms.ts";
import { takesMergers } from "../terms.ts";
import { scopeOf, seenStatusIn } from "./scope.ts";
import { type Similar, similarTo } from "./similar.ts";

type Found = z.input<(typeof likenessContracts)["similar"]["output"]>;
type Precedents = z.input<(typeof likenessContracts)["precedents"]["output"]>;

const mostShown = 10;
/** So many of the most alike cases speak about units. */
const mostHeard = 40;

/** Suggestions like this one, as far as the actor may see them, each with the reasons why. */
export async function listSimilar(db: Db, actor: Actor, id: string, among: "all" | "mergeable"): Promise<Found | Refusal> {
  const similar = await similarTo(db, actor, id, among === "mergeable" ? mergeableWith(actor.district, id) : undefined);
  if (!similar) return notFound;
  const shown = similar.slice(0, mostShown);
  const cases = await casesOf(db, actor, shown);
  return {
    items: shown.flatMap(({ id: other, points: _, words, ...same }) => {
      const found = cases.get(other);
      if (!found) return [];
      const { reason, proposal, ...line } = found;
      const match = matchIn(
        [
          ["title", line.title],
          ["reason", reason],
          ["proposal", proposal],
        ],
        words,
      );
      return [{ ...line, ...same, words: [...words], match }];
    }),
  };
}

/** Cases of the same congress that can be merged into another, or that others can be merged into. */
const mergeableWith = (district: string, id: string) => {
  const states = [...new Set<string>([...table.merge.from, ...takesMergers])];
  return sql<boolean>`(s.status = any(${states}) and s.congress_id = (select o.congress_id from suggestion o where o.district = ${district} and o.id = ${id}))`;
};

/** Units that answered for similar cases in the actor's sight, with those cases. */
export async function listPrecedents(db: Db, actor: Actor, id: string): Promise<Precedents | Refusal> {
  const similar = await similarTo(db, actor, id, sql<boolean>`s.assigned_on is not null`);
  if (!similar) return notFound;
  const heard = similar.slice(0, mostHeard);
  const [parts, units] = [await partsOf(db, actor.district, heard), await directory(db, actor.district)];
  const found = precedents(parts.filter((part) => units.get(part.unitId)?.handles));
  const [cases, names] = [await casesOf(db, actor, heard), await unitNames(db, actor.district, found)];
  return {
    items: found.map(({ unitId, cases: past, ...counts }) => ({
      ...counts,
      unit: { id: unitId, name: names.get(unitId) ?? "" },
      cases: past.flatMap(({ suggestionId, handedBack }) => {
        const one = cases.get(suggestionId);
        return one ? [{ id: one.id, label: one.label, title: one.title, status: one.status, outcome: one.outcome, handedBack }] : [];
      }),
    })),
  };
}

async function partsOf(db: Db, district: string, similar: readonly Similar[]): Promise<PastPart[]> {
  const found = await sql<Omit<PastPart, "points">>`
    select suggestion_id, unit_id, role, status from suggestion_part
    where district = ${district} and suggestion_id = any(${similar.map(({ id }) => id)}::uuid[])`.execute(db);
  const points = new Map(similar.map((one) => [one.id, one.points]));
  return found.rows.map((part) => ({ ...part, points: points.get(part.suggestionId) ?? 0 }));
}

async function unitNames(db: Db, district: string, found: readonly { unitId: string }[]): Promise<Map<string, string>> {
  const named = await sql<{ id: string; name: string }>`
    select id, short_name as name from organisation where district = ${district} and id = any(${found.map(({ unitId }) => unitId)}::uuid[])`.execute(
    db,
  );
  return new Map(named.rows.map(({ id, name }) => [id, name]));
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly proposal: string;
  readonly status: CaseState;
  readonly submittedAt: string | null;
  readonly closedAt: string | null;
  readonly outcome: Outcome | null;
  readonly units: string[];
}
type Numbered = Parameters<typeof labelOf>[0] & { readonly leadId: string; readonly leadName: string };

/** These cases in a few words, by identifier, as far as the actor may see them. */
async function casesOf(db: Db, actor: Actor, similar: readonly Similar[]) {
  const found = await sql<Row & Numbered>`
    select s.id, s.title, s.reason, s.proposal, ${seenStatusIn(actor)} as status, s.submitted_at, s.closed_at,
      s.number, s.number_year, n.session_no, c.congress_no, g.mandate_id as lead_id, p.name as lead_name,
      (select r.outcome from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id and r.signed_at is not null
        order by r.round desc, r.signed_at desc limit 1) as outcome,
      (select coalesce(jsonb_agg(o.short_name order by t.role desc, t.id), '[]') from suggestion_part t
        join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status <> 'handed_back') as units
    from suggestion s
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where s.id = any(${similar.map(({ id }) => id)}::uuid[]) and ${scopeOf(actor)}`.execute(db);
  return new Map(
    found.rows.map(({ number, numberYear, sessionNo, congressNo, leadId, leadName, ...row }) => {
      const label = labelOf({ number, numberYear, sessionNo, congressNo });
      return [row.id, { ...row, label, lead: { id: leadId, name: leadName } }];
    }),
  );
}
