import { dateIn, type Instant, shift } from "../../src/platform/clock/instant.ts";
import { organisationId } from "./organisations.ts";
import { act, deputy, officer, type Way } from "./suggestion-stage.ts";

interface Key {
  readonly leader: string;
  readonly governmentLeader: string;
  readonly body: string;
  readonly documentNo: string;
}

const office = () => officer("deputy_office", "reviewer");
const soon = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

/** The key suggestions of the third session, by their place in it. */
const sessionKeys: ReadonlyMap<number, Key> = new Map([
  [3, { leader: "区人大常委会主任", governmentLeader: "区长", body: "finance_committee", documentNo: "杜人主〔2023〕3号" }],
  [
    10,
    {
      leader: "区人大常委会副主任（分管财经）",
      governmentLeader: "常务副区长",
      body: "finance_committee",
      documentNo: "杜人主〔2023〕3号",
    },
  ],
  [
    17,
    {
      leader: "区人大常委会副主任（分管代表工作）",
      governmentLeader: "副区长（分管城建）",
      body: "deputy_office",
      documentNo: "杜人主〔2023〕3号",
    },
  ],
  [
    24,
    {
      leader: "区人大常委会副主任（分管监察司法）",
      governmentLeader: "副区长（分管公安）",
      body: "supervision_committee",
      documentNo: "杜人主〔2023〕3号",
    },
  ],
]);

/** Listed for supervision soon after the session, with the first look at it planned. */
export function keyOfSession(way: Way, index: number): void {
  const key = sessionKeys.get(index);
  if (!key) return;
  const { body, ...leaders } = key;
  const on = dateIn(way.at);
  const next = { nextOn: shift(on, 45), nextStep: "到现场查看办理进展，听取领衔代表意见" };
  act(way, "mark_key", { ...leaders, bodyId: organisationId(body), decidedOn: on, ...next, note: null }, soon(way.at, 30), office());
}

/** Looked at once more when the reply has come, and reported to the council of chairpersons. */
export function supervisedToTheEnd(way: Way, index: number): void {
  const key = sessionKeys.get(index);
  if (!key) return;
  const on = dateIn(way.at);
  const seen = {
    by: key.leader,
    finding: "到现场查看，听取承办单位汇报，领衔代表参加。答复的事项正在落实。",
    demand: "抓紧落实承诺事项，结果告知代表。",
  };
  act(way, "supervise", { heldOn: on, ...seen, nextOn: null, nextStep: null }, soon(way.at, 60), office());
  const report = "督办期间现场查看一次、听取汇报一次，承办单位按期答复，代表对督办工作表示认可。";
  const told = { reportedOn: on, meeting: "区人大常委会主任会议", report, result: "accepted", opinion: "同意报告，请继续跟踪承诺事项。" };
  act(way, "report_supervision", told, soon(way.at, 120), office());
}

/** A key suggestion that is not done with: looked at, and the next look planned so many days later. */
export function keyAndLookedAt(way: Way, at: Instant, days: number): void {
  const leaders = {
    leader: "区人大常委会副主任（分管城建环保）",
    governmentLeader: "副区长（分管城建）",
    bodyId: organisationId("deputy_office"),
  };
  const on = dateIn(at);
  act(
    way,
    "mark_key",
    { ...leaders, decidedOn: on, documentNo: "杜人主〔2023〕9号", nextOn: on, nextStep: "听取承办单位汇报", note: null },
    at,
    office(),
  );
  const seen = {
    by: "副主任带队，三名代表参加",
    finding: "方案已经确定，资金已经落实，施工队伍尚未进场。",
    demand: "排出工期，每半月报一次进度。",
  };
  const next = { nextOn: shift(on, days), nextStep: "现场查看施工进度" };
  act(way, "supervise", { heldOn: on, ...seen, ...next }, soon(at, 40), office());
}

/** Deputy and units are called to one table. */
export function calledToMeet(way: Way, at: Instant): void {
  const meeting = {
    plannedOn: shift(dateIn(at), 55),
    place: "区人大常委会二楼会议室",
    invited: "领衔代表、主办和会办单位负责人、区政府督查室",
  };
  act(way, "escalate", { note: "涉及多部门，由主任会议召集协调", ...meeting }, at, office());
}

/** Still dissatisfied, called to one table, and agreed on what is possible now: the result stands. */
export function metAndConcluded(way: Way, at: Instant): void {
  const unhappy = { attitude: "SATISFIED", result: "DISSATISFIED", reasons: "答复的措施没有落到实处，群众感受不明显" };
  act(way, "appraise", unhappy, at, deputy(way.lead));
  const meeting = { plannedOn: dateIn(at), place: "区政府三楼会议室", invited: "领衔代表、承办单位负责人、区财政局" };
  act(way, "escalate", { note: "资金和责任涉及两个部门，请面对面协调", ...meeting }, soon(at, 60), office());
  const held = {
    ...{ heldOn: dateIn(at), participants: "领衔代表、承办单位分管负责人、区财政局预算股" },
    minutes: "承办单位说明本年度办理到哪一步和没有办完的原因；代表说明群众的实际困难；区财政局说明资金安排的时间。",
    ...{ conclusion: "先办群众反映最急的部分，其余列入下年度计划；代表同意结果如实记录。", rework: false },
  };
  act(way, "conclude_escalation", held, soon(at, 240), office());
}
