import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { attach, type Subject } from "../../../platform/files/attachments.ts";
import { invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import { clocksUnder, type Statutes } from "../../calendar/index.ts";
import { type Actor, directory, type Listed } from "../../identity/index.ts";
import { categories, draftSuggestion } from "../../suggestions/index.ts";
import { standingOf } from "../access.ts";
import { may, type OpinionVerb } from "../lifecycle.ts";
import { type Doer, type Opinion, subjectType } from "../opinion.ts";
import { begun, play } from "../play.ts";
import { papersOf } from "./papers.ts";
import { receiverFor } from "./receiver.ts";
import { lockOpinion, store, storeNew } from "./store.ts";

interface Order {
  readonly district: string;
  readonly id: string;
  readonly verb: OpinionVerb;
  readonly input: unknown;
  /** Files that come with it. */
  readonly attachments?: readonly string[] | undefined;
  readonly now: Instant;
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function perform(
  tx: Tx,
  statutes: Statutes,
  { district, id, verb, input, attachments = [], now }: Order,
  who: Actor | Doer,
): Promise<Refusal | undefined> {
  const before = await lockOpinion(tx, district, id);
  if (!before) return notFound;
  const doer = "relations" in who ? who : standingOf(who, before);
  if ("sees" in doer && !doer.sees) return notFound;
  const refusal = may(before, verb, doer.relations);
  if (refusal) return refusal;
  const statute = await statutes.held(tx, district);
  const typed = verb === "upgrade" && !("relations" in who) ? await upgraded(tx, who, before, statutes, now) : input;
  if (isRefusal(typed)) return typed;
  const organisations = verb === "assign" ? await directory(tx, district) : new Map<string, Listed>();
  const nextNumber = verb === "assign" && before.number === null ? await takeNumber(tx, district, before, now) : 0;
  const stage = {
    district,
    statute,
    clocks: clocksUnder(statute),
    newId: randomUUIDv7,
    organisation: (key: string) => organisations.get(key),
    nextNumber,
  };
  const attached = "relations" in who ? [] : await attach(tx, who, { subjectType, subjectId: id }, attachments, now);
  if (isRefusal(attached)) return attached;
  const played = play({ ...stage, attached }, before, verb, typed, doer, now);
  if (isRefusal(played)) return played;
  await store(tx, district, before, played);
  return undefined;
}

/** An upgrade begins a suggestion with the same words, linked both ways. */
async function upgraded(tx: Tx, actor: Actor, of: Opinion, statutes: Statutes, now: Instant): Promise<{ suggestionId: string } | Refusal> {
  const { mandateId, title, content, category, areaId } = of;
  const made = await draftSuggestion(
    tx,
    actor,
    {
      mandateId,
      title,
      reason: content,
      category,
      areaId,
      origin: { type: subjectType, id: of.id },
      attachments: await papersOf(tx, actor.district, of.id),
    },
    await statutes.of(tx, actor.district),
    now,
  );
  return isRefusal(made) ? made : { suggestionId: made };
}

interface Raised {
  readonly mandateId: string;
  readonly title: string;
  readonly content: string;
  readonly category: string;
  readonly areaId: string;
  readonly campaignId: string | null;
  readonly attachments?: readonly string[] | undefined;
  /** What it grew from; its photos may come along. */
  readonly from?: Subject | undefined;
}

/** Raises an opinion under one of the actor's mandates in force; deputies of every level may (SEED S10). Returns its identifier. */
export async function raise(
  tx: Tx,
  actor: Actor,
  { attachments = [], from, ...typed }: Raised,
  statutes: Statutes,
  now: Instant,
): Promise<string | Refusal> {
  const mandate = actor.mandates.find((one) => one.id === typed.mandateId);
  if (!mandate) return invalid({ field: "mandateId", code: "field.no_such_thing" });
  if (mandate.status !== "in_force") return invalid({ field: "mandateId", code: "suggestion.mandate_not_in_force", source: "DL-61" });
  const statute = await statutes.held(tx, actor.district);
  const codes = statute.rule(categories, dateIn(now)).value.map((one) => one.code);
  if (!codes.includes(typed.category))
    return invalid({ field: "category", code: "field.not_in_list", params: { values: codes.join("、") } });
  const receiverId = await receiverFor(tx, actor.district, typed.areaId);
  if (!receiverId) return invalid({ field: "areaId", code: "opinion.no_receiver" });
  const doer: Doer = { account: actor.account, person: actor.person, actingFor: mandate.id, relations: ["deputy"] };
  const id = randomUUIDv7();
  const attached = await attach(tx, actor, { subjectType, subjectId: id, from }, attachments, now);
  if (isRefusal(attached)) return attached;
  const fresh = begun(
    { district: actor.district, clocks: clocksUnder(statute), newId: randomUUIDv7, attached },
    { ...typed, id, receiverId },
    doer,
    now,
  );
  await storeNew(tx, actor.district, fresh);
  return id;
}

async function takeNumber(tx: Tx, district: string, { receiverId }: Opinion, now: Instant): Promise<number> {
  const found = await sql<{ last: number }>`
    insert into opinion_series (district, receiver_id, year, last) values (${district}, ${receiverId}, ${yearIn(dateIn(now))}, 1)
    on conflict (district, receiver_id, year) do update set last = opinion_series.last + 1 returning last`.execute(tx);
  return found.rows[0]?.last ?? 0;
}
