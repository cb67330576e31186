import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { suggestionContracts as contracts, verbContracts } from "../contract.ts";
import { likenessContracts } from "../likeness-contract.ts";
import { categories, rejectionReasons, replyAddressing, resultScheme } from "../rule-definitions.ts";
import { commitmentRoutes } from "./commitment-routes.ts";
import { draft } from "./drafting.ts";
import { suggestionExport } from "./export.ts";
import { listPrecedents, listSimilar } from "./likeness.ts";
import { listSuggestions } from "./list.ts";
import { loadCase } from "./load.ts";
import { printed, printedToEach } from "./papers.ts";
import { perform } from "./perform.ts";
import { sessionListRoute } from "./session-lists.ts";
import { supervisionRoutes } from "./supervision-routes.ts";
import { templateRoutes } from "./templates.ts";
import { viewOf } from "./views.ts";

const route = binder<Actor>();

export function suggestionRoutes(statutes: Statutes, files: FileFolder) {
  const show = async (db: Db, actor: Actor, id: string, now: Instant) => {
    const found = await loadCase(db, actor.district, id);
    const view = found && (await viewOf(db, actor, found, await statutes.of(db, actor.district), now));
    return view ?? notFound;
  };
  return [
    suggestionExport(statutes),
    ...templateRoutes(statutes),
    sessionListRoute(statutes),
    ...supervisionRoutes,
    ...commitmentRoutes,
    route(contracts.list, ({ db, actor, query, now }) => listSuggestions(db, actor, query, now)),
    route(contracts.get, ({ db, actor, params, now }) => show(db, actor, params.id, now)),
    route(likenessContracts.similar, ({ db, actor, params, query }) => listSimilar(db, actor, params.id, query.among)),
    route(likenessContracts.precedents, ({ db, actor, params }) => listPrecedents(db, actor, params.id)),
    route(contracts.codes, async ({ db, actor, now }) => {
      const statute = await statutes.of(db, actor.district);
      const on = dateIn(now);
      return {
        categories: statute.rule(categories, on).value,
        rejectionReasons: statute.rule(rejectionReasons, on).value,
        classes: statute.rule(resultScheme, on).value.classes,
        addressing: statute.rule(replyAddressing, on).value.to,
      };
    }),
    route(contracts.attachment, async ({ db, actor, params, query, now }) => {
      const view = await show(db, actor, params.id, now);
      if (isRefusal(view)) return view;
      const file = [...view.attachments, ...view.timeline.flatMap((step) => step.attachments)].find((one) => one.id === params.fileId);
      return file ? sendFile(files, file, query.size) : notFound;
    }),
    route(contracts.paper, async ({ db, actor, params, query, now }) => {
      const view = await show(db, actor, params.id, now);
      return isRefusal(view) ? view : printed(db, actor.district, view, { kind: params.kind, ...query });
    }),
    route(contracts.papersToEach, async ({ db, actor, params, query, now }) => {
      const view = await show(db.read, actor, params.id, now);
      return isRefusal(view) ? view : printedToEach(db.read, actor.district, view, { kind: params.kind, ...query });
    }),
    route(contracts.draft, async ({ db, actor, body, now }) => {
      const id = await draft(db, actor, body, await statutes.of(db, actor.district), now);
      return isRefusal(id) ? id : show(db, actor, id, now);
    }),
    ...verbContracts.map(({ verb, contract }) =>
      route(contract, async ({ db, actor, params, body, now }) => {
        const { attachments, ...input } = body as { attachments?: string[] };
        const order = { district: actor.district, id: params.id, verb, input, attachments, now };
        const after = await perform(db, statutes, order, actor);
        return isRefusal(after) ? after : show(db, actor, params.id, now);
      }),
    ),
  ];
}
