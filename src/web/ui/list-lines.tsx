import { Link, useNavigate } from "@tanstack/react-router";
import { Checkbox, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { chosenColumns } from "./chosen-columns.ts";
import { Lamp } from "./lamp.tsx";
import type { Choice } from "./list-choice.ts";
import { useListSettings } from "./list-settings.ts";
import { columnsOf, type ListSpec, listOf, type Matter, pageOf } from "./list-spec.ts";
import { Found, Marked } from "./marked.tsx";

interface Props<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly lines: readonly Line[];
  readonly search: string | undefined;
  /** Lines can be chosen. */
  readonly choice?: Choice;
}

const widths: Readonly<Record<string, number>> = { number: 120, status: 130, due: 120 };
/** What a title needs at the least; it takes what the others leave. */
const titleRoom = 280;

/** At a desk: a table whose rows open their matter. */
export function LineTable<Line extends Matter>({ spec, lines, search, choice }: Props<Line>) {
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

function Refused({ reason }: { reason: string | undefined }) {
  return reason ? (
    <div role="alert" style={{ color: "#c4281c" }}>
      {reason}
    </div>
  ) : null;
}

/** On a phone: a card each. */
export function LineCards<Line extends Matter>({ choice, ...rest }: Props<Line>) {
  const { t } = useTranslation();
  const { lines } = rest;
  if (!choice) return lines.map((line) => <LineCard key={line.id} line={line} {...rest} />);
  return lines.map((line) => (
    <div key={line.id} style={{ display: "flex", gap: 10, alignItems: "flex-start", marginBottom: 10 }}>
      <Checkbox
        aria-label={t("web.together.select", { title: line.title })}
        checked={choice.ids.includes(line.id)}
        onChange={({ target }) => choice.choose(target.checked ? [...choice.ids, line.id] : choice.ids.filter((id) => id !== line.id))}
        style={{ paddingTop: 16 }}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <LineCard line={line} {...rest} />
        <Refused reason={choice.reasons[line.id]} />
      </div>
    </div>
  ));
}

function LineCard<Line extends Matter>({ spec, line, search }: Omit<Props<Line>, "choice"> & { readonly line: Line }) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <Link className="line-card" to={pageOf(spec, line)}>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
        <span>
          {spec.status(line)}
          {spec.mark?.(line, false)}
        </span>
        {line.dueOn ? <Lamp dueOn={line.dueOn} today={today} /> : null}
      </div>
      <div className="title">
        <Marked text={line.title} search={search} />
      </div>
      <Found match={line.match} search={search} name={(field) => t(`${spec.words}.found_in.${field}`)} />
      <div className="meta">
        {[line.label, ...spec.small(line)].filter(Boolean).map((said, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same small print in the same order each time
          <span key={at}>{said}</span>
        ))}
      </div>
    </Link>
  );
}
