import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";

export type Draft = Schemas["ImportDraft"];
export type ImportRow = Schemas["ImportRow"];

interface Props {
  readonly rows: readonly ImportRow[];
  readonly columns: Draft["columns"];
  readonly outcome: string;
}

/** A value of the sheet; what it takes the place of is struck through before it. */
function Value({ row, field }: { row: ImportRow; field: string }) {
  const change = row.changes.find((one) => one.field === field);
  const said = row.values[field];
  if (!change) return said ? <div className="sheet-cell">{said}</div> : <span className="muted">—</span>;
  return (
    <div className="sheet-cell">
      {change.from ? <del className="muted">{change.from}</del> : null} <strong>{change.to}</strong>
    </div>
  );
}

function Reasons({ row, columns }: { row: ImportRow; columns: Draft["columns"] }) {
  const heading = (field: string) => columns.find((column) => column.field === field)?.heading;
  return row.reasons.map(({ field, text }) => (
    <div key={field + text} style={{ color: "#b42318" }}>
      {heading(field) ? `${heading(field)}：` : ""}
      {text}
    </div>
  ));
}

/** Columns in which none of these rows says anything are left out. */
const told = (rows: readonly ImportRow[], columns: Draft["columns"]) =>
  columns.filter(({ field }) => rows.some(({ values }) => values[field] !== undefined));

/** At a desk: the rows as they stand in the sheet. */
export function ImportTable({ rows, columns, outcome }: Props) {
  const { t } = useTranslation();
  const no = { title: t("identity.intake.row"), dataIndex: "no", width: 70 };
  const why = {
    title: t("identity.intake.why"),
    key: "why",
    width: 320,
    render: (_: unknown, row: ImportRow) => <Reasons row={row} columns={columns} />,
  };
  return (
    <Table<ImportRow>
      rowKey="no"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={[
        no,
        ...(outcome === "wrong" ? [why] : []),
        ...told(rows, columns).map(({ field, heading }) => ({
          ...{ title: heading, key: field },
          render: (_: unknown, row: ImportRow) => <Value row={row} field={field} />,
        })),
      ]}
    />
  );
}

/** On a phone: a card each. */
export function ImportCards({ rows, columns }: Props) {
  const { t } = useTranslation();
  return rows.map((row) => (
    <article key={row.no} className="line-card">
      <div className="meta">{t("identity.intake.row_no", { no: row.no })}</div>
      <Reasons row={row} columns={columns} />
      <dl className="facts" style={{ fontSize: 14, marginTop: 6, rowGap: 3 }}>
        {told([row], columns).map(({ field, heading }) => (
          <div key={field} style={{ display: "contents" }}>
            <dt>{heading}</dt>
            <dd>
              <Value row={row} field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  ));
}
