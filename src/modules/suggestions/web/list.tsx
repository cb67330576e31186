import { StarFilled } from "@ant-design/icons";
import { Tag } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListPage } from "../../../web/ui/list-page.tsx";
import type { ListColumn, ListFilter } from "../../../web/ui/list-spec.ts";
import { caseStates } from "../terms.ts";
import type { Line } from "./api.ts";
import { useCodes } from "./codes.ts";
import { StatusTag } from "./status.tsx";
import { useUnits } from "./units.ts";

const SessionLists = lazy(async () => ({ default: (await import("./session-lists.tsx")).SessionLists }));

const columns: readonly ListColumn<Line>[] = [
  { name: "lead", width: 110, render: (line) => line.lead.name },
  { name: "units", width: 200, render: (line) => line.units.join("、") || "—" },
  { name: "category", width: 130, extra: true, render: (line) => <CategoryName code={line.category} /> },
  { name: "submittedAt", width: 150, extra: true, render: (line) => dateText(line.submittedAt) || "—" },
];

function CategoryName({ code }: { code: string }) {
  return useCodes().data?.categories.find((one) => one.code === code)?.name ?? code;
}

const small = (line: Line) => [line.lead.name, line.units.join("、"), dateText(line.submittedAt ?? line.createdAt)];

const sessionLists = (
  <Suspense>
    <SessionLists />
  </Suspense>
);

/** Suggestions in my sight. */
export function Page() {
  const me = useMe();
  const mandates = me.mandates.filter((mandate) => mandate.status === "in_force");
  const categories = (useCodes().data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const filters: ListFilter[] = [
    { kind: "choice", name: "category", label: "suggestion.field.category", options: categories },
    { kind: "choice", name: "unitId", label: "suggestion.filter.unit", options: useUnits(), many: true },
    ...(mandates.length > 0 ? [{ kind: "flag" as const, name: "mine", label: "suggestion.filter.mine" }] : []),
    { kind: "flag", name: "key", label: "suggestion.filter.key" },
    { kind: "flag", name: "overdue", label: "suggestion.filter.overdue" },
  ];
  return (
    <ListPage<Line>
      spec={{
        ...{ path: "/api/suggestions", page: "/suggestions", words: "suggestion" },
        ...{ states: caseStates, filters, sorts: ["newest", "due"], columns, small },
        status: ({ status }) => <StatusTag status={status} />,
        mark: (line, wide) => (line.key ? <KeyMark wide={wide} /> : null),
        begins: () => mandates.length > 0,
        ...(me.duties.includes("identity.look_up") && me.roles.length > 0 ? { actions: sessionLists } : {}),
      }}
    />
  );
}

/** 重点督办: a star where a tag would crowd the title. */
function KeyMark({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  const name = t("suggestion.key");
  return wide ? <StarFilled style={{ color: "#a8201a", marginInlineEnd: 6 }} title={name} /> : <Tag color="red">{name}</Tag>;
}
