import type { z } from "@hono/zod-openapi";
import { dateIn, type Instant } from "../../../../platform/clock/instant.ts";
import type { Db } from "../../../../platform/db/database.ts";
import type { Words } from "../../../../platform/i18n/words.ts";
import type { Statutes } from "../../../calendar/index.ts";
import { categories } from "../../../suggestions/index.ts";
import type { ServiceDefinition, Services } from "../../open311-contract.ts";
import { publicVillages } from "../public-places.ts";

type Service = z.output<typeof Services>[number];
type Definition = z.output<typeof ServiceDefinition>;

/** Matters that lie at a spot: without its village nobody could be sent there. */
const placeBound: ReadonlySet<string> = new Set([
  ...["roads", "water", "power", "housing", "sanitation", "environment", "agriculture", "land", "safety"],
]);

/** What depends on the day and the district. */
export interface Around {
  readonly db: Db;
  readonly district: string;
  readonly statutes: Statutes;
  readonly words: Words;
  readonly now: Instant;
}

/** The categories in force, and the number of their version. */
export async function categoriesOf({ db, district, statutes, now }: Around) {
  const { version, value } = (await statutes.of(db, district)).rule(categories, dateIn(now));
  return { version, list: value };
}

/** Every category as a service of Open311. */
export async function servicesOf(around: Around): Promise<Service[]> {
  const { words } = around;
  return (await categoriesOf(around)).list.map(({ code, name }) => ({
    ...{ service_code: code, service_name: name, description: words("interfaces.open311.service", { name }) },
    ...{ metadata: true, type: "realtime" as const, keywords: name.replaceAll("、", ","), group: words("interfaces.open311.group") },
  }));
}

export const needsVillage = (category: string): boolean => placeBound.has(category);

/** What a service asks for; undefined where there is no such service. */
export async function definitionOf(around: Around, code: string): Promise<Definition | undefined> {
  const { words } = around;
  if (!(await categoriesOf(around)).list.some((one) => one.code === code)) return undefined;
  const villages = await publicVillages(around.db, around.district);
  const attribute = (name: string, order: number, more: Partial<Definition["attributes"][number]>): Definition["attributes"][number] => ({
    ...{ variable: true, code: name, datatype: "string", required: false, order },
    ...{
      datatype_description: words(`interfaces.open311.attribute.${name}.how`),
      description: words(`interfaces.open311.attribute.${name}.what`),
    },
    ...more,
  });
  return {
    service_code: code,
    attributes: [
      attribute("notice", 1, { variable: false, datatype_description: null }),
      attribute("village", 2, {
        datatype: "singlevaluelist",
        required: needsVillage(code),
        values: villages.map(({ code: key, name }) => ({ key, name })),
      }),
      attribute("station", 3, {}),
    ],
  };
}
