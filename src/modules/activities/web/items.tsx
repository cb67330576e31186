import { DeleteOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Card, Empty, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import type { Plan, PlanItem } from "./api.ts";
import { ItemForm } from "./item-form.tsx";
import { revise, useKeptPlan } from "./revision.tsx";

/** The activities of a plan in the order of the year, and where they are written. */
export function Items({ of }: { of: Plan }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<PlanItem | "new">();
  const ask = useConfirmed();
  const keepPlan = useKeptPlan();
  const editable = of.can.includes("revise");
  const remove = (item: PlanItem) =>
    ask({
      title: t("activity_plan.remove_asked"),
      text: t("activity_plan.remove_text", { theme: item.theme }),
      yes: t("activity_plan.remove_item"),
      danger: true,
      act: async () => keepPlan(await revise(of, { aim: of.aim, items: of.items.filter(({ id }) => id !== item.id) })),
    });
  const close = () => setOpen(undefined);
  return (
    <Card
      title={`${t("activity_plan.section.items")} ${of.items.length > 0 ? of.items.length : ""}`}
      extra={
        editable ? (
          <Button type={of.items.length === 0 ? "primary" : "default"} icon={<PlusOutlined />} onClick={() => setOpen("new")} data-add>
            {t("activity_plan.add_item")}
          </Button>
        ) : null
      }
    >
      {of.items.length === 0 ? (
        <Empty description={t(editable ? "activity_plan.no_items" : "activity_plan.no_items_read")} />
      ) : (
        <ItemsShown items={of.items} {...(editable ? { edit: setOpen, remove } : {})} />
      )}
      {open ? (
        <ItemForm key={open === "new" ? "new" : open.id} of={of} {...(open === "new" ? {} : { before: open })} close={close} />
      ) : null}
    </Card>
  );
}

interface Props {
  readonly items: readonly PlanItem[];
  readonly edit?: (item: PlanItem) => void;
  readonly remove?: (item: PlanItem) => void;
}

/** Activities: a table at a desk, a card each on a phone. */
export const ItemsShown = (props: Props) => (useWide() ? <Rows {...props} /> : <Cards {...props} />);

function useSaid() {
  const { t } = useTranslation();
  const month = (one: number) => t(`activity_plan.month.${one}`);
  return {
    months: ({ fromMonth, toMonth }: PlanItem) =>
      fromMonth === toMonth ? month(fromMonth) : t("activity_plan.months", { from: month(fromMonth), to: month(toMonth) }),
    people: ({ deputies }: PlanItem) => (deputies === null ? null : t("activity_plan.people", { count: deputies })),
  };
}

function Rows({ items, edit, remove }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const title = (name: string) => t(`activity_plan.field.${name}`);
  return (
    <Table<PlanItem>
      rowKey="id"
      dataSource={[...items]}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        { title: title("months"), key: "months", width: 120, render: (_v, item) => said.months(item) },
        {
          title: title("theme"),
          key: "theme",
          render: (_v, { theme, kindName, remarks }) => (
            <>
              <strong>{theme}</strong>
              <div>
                <Tag>{kindName}</Tag>
              </div>
              {remarks ? <div className="muted">{remarks}</div> : null}
            </>
          ),
        },
        { title: title("tied"), key: "tied", width: 280, render: (_v, item) => <Tied of={item} /> },
        { title: title("place"), key: "place", width: 150, render: (_v, { place }) => place ?? "—" },
        { title: title("deputies"), key: "deputies", width: 130, render: (_v, item) => said.people(item) ?? "—" },
        ...(edit && remove
          ? [{ title: "", key: "act", width: 100, render: (_v: unknown, item: PlanItem) => <Acts {...{ item, edit, remove }} /> }]
          : []),
      ]}
    />
  );
}

function Cards({ items, edit, remove }: Props) {
  const said = useSaid();
  return items.map((item) => (
    <article key={item.id} className="line-card">
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, alignItems: "start" }}>
        <span>
          <strong>{said.months(item)}</strong> <Tag>{item.kindName}</Tag>
        </span>
        {edit && remove ? <Acts {...{ item, edit, remove }} /> : null}
      </div>
      <div className="title">{item.theme}</div>
      <Tied of={item} />
      <div className="muted">{[item.place, said.people(item)].filter(Boolean).join(" · ")}</div>
      {item.remarks ? <div className="muted">{item.remarks}</div> : null}
    </article>
  ));
}

const Tied = ({ of: { campaignName, concern } }: { of: PlanItem }) => (
  <>
    {campaignName ? <div>{campaignName}</div> : null}
    {concern ? <div>{concern}</div> : null}
  </>
);

function Acts({ item, edit, remove }: { item: PlanItem } & Required<Omit<Props, "items">>) {
  const { t } = useTranslation();
  const name = (key: string) => `${t(`activity_plan.${key}`)} ${item.theme}`;
  return (
    <Space size={4}>
      <Button type="text" icon={<EditOutlined />} aria-label={name("edit_item")} onClick={() => edit(item)} data-edit="" />
      <Button type="text" danger icon={<DeleteOutlined />} aria-label={name("remove_item")} onClick={() => remove(item)} data-remove="" />
    </Space>
  );
}
