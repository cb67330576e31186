import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { Lamp } from "./lamp.tsx";
import type { ListSpec, Matter } from "./list-spec.ts";
import { Found, Marked } from "./marked.tsx";

interface Props<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly lines: readonly Line[];
  readonly search: string | undefined;
}

/** At a desk: a table whose rows open their matter. */
export function LineTable<Line extends Matter>({ spec, lines, search }: Props<Line>) {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const { words, page } = spec;
  const column = (name: string, width: number | undefined, render: (line: Line) => ReactNode) => ({
    ...{ key: name, title: t(`${words}.field.${name}`), render: (_value: unknown, line: Line) => render(line) },
    ...(width === undefined ? {} : { width }),
  });
  const title = (line: Line) => (
    <Link to={`${page}/${line.id}`} onClick={(event) => event.stopPropagation()}>
      {spec.mark?.(line, true)}
      <Marked text={line.title} search={search} />
      <Found match={line.match} search={search} name={(field) => t(`${words}.found_in.${field}`)} />
    </Link>
  );
  return (
    <Table<Line>
      rowKey="id"
      dataSource={[...lines]}
      pagination={false}
      onRow={(line) => ({ onClick: () => void navigate({ to: `${page}/${line.id}` }), style: { cursor: "pointer" } })}
      columns={[
        column("number", 120, (line) => line.label || "—"),
        column("title", undefined, title),
        ...spec.columns.map(({ name, width, render }) => column(name, width, render)),
        column("status", 130, spec.status),
        column("due", 120, (line) => <Lamp dueOn={line.dueOn} today={today} />),
      ]}
    />
  );
}

/** On a phone: a card each. */
export function LineCards<Line extends Matter>({ spec, lines, search }: Props<Line>) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <div>
      {lines.map((line) => (
        <Link key={line.id} className="line-card" to={`${spec.page}/${line.id}`}>
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
      ))}
    </div>
  );
}
