import { randomUUID } from "node:crypto";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import { sendFile } from "../../../platform/files/send.ts";
import type { PageCall, PublicPage } from "../../../platform/http/page.ts";
import { type FieldFault, invalid, isRefusal } from "../../../platform/refusal.ts";
import { onward } from "../../../portal/frame.ts";
import { addWords, appraise, held, type Parts, reopen, unknownReceipt, withdraw } from "../server/public-doors.ts";
import { threadOf } from "../server/public-view.ts";
import { spokenGrades } from "../terms.ts";
import { subjectType } from "../voice.ts";
import type { TypedAct } from "./acts.ts";
import { askPage } from "./ask.ts";
import { photosIn, takenIn, uuid, withPhotosLimit } from "./photos.ts";
import { threadPage } from "./thread.ts";

/** Following by receipt. It comes in the body of a form and stands in no address, so that no history and no log has it. */
export const followPages = (parts: Parts): PublicPage[] => [
  { method: "get", path: "/portal/follow", handle: (call) => askPage(call) },
  { method: "get", path: "/r", handle: async () => onward("/portal/follow") },
  { method: "post", path: "/portal/follow", maxSize: withPhotosLimit, handle: (call) => follow(call, parts) },
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
  const { typed, done } = await doing(call, parts, typedIn(call), by);
  const mine = done === undefined || isRefusal(done) ? await held(call.database, parts, by, call) : done;
  const unsent = typed.words || typed.reasons;
  if (isRefusal(mine)) return askPage(call, { receipt, refusal: mine, unsent });
  const thread = await threadOf({ db: call.db, parts, words: call.words, now: call.now }, mine.district, mine.id);
  if (!thread) return askPage(call, { receipt, refusal: unknownReceipt, unsent });
  return threadPage(call, { receipt, thread, typed, ...(done !== undefined && isRefusal(done) ? { refusal: done } : {}) });
}

/** What came with the form, whichever of them it was. One more than may be said, so that too much is refused and not cut in silence. */
function typedIn(call: PageCall): TypedAct {
  const submission = text(call, "submission");
  return {
    ...{ act: text(call, "act"), words: text(call, "words", 2001), reasons: text(call, "reasons", 2001), grade: text(call, "grade") },
    ...{ submission: uuid.test(submission) ? submission : randomUUID(), ...photosIn(call) },
  };
}

interface Doing {
  /** What was typed, with the photos that have come in since. */
  readonly typed: TypedAct;
  /** What was done or refused; nothing when he only looks. */
  readonly done: Awaited<ReturnType<typeof addWords>> | undefined;
}
type By = { readonly receipt: string; readonly district: string };

/** What the voter asked for on the page. */
async function doing(call: PageCall, parts: Parts, typed: TypedAct, by: By): Promise<Doing> {
  const { database } = call;
  const { act, reasons } = typed;
  if (act === "add_words") return adding(call, parts, typed, by);
  if (act === "appraise") {
    const grade = spokenGrades.find((one) => one === typed.grade);
    if (!grade) return { typed, done: invalid({ field: "grade", code: "field.required" }) };
    return { typed, done: await appraise(database, parts, { ...by, grade, reasons: reasons || null }, call) };
  }
  if (act === "reopen") {
    const fault = length("reasons", reasons);
    return { typed, done: fault ? invalid(fault) : await reopen(database, parts, { ...by, reasons }, call) };
  }
  if (act !== "withdraw") return { typed: { ...typed, words: "", reasons: "" }, done: undefined };
  if (text(call, "sure") !== "yes") return { typed, done: invalid({ field: "sure", code: "portal.follow.sure_first" }) };
  return { typed, done: await withdraw(database, parts, by, call) };
}

/** Photos come in first: whatever else is wrong, they need not be chosen again. */
async function adding(call: PageCall, parts: Parts, said: TypedAct, by: By): Promise<Doing> {
  const { photos, faults } = await takenIn(call, parts, said);
  const typed = { ...said, photos };
  const { words, submission, photoConsent } = typed;
  const wrong = [length("words", words), ...faults].filter((fault) => fault !== undefined);
  if (wrong.length > 0) return { typed, done: invalid(...wrong) };
  const attachments = photos.length > 0 ? { attachments: photos } : {};
  return { typed, done: await addWords(call.database, parts, { ...by, words, submission, photoConsent, ...attachments }, call) };
}

const [min, max] = [2, 2000];
const length = (field: string, said: string): FieldFault | undefined =>
  said.length < min || said.length > max ? { field, code: "portal.follow.length", params: { min, max } } : undefined;
