import { randomBytes } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { activities, activityRules, dutyOfActivities, planLines, plansWith, planVerb } from "./modules/activities/index.ts";
import { calendar, statutes } from "./modules/calendar/index.ts";
import { campaigns } from "./modules/campaigns/index.ts";
import { demonstration } from "./modules/demonstration/index.ts";
import { desk, deskRules } from "./modules/desk/index.ts";
import { type Actor, actorBehind, districtShown, identity, tokenOf } from "./modules/identity/index.ts";
import { interfaces } from "./modules/interfaces/index.ts";
import { noticeRules, notices, type Outside } from "./modules/notices/index.ts";
import {
  dutyOfOpinions,
  opinionLines,
  opinionRules,
  opinions,
  opinionsWith,
  opinionVerb,
  urgeableOpinions,
} from "./modules/opinions/index.ts";
import { preferences } from "./modules/preferences/index.ts";
import {
  dutyOfStations,
  listeningLines,
  listeningsWith,
  listeningVerb,
  nothingUrgeable,
  receptionBulk,
  receptionLines,
  receptionsWith,
  receptionVerb,
  stationHolders,
  stationRules,
  stations,
} from "./modules/stations/index.ts";
import { statistics } from "./modules/statistics/index.ts";
import {
  dutyOfSuggestions,
  earlierSuggestions,
  suggestionBulk,
  suggestionLines,
  suggestionRules,
  suggestions,
  suggestionsWith,
  suggestionVerb,
  urgeableSuggestions,
} from "./modules/suggestions/index.ts";
import { houseUpkeep } from "./modules/upkeep/index.ts";
import {
  answeredForBy,
  hotlineVoices,
  urgeableVoices,
  voiceLines,
  voiceRules,
  voices,
  voicesWith,
  voiceVerb,
} from "./modules/voices/index.ts";
import { type Clock, systemClock, today } from "./platform/clock/clock.ts";
import type { Instant } from "./platform/clock/instant.ts";
import type { Database } from "./platform/db/database.ts";
import type { Migrations } from "./platform/db/migrate.ts";
import { upkeep } from "./platform/db/upkeep.ts";
import { type FileFolder, fileFolder } from "./platform/files/folder.ts";
import { files } from "./platform/files/module.ts";
import { type CallerOf, callerConnected } from "./platform/http/caller.ts";
import { forgetAnswers } from "./platform/http/idempotency.ts";
import { keptPages } from "./platform/http/kept-pages.ts";
import { serve } from "./platform/http/server.ts";
import en from "./platform/i18n/messages/en.json" with { type: "json" };
import zh from "./platform/i18n/messages/zh-CN.json" with { type: "json" };
import { catalogue, speak } from "./platform/i18n/words.ts";
import { keepSweeping } from "./platform/jobs/sweeps.ts";
import { type Pump, pump } from "./platform/ledger/pump.ts";
import { gatherTallies } from "./platform/ledger/tally.ts";
import type { Module } from "./platform/module.ts";
import { type Seal, sealUnder } from "./platform/seal/seal.ts";
import { portalMessages, publicFace } from "./portal/index.ts";

export interface Options {
  /** The database holds a demonstration world. */
  readonly demo: boolean;
  readonly demoToAll: boolean;
  readonly moveClock: (to: Instant) => void;
  /** Where the bytes of attachments lie. */
  readonly files: FileFolder;
  /** Seals what the database alone must not give away. */
  readonly seal: Seal;
  /** Where requests come from. */
  readonly callerOf: CallerOf;
  /** Ways out of the house. */
  readonly outside: Outside;
}

