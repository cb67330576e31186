import { attachmentsOf } from "../../../platform/files/attachments.ts";
import { sendFile } from "../../../platform/files/send.ts";
import type { PageCall, PublicPage } from "../../../platform/http/page.ts";
import { isRefusal, type Refusal } from "../../../platform/refusal.ts";
import { onward } from "../../../portal/frame.ts";
import { addWords, appraise, held, type Parts, reopen, unknownReceipt, withdraw } from "../server/public-doors.ts";
import { threadOf } from "../server/public-view.ts";
import { spokenGrades } from "../terms.ts";
import { subjectType } from "../voice.ts";
import { askPage, threadPage } from "./thread.ts";

/** Following by receipt. It comes in the body of a form and stands in no address, so that no history and no log has it. */
export const followPages = (parts: Parts): PublicPage[] => [
  { method: "get", path: "/portal/follow", handle: (call) => askPage(call) },
  { method: "get", path: "/r", handle: async () => onward("/portal/follow") },
  { method: "post", path: "/portal/follow", handle: (call) => follow(call, parts) },
  {
    method: "post",
    path: "/portal/follow/photo",
    async handle(call) {
      const mine = await held(call.database, parts, { receipt: text(call, "receipt"), district: call.district }, call);
      if (isRefusal(mine)) return mine;
      const file = (await attachmentsOf(call.db, mine.district, { subjectType, subjectId: mine.id })).get(text(call, "photo"));
      return file && file.width !== null ? sendFile(parts.files, file, "whole") : unknownReceipt;
    },
  },
];

const text = ({ form }: PageCall, name: string, max = 60): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim().slice(0, max) : "";
};

async function follow(call: PageCall, parts: Parts): Promise<Response> {
  const receipt = text(call, "receipt");
  const by = { receipt, district: call.district };
  const act = text(call, "act");
  const done = await doing(call, parts, act, by);
  const mine = done === undefined || isRefusal(done) ? await held(call.database, parts, by, call) : done;
  if (isRefusal(mine)) return askPage(call, { receipt, refusal: mine });
  const thread = await threadOf({ db: call.db, parts, words: call.words, now: call.now }, mine.district, mine.id);
  if (!thread) return askPage(call, { receipt, refusal: unknownReceipt });
  const refusal = done !== undefined && isRefusal(done) ? done : undefined;
  const kept = refusal ? { words: text(call, "words", 2001), reasons: text(call, "reasons", 2001), grade: text(call, "grade") } : {};
  return threadPage(call, { receipt, thread, act, kept, ...(refusal ? { refusal } : {}) });
}

type Done = Awaited<ReturnType<typeof addWords>> | Refusal | undefined;

/** What the voter asked for on the page; nothing when he only looks. */
async function doing(call: PageCall, parts: Parts, act: string, by: { receipt: string; district: string }): Promise<Done> {
  const { database } = call;
  const [words, reasons] = [text(call, "words", 2001), text(call, "reasons", 2001)];
  if (act === "add_words") {
    if (words.length < 2 || words.length > 2000) return wrong("words", 2, 2000);
    return await addWords(database, parts, { ...by, words, submission: text(call, "submission"), photoConsent: false }, call);
  }
  if (act === "appraise") {
    const grade = spokenGrades.find((one) => one === text(call, "grade"));
    if (!grade) return { refused: "invalid", reasons: [{ code: "problem.invalid" }], fields: [{ field: "grade", code: "field.required" }] };
    return await appraise(database, parts, { ...by, grade, reasons: reasons || null }, call);
  }
  if (act === "reopen")
    return reasons.length < 2 || reasons.length > 2000
      ? wrong("reasons", 2, 2000)
      : await reopen(database, parts, { ...by, reasons }, call);
  if (act !== "withdraw") return undefined;
  if (text(call, "sure") !== "yes")
    return { refused: "invalid", reasons: [{ code: "problem.invalid" }], fields: [{ field: "sure", code: "portal.follow.sure_first" }] };
  return await withdraw(database, parts, by, call);
}

const wrong = (field: string, min: number, max: number): Refusal => ({
  refused: "invalid",
  reasons: [{ code: "problem.invalid" }],
  fields: [{ field, code: "portal.follow.length", params: { min, max } }],
});
