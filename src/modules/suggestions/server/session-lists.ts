import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { date, dateIn, momentOn, shift } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { invalid, isRefusal, notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import { fileAnswer, noteExport } from "../../../platform/sheets/export.ts";
import { portion, type Sheet, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { labelOf } from "../label.ts";
import { sessionListContract } from "../list-contract.ts";
import { grouped, headingOf, type SessionLine, type Span, sessionList, unitsNamed } from "../papers/session-list.ts";
import type { SessionListKind } from "../papers/session-list-kinds.ts";
import { categories } from "../rule-definitions.ts";
import { scopeOf } from "./scope.ts";

/** 代表建议目录 and 交办清单 of a session or of a time between sessions, made of what the reader may see; who takes one out is noted. */
export const sessionListRoute = (statutes: Statutes) =>
  binder<Actor>()(sessionListContract, async ({ db, actor, params: { kind }, query, now }) => {
    const held = await heldBy(db.read, actor.district, query);
    if (isRefusal(held)) return held;
    const statute = await statutes.of(db.read, actor.district);
    const fields = statute.rule(categories, dateIn(now)).value;
    const lines = await linesOf(db.read, actor, held, new Map(fields.map(({ code, name }) => [code, name])));
    const nothing = `suggestion.papers.need.${"sessionNo" in held.when ? "session_list" : "list_between"}`;
    if (lines.length === 0) return refuse("conflict", { code: nothing });
    await noteExport(db, actor, { list: "suggestion_list", query: { ...query, kind }, now });
    const names = fields.map(({ name }) => name);
    const paper = sessionList(kind, { congress: held.congress, held: held.when, on: dateIn(now) }, lines, names);
    if (query.format !== "xlsx") return sendPaper(paper, query.format);
    return fileAnswer(sheetOf(paper.name, kind, lines, names), "xlsx");
  });

interface Held {
  readonly congressId: string;
  readonly congress: string;
  readonly congressNo: number;
  /** A session, or a time out of session. */
  readonly when: { readonly id: string; readonly sessionNo: number } | Span;
}

type Query = z.output<(typeof sessionListContract)["query"]>;

/** What the list is of: a session that is named, or the days between which suggestions were submitted out of session. */
async function heldBy(db: Db, district: string, { sessionId, congressId, from, to }: Query): Promise<Held | Refusal> {
  if (sessionId) {
    const found = await sql<
      Omit<Held, "when"> & { sessionNo: number }
    >`select n.congress_id, c.name as congress, c.congress_no, n.session_no
      from congress_session n join congress c on c.district = n.district and c.id = n.congress_id
      where n.district = ${district} and n.id = ${sessionId}`.execute(db);
    const [row] = found.rows;
    if (!row) return notFound;
    const { sessionNo, ...congress } = row;
    return { ...congress, when: { id: sessionId, sessionNo } };
  }
  if (!congressId) return invalid({ field: "congressId", code: "field.required" });
  if (!from || !to) return invalid({ field: from ? "to" : "from", code: "field.required" });
  if (to < from) return invalid({ field: "to", code: "field.before_start", params: { start: from } });
  const found = await sql<Omit<Held, "when">>`select id as congress_id, name as congress, congress_no from congress
    where district = ${district} and id = ${congressId}`.execute(db);
  return found.rows[0] ? { ...found.rows[0], when: { from: date(from), to: date(to) } } : notFound;
}

type Row = Omit<SessionLine, "label" | "field"> & { readonly category: string; readonly numberYear: number };

/** All of them by number, out of session by year and number, read in portions. */
async function linesOf(
  db: Db,
  actor: Actor,
  { congressId, congressNo, when }: Held,
  fields: ReadonlyMap<string, string>,
): Promise<SessionLine[]> {
  const sessionNo = "sessionNo" in when ? when.sessionNo : null;
  const [order, chosen] = "sessionNo" in when ? inSession(when.id) : outOfSession(when);
  const lines: SessionLine[] = [];
  for (let last: Pick<Row, "numberYear" | "number"> = { numberYear: 0, number: 0 }; ; ) {
    const found = await sql<Row>`
      select s.number, s.number_year, s.title, s.category, p.name as lead,
        (select count(*)::int from suggestion_signer g where g.district = s.district and g.suggestion_id = s.id
          and g.role = 'cosigner' and g.state = 'confirmed') as cosigners,
        (select coalesce(jsonb_agg(jsonb_build_object('name', u.short_name, 'role', t.role) order by t.offered_on, t.id), '[]')
          from suggestion_part t join organisation u on u.district = t.district and u.id = t.unit_id
          where t.district = s.district and t.suggestion_id = s.id and t.status not in ('handed_back', 'ended')) as units
      from suggestion s
      join suggestion_signer l on l.district = s.district and l.suggestion_id = s.id and l.role = 'lead'
      join mandate m on m.district = l.district and m.id = l.mandate_id
      join person p on p.district = m.district and p.id = m.person_id
      where s.congress_id = ${congressId} and ${chosen(last)} and ${scopeOf(actor)}
      order by ${order} limit ${portion}`.execute(db);
    for (const { category, numberYear, ...row } of found.rows)
      lines.push({ ...row, field: fields.get(category) ?? category, label: labelOf({ ...row, numberYear, congressNo, sessionNo }) });
    if (found.rows.length < portion) return lines;
    last = found.rows.at(-1) ?? last;
  }
}

type Behind = (last: Pick<Row, "numberYear" | "number">) => RawBuilder<unknown>;

const inSession = (id: string): [RawBuilder<unknown>, Behind] => [
  sql`s.number`,
  ({ number }) => sql`s.session_id = ${id} and s.number > ${number}`,
];

const outOfSession = ({ from, to }: Span): [RawBuilder<unknown>, Behind] => [
  sql`s.number_year, s.number`,
  ({ numberYear, number }) => sql`s.session_id is null and (s.number_year, s.number) > (${numberYear}, ${number})
    and s.submitted_at >= ${momentOn(from)} and s.submitted_at < ${momentOn(shift(to, 1))}`,
];

/** The same list as a table, with the group as a column of its own, so that it can be sorted and filtered. */
function sheetOf(title: string, kind: SessionListKind, lines: readonly SessionLine[], fields: readonly string[]): Sheet {
  const rows = grouped(kind, lines, fields).flatMap((group) => group.lines.map((line) => rowOf(group.name, line)));
  const column = (key: string, width: number) => ({
    key,
    heading: headingOf(key),
    kind: key === "cosigners" ? ("whole" as const) : ("text" as const),
    width,
  });
  const keys: [string, number][] = [
    ["label", 14],
    ["title", 60],
    ["lead", 12],
    ["cosigners", 10],
    ["units", 26],
    ["co_units", 30],
    ["field", 14],
  ];
  return { title, columns: [column("group", 22), ...keys.map(([key, width]) => column(key, width))], rows: portions(rows) };
}

const rowOf = (group: string, line: SessionLine): SheetRow => ({
  ...{ group, label: line.label, title: line.title, lead: line.lead, cosigners: line.cosigners, field: line.field },
  units: unitsNamed(line, "LEAD", "SEPARATE"),
  co_units: unitsNamed(line, "CO"),
});

async function* portions(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let from = 0; from < rows.length; from += portion) yield rows.slice(from, from + portion);
}
