import { dateIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { opinionContracts as contracts, verbContracts } from "../contract.ts";
import { opinionExport } from "./export.ts";
import { listOpinions } from "./list.ts";
import { monthsOf } from "./months.ts";
import { perform, raise } from "./perform.ts";
import { loadOpinion } from "./store.ts";
import { viewOf } from "./views.ts";

const route = binder<Actor>();

async function show(db: Db, actor: Actor, id: string) {
  const found = await loadOpinion(db, actor.district, id);
  return (found && (await viewOf(db, actor, found))) ?? notFound;
}

export const opinionRoutes = (statutes: Statutes, files: FileFolder) => [
  opinionExport(statutes),
  route(contracts.list, ({ db, actor, query, now }) => listOpinions(db, actor, query, now)),
  route(contracts.months, ({ db, actor, now }) => monthsOf(db, actor, dateIn(now))),
  route(contracts.get, ({ db, actor, params }) => show(db, actor, params.id)),
  route(contracts.attachment, async ({ db, actor, params, query }) => {
    const view = await show(db, actor, params.id);
    if (isRefusal(view)) return view;
    const file = [...view.attachments, ...view.timeline.flatMap((step) => step.attachments)].find((one) => one.id === params.fileId);
    return file ? sendFile(files, file, query.size) : notFound;
  }),
  route(contracts.raise, async ({ db, actor, body, now }) => {
    const id = await raise(db, actor, body, statutes, now);
    return isRefusal(id) ? id : show(db, actor, id);
  }),
  ...verbContracts.map(({ verb, contract }) =>
    route(contract, async ({ db, actor, params, body, now }) => {
      const { attachments, ...input } = body as { attachments?: string[] };
      const refusal = await perform(db, statutes, { district: actor.district, id: params.id, verb, input, attachments, now }, actor);
      return refusal ?? show(db, actor, params.id);
    }),
  ),
];
