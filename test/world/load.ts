import { clockValues } from "../../src/modules/calendar/index.ts";
import { markDemonstration, offerReceipts } from "../../src/modules/demonstration/index.ts";
import { nameKey } from "../../src/modules/identity/index.ts";
import { awaitedOfOpinion, talliedInOpinion } from "../../src/modules/opinions/index.ts";
import {
  awaitedOfSuggestion,
  suggestionRow,
  suggestionRows,
  suggestionTables,
  talliedInSuggestion,
} from "../../src/modules/suggestions/index.ts";
import { talliedInVoice } from "../../src/modules/voices/index.ts";
import type { DateISO, Instant } from "../../src/platform/clock/instant.ts";
import { intoBareTables } from "../../src/platform/db/bare-tables.ts";
import type { Database, Tx } from "../../src/platform/db/database.ts";
import { refreshStatistics } from "../../src/platform/db/upkeep.ts";
import type { Attached } from "../../src/platform/files/contract.ts";
import type { FileFolder } from "../../src/platform/files/folder.ts";
import { extendChain } from "../../src/platform/ledger/chain.ts";
import { differences } from "../../src/platform/ledger/tally.ts";
import type { Seal } from "../../src/platform/seal/seal.ts";
import { campaigns } from "./campaigns.ts";
import { congresses, sessions } from "./congresses.ts";
import { awaitedOfHearings, hearings } from "./hearings.ts";
import { insertMany } from "./insert.ts";
import { loadSchemes } from "./load-plans.ts";
import { loadEvents, loadHearings, loadRatings, loadSittings, loadStations } from "./load-stations.ts";
import { loadSpeeches } from "./load-voices.ts";
import { type Life, opinionLives, series } from "./opinions.ts";
import { organisations } from "./organisations.ts";
import { delegations, electoralDistricts, everyone, groups, mandates, roles } from "./people.ts";
import { accountOf, personas } from "./personas.ts";
import { drawPictures, type Picture, pictureSize } from "./pictures.ts";
import { areas, district } from "./places.ts";
import { awaitedOfSchemes, schemes } from "./plans.ts";
import { ratings } from "./ratings.ts";
import { receiptsToTry } from "./receipts.ts";
import { awaitedOfSittings, sittings } from "./receptions.ts";
import { replyTemplates } from "./reply-templates.ts";
import { eventFacts } from "./station-events.ts";
import { calendars } from "./statute.ts";
import { paperSeries, suggestionSeries, type Way } from "./suggestion-stage.ts";
import { suggestionWays } from "./suggestions.ts";
import type { Speech } from "./voice-stage.ts";
import { awaitedOfSpeeches, speeches } from "./voices.ts";

/** The day on which the demonstration world stands: that of the newspaper. */
export const worldToday = "2023-09-22" as DateISO;

/** Loads the demonstration world into an empty, migrated database; what voters left behind is sealed as in a real one. */
export async function loadWorld(database: Database, files: FileFolder, seal: Seal): Promise<void> {
  const pictures = await drawPictures();
  await loadStage(database);
  await database.write((tx) => intoBareTables(tx, () => loadLives(tx, pictures, seal)));
  for (const { id, bytes, small } of pictures.values()) {
    await files.put(id, small, "small");
    await files.put(id, bytes);
  }
  while ((await extendChain(database)) > 0);
  await refreshStatistics(database);
}

/** The people, places and calendars alone, with nothing that has happened: what most tests start from. */
export async function loadStage(database: Database): Promise<void> {
  await database.write(async (tx) => {
    await loadCalendars(tx);
    await loadIdentity(tx);
    await insertMany(tx, "campaign", here(campaigns));
    await markDemonstration(tx, { district, today: worldToday, personas });
  });
}

const here = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ district, ...row }));
const loadedAt = "2021-12-01T00:00:00.000Z" as Instant;

async function loadCalendars(tx: Tx): Promise<void> {
  const source = (year: number) => `国务院办公厅关于${year}年部分节假日安排的通知`;
  await insertMany(
    tx,
    "calendarYear",
    here(calendars.map(({ year }) => ({ year, version: 1, source: source(year), loadedAt, loadedBy: null }))),
  );
  await insertMany(tx, "calendarDay", here(calendars.flatMap(({ year, days }) => days.map((day) => ({ year, version: 1, ...day })))));
  await insertMany(tx, "statuteChange", [{ district, changes: 1 }]);
}

async function loadIdentity(tx: Tx): Promise<void> {
  await insertMany(tx, "area", here(areas.map((area) => ({ ...area, sortKey: area.code, retiredOn: null }))));
  await insertMany(
    tx,
    "organisation",
    here(
      organisations.map(({ key: _, ...one }) => ({ ...one, phone: null, sortKey: nameKey(one.name), foundedOn: null, dissolvedOn: null })),
    ),
  );
  await insertMany(tx, "congress", here(congresses.map(({ key: _k, seats: _s, ...congress }) => ({ ...congress, termEndedOn: null }))));
  await insertMany(tx, "congressSession", here(sessions));
  await insertMany(tx, "electoralDistrict", here(electoralDistricts));
  await insertMany(tx, "delegation", here(delegations));
  await insertMany(
    tx,
    "deputyGroup",
    here(groups.map(({ township: _, ...group }) => ({ ...group, foundedOn: "2022-01-10", dissolvedOn: null }))),
  );
  await insertMany(tx, "person", here(everyone));
  await insertMany(
    tx,
    "mandate",
    here(
      mandates.map(({ key: _k, level: _l, township: _t, ...mandate }) => ({
        ...mandate,
        byElection: false,
        status: "in_force",
        endedOn: null,
      })),
    ),
  );
  await insertMany(tx, "role", here(roles.map((role) => ({ ...role, startsOn: "2021-12-01", endsOn: null }))));
  // No passwords: in a demonstration one signs in by a click, and an account without a password opens to no one else.
  const accounts = everyone.map((person, index) => ({
    id: accountOf(person.id),
    personId: person.id,
    userName: `p${String(index + 1).padStart(4, "0")}`,
    passwordHash: null,
  }));
  await insertMany(tx, "account", here(accounts));
}

