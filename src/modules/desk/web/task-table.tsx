import { Link, useNavigate } from "@tanstack/react-router";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { keyOf, placeOf, type Selection, type Task } from "./api.ts";
import { What } from "./what.tsx";

interface Props {
  readonly tasks: readonly Task[];
  readonly side: "mine" | "others";
  readonly selection: Selection | undefined;
}

/** Tasks on a desk. */
export function TaskTable({ tasks, side, selection }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const chooser = selection && {
    rowSelection: { selectedRowKeys: [...selection.selected], onChange: (keys: readonly unknown[]) => selection.select(keys.map(String)) },
  };
  const holder = { title: t("desk.field.holder"), dataIndex: "holder", width: 150 };
  return (
    <Table<Task>
      rowKey={keyOf}
      dataSource={[...tasks]}
      pagination={false}
      {...chooser}
      onRow={(task) => ({
        onClick: () => void navigate(placeOf(task, side === "mine")),
        style: { cursor: "pointer" },
      })}
      columns={[
        { title: t("desk.field.what"), key: "what", width: 190, render: (_value, task) => <What task={task} /> },
        {
          title: t("desk.field.title"),
          key: "title",
          render: (_value, task) => (
            <>
              <Link {...placeOf(task, side === "mine")} onClick={(event) => event.stopPropagation()}>
                {task.title}
              </Link>
              <div className="muted">{[t(`desk.subject.${task.subjectType}`), task.label].filter(Boolean).join(" · ")}</div>
            </>
          ),
        },
        side === "others" ? holder : { title: t("desk.field.from"), dataIndex: "from", width: 110 },
        { title: t("desk.field.since"), dataIndex: "since", width: 140, render: (since: string) => dateText(since) },
        { title: t("desk.field.due"), dataIndex: "dueOn", width: 130, render: (dueOn) => <Lamp dueOn={dueOn} today={today} /> },
      ]}
    />
  );
}
