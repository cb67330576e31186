import { sql } from "kysely";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { notFound, refuse } from "../../../platform/refusal.ts";
import { fileAnswer, noteExport } from "../../../platform/sheets/export.ts";
import { portion, type Sheet, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { labelOf } from "../label.ts";
import { sessionListContract } from "../list-contract.ts";
import { grouped, headingOf, type SessionLine, sessionList, unitsNamed } from "../papers/session-list.ts";
import type { SessionListKind } from "../papers/session-list-kinds.ts";
import { categories } from "../rule-definitions.ts";
import { scopeOf } from "./scope.ts";

/** 代表建议目录 and 交办清单 of a session, made of what the reader may see; who takes one out of the house is noted. */
export const sessionListRoute = (statutes: Statutes) =>
  binder<Actor>()(sessionListContract, async ({ db, actor, params: { kind }, query, now }) => {
    const session = await sessionNamed(db.read, actor.district, query.sessionId);
    if (!session) return notFound;
    const statute = await statutes.of(db.read, actor.district);
    const fields = statute.rule(categories, dateIn(now)).value;
    const lines = await linesOf(db.read, actor, session, new Map(fields.map(({ code, name }) => [code, name])));
    if (lines.length === 0) return refuse("conflict", { code: "suggestion.papers.need.session_list" });
    await noteExport(db, actor, { list: "suggestion_list", query: { ...query, kind }, now });
    const names = fields.map(({ name }) => name);
    const paper = sessionList(kind, { congress: session.congress, sessionNo: session.sessionNo, on: dateIn(now) }, lines, names);
    if (query.format !== "xlsx") return sendPaper(paper, query.format);
    return fileAnswer(sheetOf(paper.name, kind, lines, names), "xlsx");
  });

interface Session {
  readonly id: string;
  readonly congressId: string;
  readonly congress: string;
  readonly congressNo: number;
  readonly sessionNo: number;
}

async function sessionNamed(db: Db, district: string, id: string): Promise<Session | undefined> {
  const found = await sql<Session>`select n.id, n.congress_id, c.name as congress, c.congress_no, n.session_no
    from congress_session n join congress c on c.district = n.district and c.id = n.congress_id
    where n.district = ${district} and n.id = ${id}`.execute(db);
  return found.rows[0];
}

type Row = Omit<SessionLine, "label" | "field"> & { readonly category: string };

/** All of them by number, read in portions. */
async function linesOf(
  db: Db,
  actor: Actor,
  { id, congressId, congressNo, sessionNo }: Session,
  fields: ReadonlyMap<string, string>,
): Promise<SessionLine[]> {
  const lines: SessionLine[] = [];
  for (let last = 0; ; ) {
    const found = await sql<Row>`
      select s.number, s.title, s.category, p.name as lead,
        (select count(*)::int from suggestion_signer g where g.district = s.district and g.suggestion_id = s.id
          and g.role = 'cosigner' and g.state = 'confirmed') as cosigners,
        (select coalesce(jsonb_agg(jsonb_build_object('name', u.short_name, 'role', t.role) order by t.offered_on, t.id), '[]')
          from suggestion_part t join organisation u on u.district = t.district and u.id = t.unit_id
          where t.district = s.district and t.suggestion_id = s.id and t.status not in ('handed_back', 'ended')) as units
      from suggestion s
      join suggestion_signer l on l.district = s.district and l.suggestion_id = s.id and l.role = 'lead'
      join mandate m on m.district = l.district and m.id = l.mandate_id
      join person p on p.district = m.district and p.id = m.person_id
      where s.congress_id = ${congressId} and s.session_id = ${id} and s.number > ${last} and ${scopeOf(actor)}
      order by s.number limit ${portion}`.execute(db);
    for (const { category, ...row } of found.rows)
      lines.push({ ...row, field: fields.get(category) ?? category, label: labelOf({ ...row, numberYear: null, congressNo, sessionNo }) });
    if (found.rows.length < portion) return lines;
    last = found.rows.at(-1)?.number ?? last;
  }
}

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
