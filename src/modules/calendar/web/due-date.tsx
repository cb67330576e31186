import { useQuery } from "@tanstack/react-query";
import { Alert, Card, InputNumber, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { Source } from "../../../web/ui/source.tsx";
import { Day } from "../../../web/ui/verb-field.tsx";

type Unit = "working_day" | "day" | "month";

/** When a period ends, with every step of the reckoning: for anyone who wonders, and for trying a rule out. */
export function DueDate() {
  const { t } = useTranslation();
  const me = useMe();
  const [start, setStart] = useState<string>(me.today);
  const [amount, setAmount] = useState(3);
  const [unit, setUnit] = useState<Unit>("month");
  const query = { start, amount, unit };
  const found = useQuery({ queryKey: ["due-date", query], queryFn: () => call(api.GET("/api/due-dates", { params: { query } })) });
  return (
    <Card title={t("calendar.due.title")} size="small">
      <p className="muted" style={{ marginTop: 0 }}>
        {t("calendar.due.help")}
      </p>
      <Space wrap style={{ marginBottom: 12 }}>
        <span>{t("calendar.due.start")}</span>
        <div style={{ width: 160 }}>
          <Day value={start} onChange={(day) => day && setStart(day)} />
        </div>
        <span>{t("calendar.due.amount")}</span>
        <InputNumber
          min={1}
          max={366}
          precision={0}
          value={amount}
          onChange={(next) => next && setAmount(next)}
          aria-label={t("calendar.due.amount")}
        />
        <Select<Unit>
          value={unit}
          onChange={setUnit}
          style={{ minWidth: 120 }}
          aria-label={t("calendar.rule.field.unit")}
          options={(["working_day", "day", "month"] as const).map((value) => ({ value, label: t(`calendar.unit.${value}`) }))}
        />
      </Space>
      <ProblemAlert error={found.error} />
      {found.data ? (
        <>
          <Alert type="info" showIcon message={t("calendar.due.result", { on: dateText(found.data.dueOn) })} />
          <ol style={{ margin: "10px 0 0", paddingInlineStart: 20 }}>
            {found.data.steps.map((step) => (
              <li key={step.code + JSON.stringify(step.params)}>
                {t(step.code, { ...step.params })}
                <Source of={step.source} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </Card>
  );
}
