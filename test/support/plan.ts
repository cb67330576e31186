import type { Answer, TestHouse } from "./house.ts";
import { added } from "./station.ts";

/** Two activities, each tied to what it answers. */
export const roads = {
  ...{ theme: "视察农村公路管护情况", kind: "inspection", fromMonth: 4, toMonth: 5, place: "任庄村", deputies: 12 },
  concern: "村组道路破损、雨天积水",
};
export const study = { theme: "学习代表法", kind: "study", fromMonth: 2, toMonth: 2, concern: "区人大常委会培训计划" };

/** The plan of the deputy's group for a year, begun by him; with functions to do something with it and to look at it. */
export async function begunPlan(world: TestHouse, { year = 2023, copy = false, who = "deputy" } = {}) {
  const deputy = await world.as(who);
  const [group] = (await (await world.as("deputy")).get("/api/activity-plan-groups")).body.items;
  const plan = await added(deputy, "/api/activity-plans", { groupId: group.id, year, copy });
  const at = `/api/activity-plans/${plan.id}`;
  const tries = async (persona: string, path: string, body: unknown = {}): Promise<Answer> =>
    (await world.as(persona)).post(`${at}/${path}`, body);
  const sees = async (persona: string): Promise<Answer> => (await world.as(persona)).get(at);
  return {
    ...{ id: plan.id as string, at, groupId: group.id as string, plan, tries, sees },
    does: async (persona: string, path: string, body: unknown = {}): Promise<Answer["body"]> =>
      added(await world.as(persona), `${at}/${path}`, body),
    /** Writes the whole text over the version that is there. */
    async writes(persona: string, items: readonly object[], aim: string | null = null): Promise<Answer> {
      const { version } = (await sees(persona)).body;
      return tries(persona, "revisions", { seen: version, aim, items });
    },
  };
}

/** A plan that everybody can see. */
export async function publishedPlan(world: TestHouse) {
  const plan = await begunPlan(world);
  await plan.writes("deputy", [roads, study], "活动办到村组");
  await plan.does("deputy", "submissions");
  await plan.does("committee", "approvals");
  await plan.does("office", "publications");
  return plan;
}
