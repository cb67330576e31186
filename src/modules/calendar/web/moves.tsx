import { Link } from "@tanstack/react-router";
import { Alert, Card, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { dateText } from "../../../web/ui/dates.ts";

type Move = Schemas["ClockMove"];

/** Running limits that the new days would move, before they do. */
export function Moves({ of, running }: { of: readonly Move[]; running: number }) {
  const { t } = useTranslation();
  if (of.length === 0) return <Alert type="success" showIcon message={t("calendar.year.no_moves", { running })} />;
  return (
    <Card size="small" title={t("calendar.year.moves", { running, moved: of.length })}>
      <Table<Move>
        rowKey="clockId"
        size="small"
        dataSource={[...of]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: "max-content" }}
        columns={[
          {
            title: t("calendar.year.move.case"),
            key: "case",
            render: (_value, { subjectType, subjectId }) => (
              <Link to={subjectType === "opinion" ? "/opinions/$id" : "/suggestions/$id"} params={{ id: subjectId }} target="_blank">
                {t(`calendar.year.move.${subjectType}`)}
              </Link>
            ),
          },
          { title: t("calendar.year.move.key"), dataIndex: "key", render: (key: string) => t(`calendar.key.${key}`) },
          { title: t("calendar.year.move.from"), dataIndex: "from", render: dateText },
          { title: t("calendar.year.move.to"), dataIndex: "to", render: (day: string) => <strong>{dateText(day)}</strong> },
        ]}
      />
    </Card>
  );
}
