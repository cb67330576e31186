import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { binder } from "../../../platform/http/route.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import { type Actor, handlingOrganisations } from "../../identity/index.ts";
import { standardTemplates } from "../rule-definitions.ts";
import { templateContracts as contracts, type ReplyTemplate, type TypedTemplate } from "../template-contract.ts";

type Template = z.input<typeof ReplyTemplate>;
type Query = z.output<(typeof contracts)["list"]["query"]>;

const route = binder<Actor>();

/** What handling units keep for their replies, and the standard ones that the rules bring. */
export const templateRoutes = (statutes: Statutes) => [
  route(contracts.list, async ({ db, actor, query, now }) => {
    const [statute, on] = [await statutes.of(db, actor.district), dateIn(now)];
    const { value, version } = statute.rule(standardTemplates, on);
    const standard = value.map(({ resultClass, phrases, ...one }) => ({
      ...one,
      resultClass: resultClass || null,
      phrases: linesOf(phrases),
    }));
    return { ...(await list(db, actor, query)), standard, standardSource: statute.sourceOf(standardTemplates.key, version) };
  }),
  route(contracts.add, ({ db, actor, body, now }) => add(db, actor, body, now)),
  route(contracts.change, ({ db, actor, params, body, seen, now }) => change(db, actor, { id: params.id, body, seen, now })),
];

const linesOf = (text: string): string[] => text.split("\n").flatMap((line) => line.trim() || []);

const columns = sql`t.id, t.organisation_id, o.name as organisation_name, t.title, t.result_class, t.opening, t.closing, t.phrases, t.retired, t.version
  from reply_template t join organisation o on o.district = t.district and o.id = t.organisation_id`;

async function list(db: Db, actor: Actor, { retired = "false", search, cursor, limit }: Query) {
  const where = [
    sql`t.district = ${actor.district}`,
    sql`t.organisation_id = any(${handlingOrganisations(actor)}::uuid[])`,
    sql`t.retired = ${retired === "true"}`,
  ];
  if (search?.trim()) where.push(sql`t.title ilike ${containing(search.trim())}`);
  const after = keysAt(cursor, 2);
  if (after) where.push(sql`(t.title, t.id) > (${after[0]}, ${after[1]}::uuid)`);
  const found =
    await sql<Template>`select ${columns} where ${sql.join(where, sql` and `)} order by t.title, t.id limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.title, last.id]) : null };
}

/** One of the actor's own units' templates. */
async function find(db: Db, actor: Actor, id: string): Promise<Template | undefined> {
  const found = await sql<Template>`select ${columns}
    where t.district = ${actor.district} and t.id = ${id} and t.organisation_id = any(${handlingOrganisations(actor)}::uuid[])`.execute(db);
  return found.rows[0];
}

const ofAnother = invalid({ field: "organisationId", code: "field.no_such_thing" });

async function add(tx: Tx, actor: Actor, { organisationId, ...typed }: TypedTemplate, now: Instant): Promise<Template | Refusal> {
  if (!handlingOrganisations(actor).includes(organisationId)) return ofAnother;
  const id = randomUUIDv7();
  await sql`insert into reply_template (district, id, organisation_id, title, result_class, opening, closing, phrases, retired, version)
    values (${actor.district}, ${id}, ${organisationId}, ${typed.title}, ${typed.resultClass}, ${typed.opening}, ${typed.closing},
      ${typed.phrases}::text[], ${typed.retired}, 1)`.execute(tx);
  await tell(tx, actor, { id, version: 1, what: "added" }, now);
  return (await find(tx, actor, id)) ?? notFound;
}

interface Edit {
  readonly id: string;
  readonly body: TypedTemplate;
  readonly seen: number | undefined;
  readonly now: Instant;
}

async function change(tx: Tx, actor: Actor, { id, body, seen, now }: Edit): Promise<Template | Refusal> {
  const before = await find(tx, actor, id);
  if (!before) return notFound;
  if (body.organisationId !== before.organisationId) return ofAnother;
  const changed = await sql<{ version: number }>`update reply_template
    set title = ${body.title}, result_class = ${body.resultClass}, opening = ${body.opening}, closing = ${body.closing},
      phrases = ${body.phrases}::text[], retired = ${body.retired}, version = version + 1
    where district = ${actor.district} and id = ${id} and version = ${seen ?? 0} returning version`.execute(tx);
  const version = changed.rows[0]?.version;
  if (version === undefined) return refuse("changed_meanwhile", { code: "problem.changed_meanwhile" });
  const what = body.retired === before.retired ? "changed" : body.retired ? "retired" : "brought_back";
  await tell(tx, actor, { id, version, what }, now);
  return (await find(tx, actor, id)) ?? notFound;
}

interface Told {
  readonly id: string;
  readonly version: number;
  readonly what: "added" | "changed" | "retired" | "brought_back";
}

const tell = (tx: Tx, actor: Actor, { id, version, what }: Told, at: Instant): Promise<void> =>
  record(tx, {
    ...{ district: actor.district, id: randomUUIDv7(), at, actor: actor.account },
    ...{ subjectType: "reply_template", subjectId: id, type: `reply_template.${what}`, version: 1, data: { version } },
  });
