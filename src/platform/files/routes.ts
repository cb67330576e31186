import { sql } from "kysely";
import { type Account, binder } from "../http/route.ts";
import { notFound } from "../refusal.ts";
import { hoursBefore, usableHours } from "./attachments.ts";
import { type Attachment, fileContracts } from "./contract.ts";
import type { FileFolder } from "./folder.ts";
import { sendFile } from "./send.ts";
import { takeIn } from "./take-in.ts";

/** How many files one account can have taken in without using them. */
const mostPending = 40;

/** Files on their way: taken in before the step that names them, seen by nobody but whoever brought them. */
export function fileRoutes<Actor extends Account>(files: FileFolder) {
  const route = binder<Actor>();
  return [
    route(fileContracts.take, ({ db, actor, body, now }) => takeIn(db, files, actor, { file: body.file, now, most: mostPending })),
    route(fileContracts.look, async ({ db, actor, params, query, now }) => {
      const found = await sql<Attachment>`
        select id, name, media_type, size, width, height from file where district = ${actor.district} and id = ${params.id}
          and by_account = ${actor.account} and not used and at > ${hoursBefore(now, usableHours)}`.execute(db);
      return found.rows[0] ? sendFile(files, found.rows[0], query.size) : notFound;
    }),
  ];
}
