import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import { granted, isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { voiceContracts as contracts } from "../contract.ts";
import { elsewhere } from "../rule-definitions.ts";
import { verbContracts } from "../verb-contract.ts";
import { openedContact } from "./contact.ts";
import { enter, enterAll } from "./entering.ts";
import { voiceExport } from "./export.ts";
import { listVoices } from "./list.ts";
import { perform } from "./perform.ts";
import { publicRoutes } from "./public-routes.ts";
import { recommendedUnits, similarVoices } from "./similar.ts";
import { loadVoice } from "./store.ts";
import { viewOf } from "./views.ts";
import type { Parts } from "./writing.ts";

const route = binder<Actor>();

async function show(db: Db, actor: Actor, id: string, now: Instant) {
  const found = await loadVoice(db, actor.district, id);
  return (found && (await viewOf(db, actor, found, now))) ?? notFound;
}

/** A hand-back is the last a unit sees of a voice. */
const leaves = (verb: string): boolean => verb === "hand_back";

export const voiceRoutes = (parts: Parts) => [
  voiceExport(parts.statutes),
  route(contracts.list, ({ db, actor, query, now }) => listVoices(db, actor, query, now)),
  route(contracts.codes, async ({ db, actor, now }) => {
    const statute = await parts.statutes.of(db, actor.district);
    return { categories: statute.rule(categories, dateIn(now)).value, elsewhere: statute.rule(elsewhere, dateIn(now)).value };
  }),
  route(contracts.get, ({ db, actor, params, now }) => show(db, actor, params.id, now)),
  route(contracts.similar, ({ db, actor, params, now }) => similarVoices(db, actor, params.id, now)),
  route(contracts.recommended, ({ db, actor, params, now }) => recommendedUnits(db, actor, params.id, now)),
  route(contracts.attachment, async ({ db, actor, params, query, now }) => {
    const view = await show(db, actor, params.id, now);
    if (isRefusal(view)) return view;
    const file = view.timeline.flatMap((step) => step.attachments).find((one) => one.id === params.fileId);
    return file ? sendFile(parts.files, file, query.size) : notFound;
  }),
  route(contracts.enter, ({ db, actor, body, now }) => db.write(async (tx) => granted(await enter(tx, parts, actor, body, now)))),
  route(contracts.enterAll, async ({ db, actor, body, now }) => ({ results: await enterAll(db, parts, actor, body.entries, now) })),
  route(contracts.openContact, async ({ db, actor, params, body, now }) => {
    const order = { district: actor.district, id: params.id, verb: "open_contact", input: body, now } as const;
    return await db.write(async (tx) =>
      granted((await perform(tx, parts, order, actor)) ?? (await openedContact(tx, parts.seal, actor.district, params.id)) ?? notFound),
    );
  }),
  ...verbContracts.map(({ verb, contract }) =>
    route(contract, async ({ db, actor, params, body, now }) => {
      const { attachments = [], ...input } = body as { attachments?: string[] };
      const before = leaves(verb) ? await show(db, actor, params.id, now) : undefined;
      const order = { district: actor.district, id: params.id, verb, input, now, files: { bringer: actor, ids: attachments } };
      const refusal = await perform(db, parts, order, actor);
      if (refusal) return refusal;
      const after = await show(db, actor, params.id, now);
      // Who handed it back sees once more what he saw, and that he can do nothing further.
      return isRefusal(after) && before && !isRefusal(before) ? { ...before, status: "received" as const, can: [], cannot: [] } : after;
    }),
  ),
  ...publicRoutes(parts),
];
