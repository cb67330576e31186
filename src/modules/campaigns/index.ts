import { z } from "@hono/zod-openapi";
import { collection } from "../../platform/http/collection.ts";
import type { Module } from "../../platform/module.ts";
import { invalid } from "../../platform/refusal.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };

const CampaignFields = z.object({
  name: z.string().trim().min(1).max(100),
  label: z.string().trim().max(40).nullable().default(null),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable().default(null),
  targetPerDeputy: z.int().min(1).max(366).nullable().default(null),
  targetPeriod: z.enum(["month", "year", "whole"]).nullable().default(null),
  aim: z.string().trim().max(1000).nullable().default(null),
});

/** Themed activities (代表主题活动): a free label, a period, a target for each deputy. */
export const campaigns = (): Module<Actor> => ({
  name: "campaigns",
  migrations: { module: "campaigns", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  routes: collection<Actor, typeof CampaignFields>({
    ...{ name: "campaign", path: "/api/campaigns", tag: "campaigns", words: "campaign", look: "signed-in", keep: "duty:campaigns.keep" },
    ...{ fields: CampaignFields, search: ["name", "label"], filters: [], order: "startsOn" },
    async check(_db, _actor, { startsOn, endsOn, targetPerDeputy, targetPeriod }) {
      if (endsOn !== null && endsOn < startsOn)
        return invalid({ field: "endsOn", code: "field.before_start", params: { start: startsOn } });
      if ((targetPerDeputy === null) !== (targetPeriod === null))
        return invalid({ field: "targetPeriod", code: "campaign.target_needs_period" });
      return undefined;
    },
  }),
});
