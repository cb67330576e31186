import { describe, expect, test } from "vitest";
import { numeral } from "../../../platform/i18n/numeral.ts";
import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import { paperKinds } from "./kinds.ts";
import { isWritten, paperOf } from "./papers.ts";
import { printableOf } from "./printable.ts";
import type { Choice, Seen, SeenReply } from "./saying.ts";
import { toEach } from "./to-each.ts";

const unit = { id: "u", name: "杜集区交通运输局" };
const signed: SeenReply = {
  id: "r1",
  partId: "p",
  round: 1,
  body: "一、已硬化；二、已疏通。",
  resultClass: "B",
  className: "正在解决",
  outcome: "in_progress",
  reason: null,
  answers: null,
  draftedByName: "许鑫",
  documentNo: "杜交函〔2023〕12号",
  signedByName: "金鑫",
  signedAt: "2023-09-22T08:00:00.000Z",
  addressing: "each",
};
const promise = {
  id: "k",
  partId: "p",
  content: "硬化支路",
  owner: "建设股",
  dueOn: "2024-06-30",
  carriedTo: null,
  settledOn: null,
  evidence: null,
};
const part = { id: "p", unit, scope: null, offeredOn: "2023-01-16", handbackRefused: false, mine: false };
const supervised = { verb: "supervise", note: "进度偏慢", data: { heldOn: "2023-03-01", by: "常委会副主任", demand: "六月底前完工" } };
const step = { ...supervised, id: "s", at: "", byName: null, byOrganisation: null, partId: null, attachments: [] };
const clock = { id: "d", key: "suggestion.reply", partId: null, startsOn: "2023-01-16", dueOn: "2023-04-17", stoppedOn: null };
const seen: Seen = {
  id: "c",
  label: "11-3-037",
  title: "关于修路的建议 $t(suggestion.key) {{label}}",
  reason: "破损",
  proposal: "硬化",
  category: "roads",
  areaId: null,
  proposedUnitId: null,
  secrecyDeclared: true,
  areaName: null,
  congress: { id: "g", name: "杜集区第十一届人民代表大会" },
  sessionNo: 3,
  number: 37,
  status: "replied",
  round: 1,
  key: true,
  reviewer: { id: "o", name: "区人大常委会代表联络室" },
  forwarder: { id: "f", name: "区政府督查室" },
  mergedInto: null,
  merged: [],
  origin: null,
  imported: false,
  createdAt: "",
  submittedAt: null,
  assignedOn: "2023-01-16",
  closedAt: null,
  signers: [
    { mandateId: "m1", name: "曹荣凤", role: "lead", state: "confirmed", at: "" },
    { mandateId: "m2", name: "张三", role: "cosigner", state: "confirmed", at: "" },
    { mandateId: "m3", name: "李四", role: "cosigner", state: "declined", at: "" },
  ],
  parts: [{ ...part, role: "LEAD", status: "answered" }],
  contacts: [],
  addressees: [],
  replies: [signed],
  commitments: [{ ...promise, state: "open" }],
  feedbacks: [
    {
      mandateId: "m1",
      name: "曹荣凤",
      round: 1,
      attitude: "SATISFIED",
      result: "BASIC",
      reasons: "再快些",
      at: "2023-09-25T00:00:00.000Z",
    },
  ],
  requests: [],
  papers: [],
  supervisions: [],
  escalations: [],
  clocks: [{ ...clock, paused: false, ruleVersion: 1, daysLeft: 1, steps: [] }],
  timeline: [{ ...step, fromStatus: "handling", toStatus: "handling" }],
  attachments: [],
  relations: [],
  can: [],
  cannot: [],
  version: 1,
};

function written(kind: (typeof paperKinds)[number], of: Seen = seen, choice: Choice = {}): OfficialPaper {
  const paper = paperOf(kind, of, choice);
  if (!isWritten(paper)) throw new Error(paper.code);
  return paper;
}
const words = (paper: OfficialPaper) => JSON.stringify(paper.blocks);

