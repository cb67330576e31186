import { EditOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ViewSpec } from "./collection.ts";
import { FieldValue } from "./field-value.tsx";
import type { Branch } from "./tree.ts";

interface Identified {
  readonly id: string;
}

interface Props<Thing extends Identified> {
  readonly spec: ViewSpec<Thing>;
  readonly things: readonly Thing[];
  /** Absent for whoever may only look. */
  readonly edit?: (thing: Thing) => void;
}

/** What stands in a column: its own rendering, or the value of the field of that name. */
function Cell<Thing extends Identified>({ spec, column, thing }: { spec: ViewSpec<Thing>; column: Column<Thing>; thing: Thing }) {
  if (column.render) return column.render(thing);
  const field = spec.fields.find((one) => one.name === column.name);
  return field ? <FieldValue field={field} value={thing[field.name]} /> : null;
}

/** What names the thing: the way to the thing's own page, where it has one. */
function Title<Thing extends Identified>({ spec, thing, children }: { spec: ViewSpec<Thing>; thing: Thing; children: ReactNode }) {
  return spec.open ? <Link to={spec.open(thing)}>{children}</Link> : children;
}

/** At a desk: a table, or a tree in the form of one. */
export function CollectionTable<Thing extends Identified>({ spec, things, edit, opened }: Props<Thing> & { opened?: readonly string[] }) {
  const { t } = useTranslation();
  const columns = spec.columns.map((column) => ({
    title: t(`${spec.words}.field.${column.name}`),
    key: column.name,
    ...(column.width ? { width: column.width } : { minWidth: 160 }),
    ...(column.minor ? { responsive: ["xl" as const] } : {}),
    render: (_value: unknown, thing: Branch<Thing>) => {
      const cell = <Cell spec={spec} column={column} thing={thing} />;
      return column.fixed ? (
        <Title spec={spec} thing={thing}>
          {cell}
        </Title>
      ) : (
        cell
      );
    },
  }));
  const editing = {
    title: t("form.actions"),
    key: "edit",
    width: 90,
    align: "end" as const,
    render: (_value: unknown, thing: Branch<Thing>) => (
      <Button type="link" size="small" onClick={() => edit?.(thing)} data-edit={thing.id}>
        {t("web.edit")}
      </Button>
    ),
  };
  return (
    <Table<Branch<Thing>>
      rowKey="id"
      dataSource={[...things]}
      pagination={false}
      columns={edit && !spec.open ? [...columns, editing] : columns}
      {...(opened ? { expandable: { defaultExpandedRowKeys: [...opened] } } : {})}
    />
  );
}

/** A card has no room for what is not there. */
function says<Thing extends Identified>(spec: ViewSpec<Thing>, column: Column<Thing>, thing: Thing): boolean {
  const field = spec.fields.find((one) => one.name === column.name);
  return !field || (thing[field.name] !== null && thing[field.name] !== "");
}

/** On a phone: a card each. */
export function CollectionCards<Thing extends Identified>({ spec, things, edit }: Props<Thing>) {
  const { t } = useTranslation();
  const [first, ...others] = spec.columns;
  if (!first) return null;
  return (
    <div>
      {things.map((thing) => (
        <article key={thing.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", alignItems: "start", gap: 8 }}>
            <div className="title" style={{ margin: 0 }}>
              <Title spec={spec} thing={thing}>
                <Cell spec={spec} column={first} thing={thing} />
              </Title>
            </div>
            {edit && !spec.open ? (
              <Button
                type="text"
                icon={<EditOutlined />}
                aria-label={t("web.edit")}
                onClick={() => edit(thing)}
                data-edit={thing.id}
                style={{ margin: "-4px -8px 0 0" }}
              />
            ) : null}
          </div>
          <dl className="facts" style={{ fontSize: 14, marginTop: 6, rowGap: 3 }}>
            {others
              .filter((column) => says(spec, column, thing))
              .map((column) => (
                <div key={column.name} style={{ display: "contents" }}>
                  <dt>{t(`${spec.words}.field.${column.name}`)}</dt>
                  <dd>
                    <Cell spec={spec} column={column} thing={thing} />
                  </dd>
                </div>
              ))}
          </dl>
        </article>
      ))}
    </div>
  );
}
