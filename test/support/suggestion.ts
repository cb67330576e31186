import { expect } from "vitest";
import { organisationId } from "../world/organisations.ts";
import type { Answer, Caller, TestHouse } from "./house.ts";

export const paper = {
  title: "关于修缮朱庄社区村内道路的建议",
  reason: "朱庄社区下辖六个村的村内道路破损严重，雨天积水，群众出行不便，学生上学存在安全隐患。",
  proposal: "一、安排资金对破损路段进行硬化；二、同步疏通路边排水沟；三、落实日常管护责任。",
  category: "roads",
  areaId: null,
  secrecyDeclared: true,
};

/** One suggestion on its way, moved by whoever's turn it is. */
export interface Way {
  readonly id: string;
  /** Performs a verb as a persona and expects it to be accepted. Returns the case as that persona sees it. */
  does(persona: string, path: string, body?: unknown): Promise<Answer["body"]>;
  /** Performs a verb as a persona, whatever the answer. */
  tries(persona: string, path: string, body?: unknown): Promise<Answer>;
  sees(persona: string): Promise<Answer>;
}

/** Begins a suggestion of the persona `deputy` and returns its way. */
export async function begin(world: TestHouse, persona = "deputy", changes: Partial<typeof paper> = {}): Promise<Way> {
  const deputy = await world.as(persona);
  const drafted = await deputy.post("/api/suggestions", { ...paper, ...changes, mandateId: await mandateOf(deputy) });
  expect(drafted.status).toBe(201);
  return wayOf(world, drafted.body.id);
}

/** The way of a suggestion that is there already. */
export function wayOf(world: TestHouse, id: string): Way {
  const at = `/api/suggestions/${id}`;
  const tries = async (who: string, path: string, body: unknown = {}) => (await world.as(who)).post(`${at}/${path}`, body);
  return {
    id,
    tries,
    async does(who, path, body = {}) {
      const answer = await tries(who, path, body);
      expect(answer, `${who} ${path}`).toMatchObject({ status: 201 });
      return answer.body;
    },
    sees: async (who) => (await world.as(who)).get(at),
  };
}

export async function mandateOf(caller: Caller): Promise<string> {
  const me = await caller.get("/api/me");
  return me.body.mandates[0].id;
}

export const transport = { unitId: organisationId("transport"), role: "LEAD" };
export const urban = { unitId: organisationId("urban"), role: "CO" };
export const housing = { unitId: organisationId("housing"), role: "LEAD" };
export const governmentOffice = organisationId("government_office");

export const contact = (stage: "before" | "during") => ({
  stage,
  way: "phone",
  heldOn: "2023-09-22",
  withWhom: "领衔代表",
  content: "听取代表对道路修缮范围和工期的意见",
});
export const visit = { way: "visit", heldOn: "2023-09-22", withWhom: "领衔代表", content: "到现场查看修缮情况，代表认可" };
export const solved = {
  body: "一、已完成破损路段硬化二点三公里；二、排水沟同步疏通；三、明确管护责任人。",
  resultClass: "A",
  outcome: "resolved",
};
export const promised = {
  body: "一、已完成主路硬化；二、支路列入下年度计划，明年六月底前完成；三、明确管护责任人。",
  resultClass: "B",
  outcome: "in_progress",
  reason: "支路涉及管线迁改，需分期实施",
  commitments: [{ content: "完成四条支路硬化", owner: "区交通局建设股", dueOn: "2024-06-30" }],
};

/** Leads a case to where its lead unit is at work, with a co-handler unless told otherwise. */
export async function toWork(way: Way, { co = false } = {}): Promise<void> {
  await way.does("deputy", "submissions");
  await way.does("office", "acceptances", { category: "roads" });
  await way.does("office", "assignments", { viaId: governmentOffice });
  await way.does("government", "forwardings", { units: co ? [transport, urban] : [transport] });
  await way.does("unit_clerk", "receipts");
  if (co) await way.does("co_clerk", "receipts");
}

/** Leads a case that is at work to its signed reply. */
export async function toReply(way: Way, reply: object = solved, documentNo = "杜交函〔2023〕12号"): Promise<void> {
  await way.does("unit_clerk", "contacts", contact("before"));
  await way.does("unit_clerk", "contacts", contact("during"));
  await way.does("unit_clerk", "replies", reply);
  await way.does("unit_leader", "reply-signatures", { documentNo });
}