describe("official papers", () => {
  test("a reply letter bears class, number, deputies, points, promises, signature and copies", () => {
    const paper = written("reply");
    expect(paper).toMatchObject({
      ...{ head: unit.name, mark: "B类", documentNo: "杜交函〔2023〕12号", draft: null, addressee: "曹荣凤、张三代表：" },
      title: "关于杜集区第十一届人民代表大会\n第三次会议第37号建议的答复",
      name: "关于杜集区第十一届人民代表大会第三次会议第37号建议的答复",
      signature: { unit: unit.name, date: "2023年9月22日" },
      copies: "抄送：区人大常委会代表联络室、区政府督查室。",
    });
    expect(words(paper)).toContain("1．硬化支路（责任人：建设股；完成时限：2024年6月30日）");
    expect(words(paper), "what a deputy typed is no template").toContain(seen.title);
    expect(paper.blocks.length).toBe(6);
  });

  test("point by point: what the unit says last stands behind reasons and promises", () => {
    const answers = {
      opening: "经查看，",
      points: [
        { asked: "硬化", answer: "已硬化。" },
        { asked: "疏通", answer: "已疏通。" },
      ],
      closing: "谢谢。",
    };
    const texts = written("reply", { ...seen, replies: [{ ...signed, answers, reason: "分期" }] }).blocks.map(
      (block) => "text" in block && block.text,
    );
    expect(texts.slice(1)).toEqual([
      "经查看，",
      "一、关于“硬化”。已硬化。",
      "二、关于“疏通”。已疏通。",
      "未能全部解决的原因：分期",
      "下一步，我们承诺完成以下事项：",
      "1．硬化支路（责任人：建设股；完成时限：2024年6月30日）",
      "谢谢。",
      "专此函复。请填写随附的《征询意见表》，提出您的意见。",
    ]);
  });

  test("an unsigned reply is a draft without a date", () => {
    const paper = written("reply", { ...seen, replies: [{ ...signed, signedAt: null, signedByName: null, documentNo: null }] });
    expect(paper.draft).toContain("草");
    expect(paper.signature?.date).not.toMatch(/\d/);
    expect(paper.name).toMatch(/（草稿）$/);
  });

  test("a feedback form ticks what was answered, and is blank where the reader may not know", () => {
    expect(words(written("feedback"))).toMatch(/■ 满意　　□ 基本满意.*□ 满意　　■ 基本满意.*再快些/);
    expect(words(written("feedback", { ...seen, feedbacks: [] }))).not.toMatch(/■|再快些/);
  });

  test("sheet and notices say who handles what by when", () => {
    expect(words(written("sheet"))).toMatch(/11-3-037.*杜集区交通运输局（主办）.*再快些/);
    expect(written("assignment")).toMatchObject({ addressee: "区政府督查室：", signature: { date: "2023年1月16日" } });
    expect(words(written("assignment"))).toContain("请于2023年4月17日前答复代表");
    expect(written("supervision")).toMatchObject({ addressee: "杜集区交通运输局：", copies: "抄送：区政府督查室。" });
    expect(words(written("supervision"))).toMatch(/进度偏慢.*六月底前完工/);
  });

  test("each deputy has a letter and a form of his own; one whose suggestion was merged reads its title and number", () => {
    const own = { title: seen.title, label: seen.label, number: 37, sessionNo: 3 };
    const merged = {
      mandateId: "m9",
      name: "李梅",
      role: "merged_lead",
      title: "关于疏通水沟的建议",
      label: "11-3-041",
      number: 41,
      sessionNo: 3,
    } as const;
    const of: Seen = { ...seen, addressees: [{ ...own, mandateId: "m1", name: "曹荣凤", role: "lead" }, merged] };
    const [first, second] = [written("reply", of, { addresseeId: "m1" }), written("reply", of, { addresseeId: "m9" })];
    expect(first).toMatchObject({ addressee: "曹荣凤代表：", name: expect.stringMatching(/第37号建议的答复（致曹荣凤代表）$/) });
    expect(second).toMatchObject({ addressee: "李梅代表：", title: expect.stringContaining("第41号建议的答复") });
    expect(words(second)).toContain("您提出的《关于疏通水沟的建议》收悉，已与《");
    expect(words(written("reply", { ...of, addressees: [{ ...merged, number: null, label: "" }] }, { addresseeId: "m9" }))).toContain(
      "疏通水沟",
    );
    const form = words(written("feedback", of, { addresseeId: "m9" }));
    expect(form).toContain("李梅");
    expect(form, "another's judgement is not his").not.toMatch(/■|再快些/);
    expect(words(written("feedback", of, { addresseeId: "m1" }))).toContain("再快些");
    expect(paperOf("reply", of, { addresseeId: "m8" })).toMatchObject({ code: "suggestion.papers.need.addressee" });
  });

  test("where the lead alone is answered, the letter is his and asks him to tell the others", () => {
    const own = { title: seen.title, label: seen.label, number: 37, sessionNo: 3 };
    const addressees: Seen["addressees"] = [
      { ...own, mandateId: "m1", name: "曹荣凤", role: "lead" },
      { ...own, mandateId: "m2", name: "张三", role: "cosigner" },
      { ...own, mandateId: "m9", name: "李梅", role: "merged_lead" },
    ];
    const of = (addressing: "each" | "lead"): Seen => ({ ...seen, addressees, replies: [{ ...signed, addressing }] });
    expect(written("reply", of("lead")).addressee).toBe("曹荣凤代表：");
    expect(words(written("reply", of("lead")))).toContain("请您将本答复转告联名代表张三。");
    expect(words(written("reply", of("lead"), { addresseeId: "m9" })), "he has nobody to tell").not.toContain("转告");
    expect(words(written("reply", of("each")))).not.toContain("转告");
    for (const kind of ["reply", "feedback"] as const) {
      expect(paperOf(kind, of("lead"), { addresseeId: "m2" })).toMatchObject({ code: "suggestion.papers.need.addressee" });
      const named = (addressing: "each" | "lead") => {
        const all = toEach(kind, of(addressing));
        return "code" in all ? all : all.papers.map(({ name }) => /致(.+)代表/.exec(name)?.[1]);
      };
      expect(named("each")).toEqual(["曹荣凤", "张三", "李梅"]);
      expect(named("lead")).toEqual(["曹荣凤", "李梅"]);
    }
  });

  test("all at once is for a signed reply that the house wrote", () => {
    const need = (code: string) => ({ code: `suggestion.papers.need.${code}` });
    expect(toEach("reply", { ...seen, replies: [{ ...signed, signedAt: null }] })).toMatchObject(need("signed_to_each"));
    expect(toEach("reply", seen, "r9")).toMatchObject(need("signed_to_each"));
    expect(toEach("reply", { ...seen, imported: true })).toMatchObject(need("own_reply"));
    const unsigned = { ...signed, id: "r2", round: 2, signedAt: null };
    expect(toEach("reply", { ...seen, replies: [signed, unsigned] }), "the newest that is signed").toMatchObject({ on: "2023-09-22" });
  });

  test("out of session a case is one of the time between", () =>
    expect(written("sheet", { ...seen, sessionNo: null, label: "2023-012" }).name).toContain("闭会期间第2023-012号建议"));

  test.each<[string, Partial<Seen>]>([
    ["everything", {}],
    ["no reply", { replies: [] }],
    ["a draft reply", { replies: [{ ...signed, signedAt: null }] }],
    ["not assigned", { assignedOn: null, replies: [] }],
    ["no number", { number: null, assignedOn: null, replies: [] }],
    ["nothing supervised", { timeline: [] }],
    ["an earlier case", { imported: true }],
    ["an earlier case without a signed reply", { imported: true, replies: [{ ...signed, signedAt: null }] }],
  ])("the buttons offer just what can be printed: %s", (_, changes) => {
    const of = { ...seen, ...changes };
    const offered = new Set(printableOf(of).map((one) => one.kind));
    expect(paperKinds.filter((kind) => isWritten(paperOf(kind, of)))).toEqual(paperKinds.filter((kind) => offered.has(kind)));
  });

  test("numbers of sessions are written out", () =>
    expect([1, 10, 12, 20, 21].map(numeral)).toEqual(["一", "十", "十二", "二十", "二十一"]));
});