/** The modules of the house, each after those it stands on. */
export function modules(options: Options): Module<Actor>[] {
  const rules = [...stationRules, ...suggestionRules, ...opinionRules, ...voiceRules, ...activityRules, ...deskRules, ...noticeRules];
  const statute = statutes(rules);
  const aroundVoices = { statutes: statute, seal: options.seal, files: options.files };
  const house = [
    files<Actor>(options.files),
    identity({
      demo: options.demo,
      seal: options.seal,
      publicUrl: options.outside.publicUrl,
      intakes: [earlierSuggestions(statute), hotlineVoices(aroundVoices)],
      duties: [dutyOfStations, dutyOfSuggestions(statute), dutyOfOpinions, dutyOfActivities],
    }),
    houseUpkeep(),
    preferences(),
    calendar(statute, rules),
    stations(statute, options.files, options.seal, options.outside.publicUrl),
    campaigns(),
    suggestions(statute, options.files),
    opinions(statute, options.files),
    voices(aroundVoices),
    activities(statute),
    desk(statute, [
      {
        type: "suggestion",
        lines: suggestionLines,
        urgeable: urgeableSuggestions,
        verbOf: suggestionVerb,
        having: suggestionsWith,
        bulk: suggestionBulk,
      },
      {
        type: "reception",
        lines: receptionLines,
        urgeable: nothingUrgeable,
        verbOf: receptionVerb,
        having: receptionsWith,
        holders: stationHolders,
        bulk: receptionBulk,
      },
      {
        type: "listening",
        lines: listeningLines,
        urgeable: nothingUrgeable,
        verbOf: listeningVerb,
        having: listeningsWith,
        holders: stationHolders,
      },
      { type: "opinion", lines: opinionLines, urgeable: urgeableOpinions, verbOf: opinionVerb, having: opinionsWith },
      {
        type: "voice",
        lines: voiceLines,
        urgeable: urgeableVoices,
        verbOf: voiceVerb,
        having: voicesWith,
        holders: stationHolders,
        notFor: answeredForBy,
      },
      { type: "activity_plan", lines: planLines, urgeable: nothingUrgeable, verbOf: planVerb, having: plansWith },
    ]),
    notices(statute, options.seal, options.outside),
    interfaces(aroundVoices, options.outside, !options.demo),
    statistics(statute),
  ];
  return options.demo ? [...house, demonstration({ toAll: options.demoToAll, moveClock: options.moveClock })] : house;
}

const platformFolder = (name: string): Migrations => ({
  module: name,
  folder: new URL(`./platform/${name}/migrations`, import.meta.url).pathname,
});

/** Options for asking modules what they bring, without letting them work. */
export const nothing: Options = {
  demo: true,
  demoToAll: false,
  moveClock: () => {},
  files: fileFolder(""),
  seal: sealUnder(randomBytes(32)),
  callerOf: callerConnected,
  outside: { channels: [], publicUrl: "http://localhost:8080", webhookPrivate: false },
};

/** Every migration of the product, in order. */
export const migrations = (): Migrations[] => [
  ...["ledger", "http", "jobs", "text", "seal"].map(platformFolder),
  ...modules(nothing).flatMap((module) => module.migrations ?? []),
];

export interface House {
  readonly web: OpenAPIHono;
  readonly pump: Pump;
  readonly modules: readonly Module<Actor>[];
  close(): Promise<void>;
}

/** Puts the modules together over a migrated database. Throws when an endpoint names no permission. */
export function house(database: Database, clock: Clock, options: Options & { checkOutput?: boolean }): House {
  const all = modules(options);
  const permits = new Map(all.flatMap((module) => Object.entries(module.permits ?? {})));
  const pages = keptPages();
  const readers = pump(
    database,
    all.flatMap((module) => module.subscribers ?? []),
    clock,
    pages.forget,
  );
  const sweeping = keepSweeping(database, [upkeep(), forgetAnswers, gatherTallies, ...all.flatMap((module) => module.sweeps ?? [])], clock);
  const parts = all.flatMap((module) => module.portal ?? []);
  const messages = [...all.flatMap((module) => module.messages ?? []), portalMessages, ...parts.map((part) => part.messages)];
  const web = serve<Actor>({
    database,
    clock,
    speak: speak(catalogue([{ "zh-CN": zh, en }, ...messages])),
    face: publicFace(parts, districtShown()),
    routes: all.flatMap((module) => module.routes ?? []),
    authenticate: async (request) => {
      const token = tokenOf(request);
      return token ? await actorBehind(database.read, token, systemClock.now(), today(clock)) : undefined;
    },
    defined: (access) => access === "public" || access === "signed-in" || permits.has(access),
    permits: (access, actor) => access === "signed-in" || permits.get(access)?.(actor) === true,
    changed() {
      pages.forget();
      readers.wake();
    },
    keptPages: pages,
    callerOf: options.callerOf,
    ...(options.checkOutput ? { checkOutput: true } : {}),
  });
  return {
    web,
    pump: readers,
    modules: all,
    async close() {
      await sweeping.stop();
      await readers.stop();
    },
  };
}
