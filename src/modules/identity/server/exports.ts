import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { type CellKind, pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import { accountContracts } from "../account-contract.ts";
import type { Actor } from "../actor.ts";
import { type MandateView, mandateContracts } from "../contract.ts";
import { listAccounts, listAttempts } from "./accounts.ts";
import { listMandates } from "./mandates.ts";

const { list: mandates } = mandateContracts;
const { list: accounts, attempts } = accountContracts;

const deputiesAsSheet = contract({
  ...{ ...exportOf(mandates.path), tag: mandates.tag, access: mandates.access },
  ...{ name: "export_mandate", summary: "Deputies by mandate as a sheet, as filtered" },
  query: mandates.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});
const accountsAsSheet = contract({
  ...{ ...exportOf(accounts.path), tag: accounts.tag, access: accounts.access },
  ...{ name: "export_account", summary: "Accounts as a sheet, as filtered" },
  query: accounts.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});
const attemptsAsSheet = contract({
  ...{ ...exportOf(attempts.path), tag: attempts.tag, access: attempts.access },
  ...{ name: "export_sign_in_attempt", summary: "The sign-in log as a sheet" },
  query: attempts.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

const route = binder<Actor>();

/** Lists of this module that are no plain collections, as files. */
export const identityExports = [
  route(deputiesAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listMandates(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (some) => deputyRows(db.read, actor.district, some, words));
    const columns = columnsIn(words, "identity.mandate.field", deputyColumns);
    return sendSheet(db, actor, { list: "mandate", query, now, sheet: { title: words("identity.mandate.title"), columns, rows } });
  }),
  route(accountsAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listAccounts(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (some) =>
      some.map((one) => ({
        ...{ personId: one.personName, userName: one.userName, phone: one.phone, lastSignIn: one.lastSignIn },
        state: words(one.disabled ? "identity.account.disabled" : "identity.account.enabled"),
      })),
    );
    const columns = columnsIn(words, "identity.account.field", accountColumns);
    return sendSheet(db, actor, { list: "account", query, now, sheet: { title: words("identity.account.title"), columns, rows } });
  }),
  route(attemptsAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listAttempts(db.read, actor, { limit: portion, cursor });
    const rows = pages(page, (some) =>
      some.map(({ at, userName, address, outcome }) => ({
        ...{ at, userName: userName ?? words("identity.attempt.unknown"), address },
        outcome: words(`identity.attempt.outcome.${outcome}`),
      })),
    );
    const [userName] = columnsIn(words, "identity.account.field", { userName: "text" });
    const columns = [...columnsIn(words, "identity.attempt.field", attemptColumns), ...(userName ? [userName] : [])];
    return sendSheet(db, actor, { list: "sign_in_attempt", query, now, sheet: { title: words("identity.attempt.title"), columns, rows } });
  }),
];

type Columns = Readonly<Record<string, CellKind>>;
const deputyColumns: Columns = {
  ...{ personId: "text", congressId: "text", electoralDistrictId: "text", delegationId: "text", groupId: "text", areaId: "text" },
  ...{ cardNo: "text", electedOn: "day", directlyElected: "text", byElection: "text", status: "text" },
};
const accountColumns: Columns = { personId: "text", userName: "text", phone: "text", lastSignIn: "moment", state: "text" };
const attemptColumns: Columns = { at: "moment", address: "text", outcome: "text" };

const columnsIn = (words: Words, under: string, columns: Columns): SheetColumn[] =>
  Object.entries(columns).map(([key, kind]) => ({ key, kind, heading: words(`${under}.${key}`) }));

async function deputyRows(db: Db, district: string, some: readonly z.output<typeof MandateView>[], words: Words): Promise<SheetRow[]> {
  const found = await sql<{ id: string; area: string; electoral: string | null; delegation: string | null }>`
    select m.id, a.name as area, e.name as electoral, d.name as delegation from mandate m
    join area a on a.district = m.district and a.id = m.area_id
    left join electoral_district e on e.district = m.district and e.id = m.electoral_district_id
    left join delegation d on d.district = m.district and d.id = m.delegation_id
    where m.district = ${district} and m.id = any(${some.map(({ id }) => id)}::uuid[])`.execute(db);
  const more = new Map(found.rows.map((row) => [row.id, row]));
  return some.map((one) => ({
    ...{ personId: one.personName, congressId: one.congressName, groupId: one.groupName, cardNo: one.cardNo, electedOn: one.electedOn },
    areaId: more.get(one.id)?.area ?? null,
    electoralDistrictId: more.get(one.id)?.electoral ?? null,
    delegationId: more.get(one.id)?.delegation ?? null,
    directlyElected: words(one.directlyElected ? "sheet.yes" : "sheet.no"),
    byElection: words(one.byElection ? "sheet.yes" : "sheet.no"),
    status: words(`identity.mandate.status.${one.status}`),
  }));
}
