import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { publicContracts as contracts } from "../public-contract.ts";
import { subjectType } from "../voice.ts";
import { addWords, appraise, type Held, held, reopen, unknownReceipt, withdraw } from "./by-receipt.ts";
import { takePhoto } from "./photos.ts";
import { type Thread, threadOf } from "./public-view.ts";
import { speak } from "./speaking.ts";
import type { Parts } from "./writing.ts";

const route = binder<Actor>();

interface Asked {
  readonly db: Database;
  readonly words: Words;
  readonly now: Instant;
}

/** What a voter does without an account. */
export const publicRoutes = (parts: Parts) => {
  const thread = async ({ db, words, now }: Asked, mine: Held | Refusal): Promise<Thread | Refusal> =>
    isRefusal(mine) ? mine : ((await threadOf({ db: db.read, parts, words, now }, mine.district, mine.id)) ?? unknownReceipt);
  return [
    route(contracts.takePhoto, ({ db, body, ...calling }) => takePhoto(db, parts, body, calling)),
    route(contracts.speak, ({ db, body, ...calling }) => speak(db, parts, body, calling)),
    route(contracts.look, async (call) => thread(call, await held(call.db, parts, call.body, call))),
    route(contracts.photo, async ({ db, body, ...calling }) => {
      const mine = await held(db, parts, body, calling);
      if (isRefusal(mine)) return mine;
      const file = (await attachmentsOf(db.read, mine.district, { subjectType, subjectId: mine.id })).get(body.fileId);
      return file && file.width !== null ? sendFile(parts.files, file, body.size) : unknownReceipt;
    }),
    route(contracts.addWords, async (call) => thread(call, await addWords(call.db, parts, call.body, call))),
    route(contracts.appraise, async (call) => thread(call, await appraise(call.db, parts, call.body, call))),
    route(contracts.reopen, async (call) => thread(call, await reopen(call.db, parts, call.body, call))),
    route(contracts.withdraw, async (call) => thread(call, await withdraw(call.db, parts, call.body, call))),
  ];
};
