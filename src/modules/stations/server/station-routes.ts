import { dateIn } from "../../../platform/clock/instant.ts";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { stationContracts as contracts } from "../contract.ts";
import { stationEquipment, stationKinds } from "../rule-definitions.ts";
import { codePosterFor } from "./code-poster.ts";
import { stationExport } from "./export.ts";
import { addStation, changeStation, closeStation } from "./keep.ts";
import { listStations } from "./list.ts";
import { brief, findMandate, findPerson, listMandatesByName, listPeople } from "./people.ts";
import { stationView } from "./station-view.ts";

const route = binder<Actor>();

export const stationRoutes = (statutes: Statutes, files: FileFolder, publicUrl: string) => [
  stationExport(statutes),
  route(contracts.list, ({ db, actor, query, now }) => listStations(db, actor, query, now)),
  route(contracts.get, async ({ db, actor, params, now }) => (await stationView(db, actor, params.id, now)) ?? notFound),
  route(contracts.photo, async ({ db, actor, params, query }) => {
    const photo = (await attachmentsOf(db, actor.district, { subjectType: "station", subjectId: params.id })).get(params.fileId);
    return photo ? sendFile(files, photo, query.size) : notFound;
  }),
  route(contracts.codePoster, async ({ db, actor, params, query }) => {
    const paper = await codePosterFor(db, actor.district, params.id, publicUrl);
    return paper ? sendPaper(paper, query.format) : notFound;
  }),
  route(contracts.add, async ({ db, actor, body, now }) => {
    const id = await addStation(db, actor, body, statutes, now);
    return isRefusal(id) ? id : ((await stationView(db, actor, id, now)) ?? notFound);
  }),
  route(contracts.change, async ({ db, actor, params, body, seen, now }) => {
    const refusal = await changeStation(db, actor, { id: params.id, typed: body, seen }, statutes, now);
    return refusal ?? (await stationView(db, actor, params.id, now)) ?? notFound;
  }),
  route(contracts.close, async ({ db, actor, params, body, now }) => {
    const refusal = await closeStation(db, actor, { id: params.id, ...body }, now);
    return refusal ?? (await stationView(db, actor, params.id, now)) ?? notFound;
  }),
  route(contracts.codes, async ({ db, actor, now }) => {
    const statute = await statutes.of(db, actor.district);
    const [kinds, equipment] = [stationKinds, stationEquipment].map((rule) => statute.rule(rule, dateIn(now)).value);
    return { kinds: kinds ?? [], equipment: equipment ?? [] };
  }),
  route(contracts.people, ({ db, actor, query, now }) => listPeople(db, actor, query, now)),
  route(contracts.person, async ({ db, actor, params, now }) => {
    const found = await findPerson(db, actor, params.id, now);
    return found ? brief(found) : notFound;
  }),
  route(contracts.mandates, ({ db, actor, query, now }) => listMandatesByName(db, actor, query, now)),
  route(contracts.mandate, async ({ db, actor, params }) => {
    const found = await findMandate(db, actor, params.id);
    return found ? brief(found) : notFound;
  }),
];
