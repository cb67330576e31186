import type { Words } from "../../../../platform/i18n/words.ts";
import type { Sheet, SheetRow } from "../../../../platform/sheets/sheet.ts";
import type { Intake, IntakeColumn } from "./kind.ts";

/** An empty sheet with one row of remarks, which is passed over when the sheet comes back. */
export function templateOf({ columns, title }: Intake, words: Words): Sheet {
  const remarks = Object.fromEntries(columns.map((column, at) => [column.field, `${at === 0 ? "# " : ""}${wanted(column, words)}`]));
  return {
    title: words("identity.intake.template", { title: words(title) }),
    columns: columns.map(({ field, heading, required }) => ({
      ...{ key: field, heading: words(heading) + (required ? " *" : ""), kind: "text" as const, width: 22 },
    })),
    rows: one(remarks),
  };
}

async function* one(row: SheetRow): AsyncGenerator<SheetRow[]> {
  yield [row];
}

function wanted({ required, reads, field, wants }: IntakeColumn, words: Words): string {
  const must = words(required ? "identity.intake.required" : "identity.intake.optional");
  if (wants && reads.as !== "choice") return `${must}${words(wants)}`;
  if (reads.as !== "choice")
    return `${must}${words(`identity.intake.wants.${reads.as === "reference" ? reads.table : field === "personId" || field === "name" ? "name" : reads.as}`)}`;
  return `${must}${wants ? words(wants) : ""}${reads.values.map((value) => words(`${reads.words}.${value}`)).join("、")}`;
}
