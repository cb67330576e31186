import { attachmentsOf } from "../../../platform/files/attachments.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { forbidden, isRefusal, notFound, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { openForSignIn } from "../needs.ts";
import { subjectType } from "../reception.ts";
import { receptionContracts as contracts, receptionVerbContracts } from "../reception-contract.ts";
import { freeDeputies } from "./free.ts";
import { appoint, perform, standing } from "./perform.ts";
import { planView } from "./plan-view.ts";
import { carryOut, planFor } from "./planning.ts";
import { posterFor } from "./poster.ts";
import { receptionExport } from "./reception-export.ts";
import { listReceptions } from "./reception-list.ts";
import { receptionView } from "./reception-view.ts";
import { codeNow } from "./sign-in-code.ts";
import { loadReception } from "./store.ts";

const route = binder<Actor>();

export const receptionRoutes = (statutes: Statutes, seal: Seal, files: FileFolder, publicUrl: string) => [
  receptionExport,
  route(contracts.list, ({ db, actor, query, now }) => listReceptions(db, actor, query, now)),
  route(contracts.get, async ({ db, actor, params, now }) => (await receptionView(db, actor, params.id, now)) ?? notFound),
  route(contracts.attachment, async ({ db, actor, params, query, now }) => {
    const of = await loadReception(db, actor.district, params.id);
    if (!of) return notFound;
    if ((await standing(db, actor, of, now)).relations.length === 0) return forbidden;
    const file = (await attachmentsOf(db, actor.district, { subjectType, subjectId: of.id })).get(params.fileId);
    return file ? sendFile(files, file, query.size) : notFound;
  }),
  route(contracts.poster, async ({ db, actor, params, query }) => {
    const paper = await posterFor(db, actor.district, params.id, publicUrl);
    return paper ? sendPaper(paper, query.format) : notFound;
  }),
  route(contracts.code, async ({ db, actor, params, now }) => {
    const of = await loadReception(db, actor.district, params.id);
    if (!of) return notFound;
    if (!(await standing(db, actor, of, now)).relations.includes("station")) return forbidden;
    const early = of.status === "announced" ? openForSignIn({ ...of, now }) : { code: "reception.need.announced", source: "F2.3" };
    return early ? refuse("conflict", early) : codeNow(seal, of.id, now);
  }),
  route(contracts.free, async ({ db, actor, params, now }) => {
    const of = await loadReception(db, actor.district, params.id);
    return of ? freeDeputies(db, actor.district, of, now) : notFound;
  }),
  route(contracts.appoint, async ({ db, actor, body, now }) => {
    const id = await appoint(db, actor, body, statutes, now);
    return isRefusal(id) ? id : ((await receptionView(db, actor, id, now)) ?? notFound);
  }),
  route(contracts.preview, async ({ db, actor, params, query, now }) => {
    const plan = await planFor(db, actor, await statutes.of(db, actor.district), { id: params.id, year: query.year, now });
    return isRefusal(plan) ? plan : planView(db, actor.district, plan);
  }),
  route(contracts.generate, async ({ db, actor, params, body, words, now }) => {
    const order = { id: params.id, year: body.year, why: words("roster.changed"), now };
    const refusal = await carryOut(db, actor, statutes, seal, order);
    if (refusal) return refusal;
    const plan = await planFor(db, actor, await statutes.of(db, actor.district), order);
    return isRefusal(plan) ? plan : planView(db, actor.district, plan);
  }),
  ...receptionVerbContracts.map(({ verb, contract }) =>
    route(contract, async ({ db, actor, params, body, now }) => {
      const { attachments, ...input } = body as { attachments?: string[] };
      const refusal = await perform(db, statutes, seal, { district: actor.district, id: params.id, verb, input, attachments, now }, actor);
      return refusal ?? (await receptionView(db, actor, params.id, now)) ?? notFound;
    }),
  ),
];
