import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { daysBetween } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf, namedIn } from "../../../platform/files/attachments.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import { isPaused } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { OpinionView } from "../contract.ts";
import { type OpinionVerb, offers } from "../lifecycle.ts";
import { type Opinion, subjectType } from "../opinion.ts";
import type { OpinionState } from "../terms.ts";
import { labelOf } from "./list.ts";
import { paperStep } from "./papers.ts";
import { kept } from "./store.ts";

type View = z.input<typeof OpinionView>;

/** An opinion as `actor` may see it, field by field; undefined for a stranger. */
export async function viewOf(db: Db, actor: Actor, of: Opinion): Promise<View | undefined> {
  const doer = standingOf(actor, of);
  if (!doer.sees) return undefined;
  const steps = await stepsOf<OpinionState, OpinionVerb>(db, kept, actor.district, of.id);
  const around = await surroundings(db, actor.district, of);
  const names = await namesOf(
    db,
    actor.district,
    steps.flatMap((step) => [step.byPerson, step.actingFor]),
  );
  const files = await attachmentsOf(db, actor.district, { subjectType, subjectId: of.id });
  const { can, cannot } = offers(of, doer.relations);
  const { mandateStatus: _m, receiverId, unitId, number, numberYear, clocks, results, ...plain } = of;
  const answered = results.at(-1)?.answeredOn;
  return {
    ...plain,
    ...around,
    label: labelOf({ number, numberYear }),
    deputy: { id: of.mandateId, name: around.deputyName },
    receiver: { id: receiverId, name: around.receiverName },
    unit: unitId ? { id: unitId, name: around.unitName } : null,
    days: of.receivedOn && answered ? daysBetween(of.receivedOn, answered) : null,
    results: results.map((result) => ({ ...result, cost: Number(result.cost) })),
    clocks: clocks.map((clock) => ({
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
      ...{
        id,
        verb,
        at,
        byName: byPerson ? (names.get(byPerson) ?? null) : null,
        actingFor: actingFor ? (names.get(actingFor) ?? null) : null,
        fromStatus,
        toStatus,
        note,
        data: { ...data },
        attachments: namedIn(data, files),
      },
    })),
    attachments: namedIn(paperStep(steps)?.data ?? {}, files),
    relations: [...doer.relations],
    can,
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: reasons.map((reason) => ({ ...reason, params: { ...reason.params } })) })),
  };
}

interface Around {
  deputyName: string;
  congressName: string;
  areaName: string;
  receiverName: string;
  unitName: string;
  campaign: { id: string; name: string } | null;
}

async function surroundings(db: Db, district: string, of: Opinion): Promise<Around> {
  const found = await sql<Around>`
    select p.name as deputy_name, c.name as congress_name, a.name as area_name, r.short_name as receiver_name, coalesce(u.short_name, '') as unit_name,
      (select jsonb_build_object('id', k.id, 'name', k.name) from campaign k where k.district = ${district} and k.id = ${of.campaignId}) as campaign
    from mandate m
    join person p on p.district = m.district and p.id = m.person_id
    join congress c on c.district = m.district and c.id = m.congress_id
    join area a on a.district = m.district and a.id = ${of.areaId}
    join organisation r on r.district = m.district and r.id = ${of.receiverId}
    left join organisation u on u.district = m.district and u.id = ${of.unitId}
    where m.district = ${district} and m.id = ${of.mandateId}`.execute(db);
  return found.rows[0]!;
}

async function namesOf(db: Db, district: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await sql<{ id: string; name: string }>`
    select id, name from person where district = ${district} and id = any(${wanted}::uuid[])
    union all select id, short_name from organisation where district = ${district} and id = any(${wanted}::uuid[])
    union all select m.id, c.name from mandate m join congress c on c.district = m.district and c.id = m.congress_id
      where m.district = ${district} and m.id = any(${wanted}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
