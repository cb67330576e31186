import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import {
  begin,
  contact,
  governmentOffice,
  housing,
  mandateOf,
  promised,
  solved,
  toReply,
  toWork,
  transport,
  urban,
  visit,
} from "../../../../test/support/suggestion.ts";

const world = testHouse();

describe("the statutory track", () => {
  test("goes from a draft with a co-signer, over hand-back, rework and a promise, until it is struck off", async () => {
    const way = await begin(world);
    await way.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
    expect((await way.tries("deputy", "submissions")).body).toMatchObject({ status: 409, code: "suggestion.need.cosigners_answer" });
    await way.does("cosigner", "cosignatures", { agrees: true });
    await way.does("deputy", "submissions");
    const accepted = await way.does("office", "acceptances", { category: "roads" });
    expect(accepted).toMatchObject({ status: "accepted", label: expect.stringMatching(/^2023-\d{3}$/) });

    await way.does("office", "assignments", { viaId: governmentOffice });
    const forwarded = await way.does("government", "forwardings", { units: [housing, urban] });
    expect(forwarded.clocks).toContainEqual(expect.objectContaining({ key: "suggestion.reply", dueOn: "2023-12-22" }));
    await way.does("other_clerk", "handback-requests", { reason: "村内道路不属本单位职责范围" });
    const back = await way.does("government", "handback-decisions", { granted: true, note: "确属交通部门职责" });
    expect(back.status).toBe("forwarding");
    await way.does("government", "forwardings", { units: [transport] });

    await way.does("unit_clerk", "receipts");
    await way.does("co_clerk", "receipts");
    expect((await way.tries("unit_clerk", "replies", solved)).body.reasons.map((reason: { code: string }) => reason.code)).toEqual([
      "suggestion.need.contacted_before",
      "suggestion.need.communicated_during",
      "suggestion.need.co_handlers_spoke",
    ]);
    expect((await way.tries("unit_clerk", "contacts", contact("during"))).status).toBe(422);
    await way.does("unit_clerk", "contacts", contact("before"));
    await way.does("unit_clerk", "plans", { plan: "先主路后支路，十月底前完工", owner: "建设股" });
    await way.does("unit_clerk", "contacts", contact("during"));
    await way.does("co_clerk", "co-opinions", { opinion: "沿线垃圾由我局负责清理" });
    expect((await way.tries("unit_clerk", "replies", { ...promised, commitments: [] })).body.errors).toEqual([
      expect.objectContaining({ field: "commitments" }),
    ]);
    await way.does("unit_clerk", "replies", promised);
    expect((await way.tries("unit_clerk", "reply-signatures", { documentNo: "杜交函〔2023〕12号" })).status).toBe(403);
    await way.does("unit_leader", "reply-returns", { note: "补充完工时间" });
    await way.does("unit_clerk", "replies", promised);
    const replied = await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕12号" });
    expect(replied.status).toBe("replied");
    expect(replied.commitments).toHaveLength(1);

    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "DISSATISFIED", reasons: "支路工期太长，群众等不起" });
    await way.does("office", "reworks", { note: "请提前支路工期" });
    await toReply(way, promised, "杜交函〔2023〕31号");
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "SATISFIED" });
    expect((await way.tries("office", "closings")).body.code).toBe("suggestion.need.return_visited");
    expect((await way.tries("unit_clerk", "return-visits", visit)).body.errors[0].code).toBe("suggestion.visitor_is_the_handler");
    await way.does("office", "return-visits", visit);
    await way.does("office", "closings");
    expect((await way.tries("office", "strike-offs")).body.code).toBe("suggestion.need.commitments_settled");
    const seen = await way.sees("unit_clerk");
    for (const commitment of seen.body.commitments)
      await way.does("unit_clerk", "commitment-settlements", {
        commitmentId: commitment.id,
        kept: true,
        evidence: "四条支路已全部硬化并通过验收",
      });
    const struck = await way.does("office", "strike-offs");
    expect(struck).toMatchObject({ status: "struck_off", round: 2 });
    expect(struck.clocks.filter((clock: { stoppedOn: string | null }) => clock.stoppedOn === null)).toEqual([]);
  });

  test("keeps a rating from those who handle until the committee has decided upon it", async () => {
    const way = await begin(world);
    await toWork(way);
    await toReply(way);
    await way.does("deputy", "appraisals", { attitude: "BASIC", result: "DISSATISFIED", reasons: "没有按约定时间完工" });
    for (const persona of ["unit_clerk", "unit_leader", "government"]) {
      const seen = (await way.sees(persona)).body;
      expect(seen).toMatchObject({ status: "replied", feedbacks: [] });
      expect(JSON.stringify(seen)).not.toMatch(/appraise|DISSATISFIED|feedback_grace/);
      const lines = await (await world.as(persona)).get("/api/suggestions?status=appraised");
      expect(lines.body.items).toEqual([]);
      expect(lines.body.counts["appraised"]).toBeUndefined();
    }
    await way.does("office", "reworks", { note: "请按约定重新办理" });
    expect((await way.sees("unit_clerk")).body.feedbacks).toEqual([expect.objectContaining({ result: "DISSATISFIED" })]);
  });

  test("an extension has to be asked for in time, and then runs from the same start", async () => {
    const way = await begin(world);
    await toWork(way);
    const asked = await way.does("unit_clerk", "extension-requests", { reason: "涉及多部门管线迁改，工程量大" });
    await way.does("office", "extension-decisions", { requestId: asked.requests[0].id, granted: true });
    const clock = (await way.sees("office")).body.clocks.find((one: { key: string }) => one.key === "suggestion.reply");
    expect(clock).toMatchObject({ startsOn: "2023-09-22", dueOn: "2024-03-22" });
    expect(clock.steps).toContainEqual(expect.objectContaining({ code: "calendar.step.extended", source: "DL-51" }));
  });

  test("a joint suggestion is withdrawn only when every co-signer agrees", async () => {
    const way = await begin(world);
    await way.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
    await way.does("cosigner", "cosignatures", { agrees: true });
    await toWork(way);
    const asked = await way.does("deputy", "withdrawals", { reason: "问题已通过其他途径解决" });
    expect(asked.status).toBe("handling");
    await way.does("cosigner", "withdrawal-answers", { agrees: true });
    const gone = (await way.sees("unit_clerk")).body;
    expect(gone).toMatchObject({ status: "withdrawn", parts: [expect.objectContaining({ status: "ended" })] });
  });

  test("a suspension lets the clocks stand and a resumption gives the days back", async () => {
    const way = await begin(world);
    await toWork(way);
    await way.does("office", "suspensions", { note: "涉及正在进行的诉讼" });
    world.on("2023-10-23");
    const back = await way.does("office", "resumptions", { note: "诉讼已终结" });
    const reply = back.clocks.find((clock: { key: string }) => clock.key === "suggestion.reply");
    // Thirty-one days stood still: 22 December becomes 22 January.
    expect(reply.dueOn).toBe("2024-01-22");
    world.on("2023-09-22");
  });

  test("still dissatisfied after the round allowed: people sit down together before it can be closed", async () => {
    const way = await begin(world);
    await toWork(way);
    await toReply(way);
    const unhappy = { attitude: "BASIC", result: "DISSATISFIED", reasons: "路面没有修完整" };
    await way.does("deputy", "appraisals", unhappy);
    await way.does("office", "reworks", { note: "请补修" });
    await toReply(way);
    await way.does("deputy", "appraisals", unhappy);
    expect((await way.tries("office", "reworks", { note: "再次重办" })).body.code).toBe("suggestion.need.rework_left");
    await way.does("office", "return-visits", visit);
    expect((await way.tries("office", "closings")).body.code).toBe("suggestion.need.dissatisfaction_escalated");
    await way.does("office", "escalations", { note: "召开协调会" });
    await way.does("office", "escalation-conclusions", {
      heldOn: "2023-09-22",
      participants: "代表、区交通局、区政府督查室",
      conclusion: "余下路段明年安排，代表表示理解",
      rework: false,
    });
    expect((await way.does("office", "closings")).status).toBe("closed");
  });

  test("cases merged into one are handled together and answered separately", async () => {
    const main = await begin(world);
    await main.does("deputy", "submissions");
    await main.does("office", "acceptances", { category: "roads" });
    const other = await begin(world, "peer_deputy", { title: "关于尽快修复朱庄道路的建议" });
    await other.does("peer_deputy", "submissions");
    await other.does("office", "mergers", { otherId: main.id });
    await main.does("office", "assignments", { units: [transport], viaId: null });
    await main.does("unit_clerk", "receipts");
    await toReply(main);
    const satisfied = { attitude: "SATISFIED", result: "SATISFIED" };
    expect((await main.does("deputy", "appraisals", satisfied)).status).toBe("replied");
    expect((await main.does("peer_deputy", "appraisals", satisfied)).status).toBe("appraised");
  });

  test("units that handle separately each answer for their part", async () => {
    const way = await begin(world);
    await way.does("deputy", "submissions");
    await way.does("office", "acceptances", { category: "roads" });
    const wrong = await way.tries("office", "assignments", { viaId: null, units: [{ ...transport, role: "SEPARATE" }] });
    expect(wrong.body.errors.map((error: { code: string }) => error.code)).toEqual([
      "suggestion.separate_needs_two",
      "suggestion.separate_needs_scope",
    ]);
    await way.does("office", "assignments", {
      viaId: null,
      units: [
        { ...transport, role: "SEPARATE", scope: "路面修缮" },
        { ...urban, role: "SEPARATE", scope: "沿线保洁" },
      ],
    });
    await way.does("unit_clerk", "receipts");
    await way.does("co_clerk", "receipts");
    await toReply(way);
    expect((await way.sees("deputy")).body.status).toBe("handling");
    for (const stage of ["before", "during"] as const) await way.does("co_clerk", "contacts", contact(stage));
    await way.does("co_clerk", "replies", solved);
    expect((await way.does("co_leader", "reply-signatures", { documentNo: "杜城管函〔2023〕8号" })).status).toBe("replied");
  });
});

