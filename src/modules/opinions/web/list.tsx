import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListPage } from "../../../web/ui/list-page.tsx";
import type { Chosen, ListColumn, ListFilter } from "../../../web/ui/list-spec.ts";
import { opinionStates } from "../terms.ts";
import { togetherVerbs } from "../together.ts";
import { type Line, useCategories } from "./api.ts";
import { StatusTag } from "./status.tsx";
import { Together } from "./together.tsx";

const columns: readonly ListColumn<Line>[] = [
  { name: "area", width: 120, render: (line) => line.areaName },
  { name: "deputy", width: 100, render: (line) => line.deputy.name },
  { name: "unit", width: 150, render: (line) => line.unitName ?? "—" },
  { name: "category", width: 130, extra: true, render: (line) => <CategoryName code={line.category} /> },
  { name: "submittedAt", width: 150, extra: true, render: (line) => dateText(line.submittedAt) },
];

function CategoryName({ code }: { code: string }) {
  return useCategories().find((one) => one.value === code)?.label ?? code;
}

const small = (line: Line) => [line.areaName, line.deputy.name, line.unitName, dateText(line.submittedAt)];

/** Livelihood opinions in my sight, newest first. */
export function Page() {
  const me = useMe();
  const deputy = me.mandates.some((mandate) => mandate.status === "in_force");
  const filters: ListFilter[] = [
    { kind: "choice", name: "category", label: "opinion.field.category", options: useCategories() },
    ...(deputy ? [{ kind: "flag" as const, name: "mine", label: "opinion.filter.mine" }] : []),
    { kind: "flag", name: "overdue", label: "opinion.filter.overdue" },
  ];
  return (
    <ListPage<Line>
      spec={{
        ...{ path: "/api/opinions", page: "/opinions", words: "opinion" },
        ...{ states: opinionStates, filters, columns, small },
        status: ({ status }) => <StatusTag status={status} />,
        begins: () => deputy,
        ...(togetherVerbs(me.roles).length > 0 ? { together: (choice: Chosen<Line>) => <Together choice={choice} /> } : {}),
      }}
    />
  );
}
