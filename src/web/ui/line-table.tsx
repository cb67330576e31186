import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { chosenColumns } from "./chosen-columns.ts";
import { Lamp } from "./lamp.tsx";
import type { LinesProps } from "./lines-props.ts";
import { useListSettings } from "./list-settings.ts";
import { columnsOf, type ListSpec, listOf, type Matter, pageOf } from "./list-spec.ts";
import { Found, Marked } from "./marked.tsx";
import { Refused } from "./refused.tsx";

const widths: Readonly<Record<string, number>> = { number: 120, status: 130, due: 120 };
/** What a title needs at the least; it takes what the others leave. */
const titleRoom = 280;

/** At a desk: a table whose rows open their matter. */
export function LineTable<Line extends Matter>({ spec, lines, search, choice }: LinesProps<Line>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const kept = useListSettings(listOf(spec)).data?.columns ?? null;
  const columns = chosenColumns(columnsOf(spec), kept).map(({ name }) => {
    const width = spec.columns.find((column) => column.name === name)?.width ?? widths[name];
    return {
      ...{ key: name, title: t(`${spec.words}.field.${name}`), ...(width === undefined ? {} : { width }) },
      render: (_value: unknown, line: Line) => (
        <Cell spec={spec} name={name} line={line} search={search} reason={choice?.reasons[line.id]} />
      ),
    };
  });
  return (
    <Table<Line>
      rowKey="id"
      dataSource={[...lines]}
      pagination={false}
      {...(choice
        ? {
            rowSelection: {
              selectedRowKeys: [...choice.ids],
              onChange: (ids) => choice.choose(ids.map(String)),
              getCheckboxProps: ({ title }) => ({ "aria-label": t("web.together.select", { title }) }),
            },
          }
        : {})}
      scroll={{ x: columns.reduce((room, column) => room + (column.width ?? titleRoom), 0) }}
      onRow={(line) => ({ onClick: () => void navigate({ to: pageOf(spec, line) }), style: { cursor: "pointer" } })}
      columns={columns}
    />
  );
}

interface CellProps<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly name: string;
  readonly line: Line;
  readonly search: string | undefined;
  readonly reason: string | undefined;
}

function Cell<Line extends Matter>({ spec, name, line, search, reason }: CellProps<Line>) {
  const { t } = useTranslation();
  const { today } = useMe();
  switch (name) {
    case "number":
      return line.label || "—";
    case "title":
      return (
        <>
          <Link to={pageOf(spec, line)} onClick={(event) => event.stopPropagation()}>
            {spec.mark?.(line, true)}
            <Marked text={line.title} search={search} />
            <Found match={line.match} search={search} name={(field) => t(`${spec.words}.found_in.${field}`)} />
          </Link>
          <Refused reason={reason} />
        </>
      );
    case "status":
      return spec.status(line);
    case "due":
      return <Lamp dueOn={line.dueOn} today={today} />;
    default:
      return spec.columns.find((column) => column.name === name)?.render(line);
  }
}