test("a right is gone when its window is: no hand-back and no extension afterwards, and the window is nobody's delay", async () => {
  const way = await begin(world);
  await toWork(way);
  world.on("2023-10-12");
  const seen = (await way.sees("unit_clerk")).body;
  const refused = await way.tries("unit_clerk", "handback-requests", { reason: "经核实不属于本单位职责" });
  expect([refused.status, refused.body.code, refused.body.reasons[0].text]).toEqual([
    409,
    "suggestion.need.handback_window",
    expect.stringContaining("2023-10-07"),
  ]);
  expect(seen.cannot).toContainEqual(expect.objectContaining({ verb: "ask_handback" }));
  const unit = await world.as("unit_clerk");
  expect((await unit.get("/api/suggestions?overdue=true")).body.items.map((line: { id: string }) => line.id)).not.toContain(way.id);
  world.on("2023-12-25");
  const late = await way.tries("unit_clerk", "extension-requests", { reason: "涉及管线迁改，工期较长" });
  expect([late.status, late.body.code]).toEqual([409, "suggestion.extension_too_late"]);
  expect((await unit.get("/api/suggestions?overdue=true")).body.items.map((line: { id: string }) => line.id)).toContain(way.id);
  world.on("2023-09-22");
});

test("the government sends back what is not its matter, still sees it, and a merger then leaves no limit running", async () => {
  const [back, stays] = [await begin(world), await begin(world)];
  for (const way of [back, stays]) {
    await way.does("deputy", "submissions");
    await way.does("office", "acceptances", { category: "roads" });
  }
  await back.does("office", "assignments", { viaId: governmentOffice });
  await back.does("government", "send-backs", { note: "不属于政府职权" });
  expect((await back.sees("government")).body).toMatchObject({ status: "accepted", can: [] });
  const merged = await back.does("office", "mergers", { otherId: stays.id });
  expect(merged.clocks.filter((clock: { stoppedOn: string | null }) => clock.stoppedOn === null)).toEqual([]);
});
