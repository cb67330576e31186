import { PlusOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import type { ReceptionLine, Station } from "./api.ts";
import { Appoint } from "./appoint.tsx";
import { KeptList } from "./kept-list.tsx";
import { PlanDialog } from "./plan.tsx";
import { ReceptionLines } from "./reception-lines.tsx";
import { MonthChoice, monthSpan } from "./receptions.tsx";
import { type Roster, rosterSpec } from "./specs.tsx";

/** Rosters of a station, and its receptions month by month. */
export function RosterTab({ of }: { of: Station }) {
  const { t } = useTranslation();
  const me = useMe();
  const [month, setMonth] = useState(me.today.slice(0, 7));
  const [planning, setPlanning] = useState<Roster>();
  const [appointing, setAppointing] = useState(false);
  const query = { stationId: of.id, ...monthSpan(month) };
  const list = useCursorList<ReceptionLine & { version: number }>("/api/receptions", query);
  const open = of.mine && !of.closedOn;
  const spec = {
    ...rosterSpec,
    columns: [
      ...rosterSpec.columns,
      ...(open
        ? [
            {
              name: "plan",
              width: 110,
              render: (roster: Roster) => (
                <Button size="small" onClick={() => setPlanning(roster)} data-plan={roster.name}>
                  {t("roster.plan.open")}
                </Button>
              ),
            },
          ]
        : []),
    ],
  };
  return (
    <div className="stack">
      <Card title={t("roster.title")}>
        <KeptList spec={spec} stationId={of.id} keeps={open} />
      </Card>
      <Card title={t("reception.page.list")}>
        <div className="section-head">
          <MonthChoice month={month} choose={setMonth} />
          <span className="action-bar">
            <ExportButton path="/api/receptions" query={query} />
            {open ? (
              <Button icon={<PlusOutlined />} onClick={() => setAppointing(true)} data-add="reception">
                {t("reception.page.new")}
              </Button>
            ) : null}
          </span>
        </div>
        <ListBody list={list} empty="reception.none_in_month">
          {(receptions) => <ReceptionLines receptions={receptions} oneStation />}
        </ListBody>
      </Card>
      {planning ? <PlanDialog roster={planning} close={() => setPlanning(undefined)} /> : null}
      {appointing ? <Appoint station={of} close={() => setAppointing(false)} /> : null}
    </div>
  );
}
