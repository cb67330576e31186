import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf, namedIn } from "../../../platform/files/attachments.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import { isPaused } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { VoiceView } from "../contract.ts";
import { offers, type VoiceVerb } from "../lifecycle.ts";
import type { VoiceState } from "../terms.ts";
import { seenAnswer, seenTries, seesStep } from "../visibility.ts";
import { subjectType, type Voice } from "../voice.ts";
import { atStationOf } from "./at-stations.ts";
import { gistOf, labelOf } from "./label.ts";
import { kept } from "./store.ts";

type View = z.input<typeof VoiceView>;

/** A voice as `actor` may see it, field by field; undefined for a stranger. Who spoke is never among it. */
export async function viewOf(db: Db, actor: Actor, of: Voice, now: Instant): Promise<View | undefined> {
  const doer = standingOf(actor, await atStationOf(db, actor, of.stationId, dateIn(now)), of);
  if (!doer.sees) return undefined;
  const { district } = actor;
  const all = await stepsOf<VoiceState, VoiceVerb>(db, kept, district, of.id);
  const steps = all.filter(({ verb, data }) => seesStep(of, { verb, round: Number(data["round"]) }, doer));
  const around = await surroundings(db, district, of);
  const names = await namesOf(
    db,
    district,
    steps.flatMap((step) => [step.byPerson, step.actingFor]),
  );
  const files = await attachmentsOf(db, district, { subjectType, subjectId: of.id });
  const { can, cannot } = offers(of, doer.relations);
  return {
    ...plain(of),
    ...around,
    tries: seenTries(of, doer),
    label: labelOf(of),
    answers: of.answers.map((answer) => {
      const { byPerson: _b, actingFor: _a, ...seen } = seenAnswer(of, answer, doer);
      return seen;
    }),
    clocks: of.clocks.map((clock) => ({
      ...{
        id: clock.id,
        key: clock.key,
        startsOn: clock.startsOn,
        dueOn: clock.dueOn,
        stoppedOn: clock.stoppedOn,
        paused: isPaused(clock),
      },
      steps: clock.steps.map(({ code, params, source }) => ({
        code,
        ...(params ? { params: { ...params } } : {}),
        ...(source ? { source } : {}),
      })),
    })),
    timeline: steps.map(({ id, verb, at, byPerson, actingFor, fromStatus, toStatus, note, data }) => ({
      ...{ id, verb, at, fromStatus, toStatus, note, data: { ...data } },
      byName: byPerson ? (names.get(byPerson) ?? null) : null,
      actingFor: actingFor ? (names.get(actingFor) ?? null) : null,
      attachments: namedIn(data, files),
    })),
    relations: [...doer.relations],
    can: can.filter((verb) => verb !== "appraise" && verb !== "reopen" && verb !== "withdraw"),
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: reasons.map((reason) => ({ ...reason, params: { ...reason.params } })) })),
  };
}

function plain(of: Voice) {
  const { id, words, channel, category, areaId, place, longitude, latitude, urgent, receptionId, status, round } = of;
  const { spokenAt, receivedAt, answeredAt, closedAt, ending, escalation, opinionId, suggestionId, publicity, publicWords } = of;
  const { reopened, reachable, hasContact, shareContact, version } = of;
  return {
    ...{ id, words, channel, category, areaId, place, longitude, latitude, urgent, receptionId, status, round },
    ...{ spokenAt, receivedAt, answeredAt, closedAt, ending, escalation, opinionId, suggestionId, publicity, publicWords },
    ...{ reopened, reachable, hasContact, shareContact, version },
  };
}

type Around = Pick<View, "areaName" | "station" | "deputy" | "receiver" | "unit" | "taker" | "joinedTo" | "joined" | "additions">;
interface Joined {
  readonly id: string;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly words: string;
  readonly receivedAt: string;
}
type Row = Omit<Around, "joinedTo" | "joined" | "additions"> & {
  readonly joinedTo: Joined | null;
  readonly joined: readonly Joined[];
  readonly additions: { id: string; words: string; byVoter: boolean; at: string }[];
};

/** So many of those that joined are named; how many there are is told by the list. */
const mostJoined = 50;

async function surroundings(db: Db, district: string, of: Voice): Promise<Around> {
  const named = (table: string, id: string | null, name = "short_name") =>
    sql`(select jsonb_build_object('id', n.id, 'name', ${sql.ref(`n.${name}`)}) from ${sql.table(table)} n where n.district = ${district} and n.id = ${id})`;
  const deputy = (id: string | null) =>
    sql`(select jsonb_build_object('id', m.id, 'name', p.name) from mandate m join person p on p.district = m.district and p.id = m.person_id
      where m.district = ${district} and m.id = ${id})`;
  const joined = sql`jsonb_build_object('id', j.id, 'number', j.number, 'numberYear', j.number_year, 'words', j.words, 'receivedAt', j.received_at)`;
  const found = await sql<Row>`
    select a.name as area_name, ${named("station", of.stationId, "name")} as station, ${named("organisation", of.receiverId)} as receiver,
      ${named("organisation", of.unitId)} as unit, ${deputy(of.mandateId)} as deputy, ${deputy(of.takerId)} as taker,
      (select ${joined} from voice j where j.district = ${district} and j.id = ${of.joinedTo}) as joined_to,
      (select coalesce(jsonb_agg(j.told order by j.at), '[]') from (select ${joined} as told, j.received_at as at from voice j
        where j.district = ${district} and j.joined_to = ${of.id} order by j.received_at limit ${mostJoined}) j) as joined,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'words', w.words, 'byVoter', w.by_voter, 'at', w.at) order by w.at, w.id), '[]')
        from voice_addition w where w.district = ${district} and w.voice_id = ${of.id}) as additions
    from area a where a.district = ${district} and a.id = ${of.areaId}`.execute(db);
  const { joinedTo, joined: others, ...row } = found.rows[0]!;
  const brief = ({ words, number, numberYear, id, receivedAt }: Joined) => ({
    ...{ id, receivedAt, gist: gistOf(words), label: labelOf({ number, numberYear }) },
  });
  return { ...row, joinedTo: joinedTo && brief(joinedTo), joined: others.map(brief) };
}

/** The names behind accounts of office: people who acted, and for whom. */
async function namesOf(db: Db, district: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await sql<{ id: string; name: string }>`
    select id, name from person where district = ${district} and id = any(${wanted}::uuid[])
    union all select id, short_name from organisation where district = ${district} and id = any(${wanted}::uuid[])
    union all select m.id, c.name from mandate m join congress c on c.district = m.district and c.id = m.congress_id
      where m.district = ${district} and m.id = any(${wanted}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
