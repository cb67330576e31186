import type { Module } from "../../platform/module.ts";
import { type Actor, districtShown } from "../identity/index.ts";
import { type Outside, signedPost } from "../notices/index.ts";
import type { VoiceParts } from "../voices/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { interfaceExports } from "./server/export.ts";
import { feedRoutes } from "./server/feed-routes.ts";
import { forgetUse } from "./server/keys.ts";
import { linksUnder } from "./server/links.ts";
import { open311Routes } from "./server/open311/routes.ts";
import { interfaceRoutes } from "./server/routes.ts";
import { sendDue } from "./server/sending.ts";
import { tellSystems } from "./server/telling.ts";

/** Interfaces that other systems already speak: Open311, iCalendar, Atom, CSV, signed messages. */
export const interfaces = (parts: VoiceParts, outside: Outside, production: boolean): Module<Actor> => {
  const { publicUrl, webhookPrivate: privately, webhookPatience: patience } = outside;
  const { seal, statutes } = parts;
  const links = linksUnder(publicUrl);
  const places = districtShown();
  const post = signedPost({ privately, ...(patience === undefined ? {} : { patience }) });
  return {
    name: "interfaces",
    migrations: { module: "interfaces", folder: new URL("./migrations", import.meta.url).pathname },
    messages: { "zh-CN": zh, en },
    routes: [
      ...interfaceRoutes({ seal, privately }),
      ...interfaceExports,
      ...open311Routes({ parts, places, publicUrl, production }),
      ...feedRoutes({ statutes, places, publicUrl, links }),
    ],
    subscribers: [tellSystems(links)],
    sweeps: [sendDue({ seal, post }), forgetUse],
  };
};