async function loadLives(tx: Tx, pictures: ReadonlyMap<string, Picture>, seal: Seal): Promise<void> {
  const [opinions, suggestions, receptions] = [opinionLives(pictures), suggestionWays(), sittings()];
  const voices = speeches(receptions, opinions, suggestions);
  const [heard, rated, planned] = [hearings(), ratings(), schemes()];
  await loadPictures(tx, pictures, opinions);
  await loadOpinions(tx, opinions);
  await loadSuggestions(tx, suggestions);
  await loadStations(tx);
  await loadSittings(tx, receptions);
  await loadHearings(tx, heard);
  await loadRatings(tx, rated);
  await loadEvents(tx);
  await loadSchemes(tx, planned);
  await loadSpeeches(tx, voices, seal);
  await insertMany(tx, "tally", tallyRows(opinions, suggestions, voices));
  await offerReceipts(tx, receiptsToTry(seal, voices));
  const clocks = [...opinions, ...suggestions, ...voices, ...heard].flatMap(({ thing }) => thing.clocks);
  await insertMany(
    tx,
    "clock",
    clocks.map((clock) => clockValues(district, clock)),
  );
  await insertMany(tx, "awaited", [
    ...waitingRows(opinions, suggestions),
    ...here([...awaitedOfSittings(receptions), ...awaitedOfSpeeches(voices), ...awaitedOfHearings(heard), ...awaitedOfSchemes(planned)]),
  ]);
  // Of one moment what was made comes before what it was made from: so the product writes them too.
  const facts = [
    ...[...opinions, ...suggestions, ...receptions, ...voices, ...heard, ...rated, ...planned].flatMap((life) => life.facts),
    ...eventFacts,
  ];
  await insertMany(
    tx,
    "fact",
    facts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  );
}

/** How many of everything stand in which state, for those who see them. */
const tallyRows = (lives: readonly Life[], ways: readonly Way[], voices: readonly Speech[]) =>
  here(
    differences(
      [],
      [
        ...lives.flatMap(({ thing }) => talliedInOpinion(thing)),
        ...ways.flatMap(({ thing }) => talliedInSuggestion(thing)),
        ...voices.flatMap(({ thing }) => talliedInVoice(thing)),
      ],
    ),
  );

/** What everything waits for on the world's day, since its last step. */
const waitingRows = (lives: readonly Life[], ways: readonly Way[]) =>
  [
    ...lives.map(({ thing, steps }) => ({ subjectType: "opinion", steps, subjectId: thing.id, awaited: awaitedOfOpinion(thing) })),
    ...ways.map(({ thing, steps }) => ({ subjectType: "suggestion", steps, subjectId: thing.id, awaited: awaitedOfSuggestion(thing) })),
  ].flatMap(({ subjectType, subjectId, steps, awaited }) =>
    awaited.map((one) => ({ district, subjectType, subjectId, ...one, since: steps.at(-1)?.at, urgedAt: null })),
  );

/** The files that steps name, and the things they belong to. */
async function loadPictures(tx: Tx, pictures: ReadonlyMap<string, Picture>, lives: readonly Life[]): Promise<void> {
  const known = new Map([...pictures.values()].map((picture) => [picture.id, picture]));
  const uses = lives.flatMap(({ thing, steps }) =>
    steps.flatMap((step) =>
      ((step.data["attachments"] ?? []) as readonly Attached[]).map(({ id }) => ({ thing, step, picture: known.get(id)! })),
    ),
  );
  const rows = uses.map(({ step, picture: { id, digest, name, at, bytes } }) => ({
    ...{ id, name, mediaType: "image/jpeg", size: bytes.length, digest, ...pictureSize, byAccount: step.byAccount, at, used: true },
  }));
  await insertMany(tx, "file", here(rows));
  await insertMany(
    tx,
    "fileUse",
    here(uses.map(({ thing, picture }) => ({ subjectType: "opinion", subjectId: thing.id, fileId: picture.id }))),
  );
}

async function loadOpinions(tx: Tx, lives: readonly Life[]): Promise<void> {
  const rows = lives.map(({ thing: { results: _r, clocks: _c, mandateStatus: _m, ...row } }) => row);
  await insertMany(tx, "opinion", here(rows));
  await insertMany(
    tx,
    "opinionResult",
    here(lives.flatMap(({ thing }) => thing.results.map((result) => ({ ...result, opinionId: thing.id })))),
  );
  await insertMany(tx, "opinionSeries", here(series()));
  await insertMany(tx, "opinionStep", here(lives.flatMap(({ steps }) => steps)));
}

async function loadSuggestions(tx: Tx, ways: readonly Way[]): Promise<void> {
  await insertMany(tx, "suggestion", here(ways.map(({ thing }) => suggestionRow(thing))));
  for (const [list, table] of Object.entries(suggestionTables)) {
    const of = ({ thing }: Way) =>
      suggestionRows(thing, list as keyof typeof suggestionTables).map((row) => ({ suggestionId: thing.id, ...row }));
    await insertMany(tx, table, here(ways.flatMap(of)));
  }
  await insertMany(tx, "suggestionSeries", here(suggestionSeries()));
  await insertMany(tx, "suggestionPaperSeries", here(paperSeries()));
  await insertMany(tx, "replyTemplate", here(replyTemplates));
  await insertMany(tx, "suggestionStep", here(ways.flatMap(({ steps }) => steps)));
}
