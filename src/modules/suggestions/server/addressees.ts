import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Case } from "../case.ts";
import type { SuggestionView } from "../contract.ts";
import { labelOf } from "../label.ts";
import type { Names } from "./names.ts";

type Addressee = z.input<typeof SuggestionView>["addressees"][number];
type Own = Pick<Addressee, "title" | "label" | "number" | "sessionNo">;
type Merged = Omit<Addressee, "label" | "role"> & {
  readonly numberYear: number | null;
  readonly congressNo: number;
  readonly confidential: boolean;
};

interface Looking {
  readonly district: string;
  readonly of: Case;
  readonly own: Own;
  readonly name: Names;
  /** An onlooker is not told whose merged suggestion is confidential. */
  readonly onlooker: boolean;
}

/** Whoever is owed an answer: the deputies of the case, and the leads of those merged into it, each for his own (ZJ-18, R2.21). */
export async function addresseesOf(db: Db, { district, of, own, name, onlooker }: Looking): Promise<Addressee[]> {
  const signed = of.signers
    .filter((one) => one.role === "lead" || one.state === "confirmed")
    .map(({ mandateId, role }): Addressee => ({ ...own, mandateId, role, name: name(mandateId) }));
  if (of.mergedLeads.length === 0) return signed;
  const found = await sql<Merged>`
    select g.mandate_id, p.name, o.title, o.number, o.number_year, n.session_no, c.congress_no, o.confidential
    from suggestion o
    join suggestion_signer g on g.district = o.district and g.suggestion_id = o.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    join congress c on c.district = o.district and c.id = o.congress_id
    left join congress_session n on n.district = o.district and n.id = o.session_id
    where o.district = ${district} and o.merged_into_id = ${of.id} and o.status = 'merged' order by o.created_at, g.mandate_id`.execute(db);
  const merged = found.rows
    .filter(({ confidential, mandateId }) => !(onlooker && confidential) && !signed.some((one) => one.mandateId === mandateId))
    .map(
      ({ numberYear, congressNo, confidential: _, ...one }): Addressee => ({
        ...one,
        role: "merged_lead",
        label: labelOf({ ...one, numberYear, congressNo }),
      }),
    );
  return [...signed, ...merged];
}
