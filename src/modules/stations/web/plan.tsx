import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented, Skeleton, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { type Plan, perform } from "./api.ts";
import { Weekday } from "./reception-lines.tsx";
import type { Roster } from "./specs.tsx";

interface Props {
  readonly roster: Roster;
  readonly close: () => void;
}

/** What generating a roster's year would do; only the button writes it. */
export function PlanDialog({ roster, close }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const thisYear = Number(me.today.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const plan = useQuery({
    queryKey: ["roster-plan", roster.id, year],
    queryFn: () => call(api.GET("/api/rosters/{id}/plan", { params: { path: { id: roster.id }, query: { year } } })),
    staleTime: 0,
  });
  const generate = useMutation({
    mutationFn: () => perform<Plan>(`/api/rosters/${roster.id}/plans`, { year }),
    onSuccess: (after) => {
      queries.setQueryData(["roster-plan", roster.id, year], after);
      void queries.invalidateQueries({ queryKey: ["list"] });
      void queries.invalidateQueries({ queryKey: ["station", roster.stationId] });
    },
  });
  const found = plan.data;
  const work = found ? found.added.length + found.changed.length + found.gone.length : 0;
  return (
    <Dialog
      title={t("roster.plan.title", { name: roster.name })}
      close={close}
      footer={
        <div className="action-bar" style={{ justifyContent: "flex-end" }}>
          <Button onClick={close}>{t("roster.plan.close")}</Button>
          <Button type="primary" disabled={work === 0} loading={generate.isPending} onClick={() => generate.mutate()} data-generate>
            {t("roster.plan.generate", { count: work })}
          </Button>
        </div>
      }
    >
      <Segmented
        value={year}
        onChange={(next) => setYear(Number(next))}
        options={[thisYear, thisYear + 1].map((value) => ({ value, label: t("roster.plan.year", { year: value }) }))}
        style={{ marginBottom: 12 }}
      />
      <ProblemAlert error={plan.error ?? generate.error} />
      {generate.isSuccess && work === 0 ? (
        <Alert type="success" showIcon title={t("roster.plan.done")} style={{ marginBottom: 12 }} />
      ) : null}
      {found ? <Found plan={found} /> : plan.error ? null : <Skeleton active />}
    </Dialog>
  );
}

interface Row {
  readonly key: string;
  readonly what: "added" | "changed" | "same" | "gone" | "fixed";
  readonly day: string;
  readonly who: readonly string[];
  readonly missing: number;
  readonly before?: string;
}

const colours = { added: "green", changed: "gold", same: "default", gone: "red", fixed: "blue" } as const;

function rowsOf(plan: Plan): Row[] {
  const who = ({ deputies }: { deputies: readonly { name: string }[] }) => deputies.map(({ name }) => name);
  return [
    ...plan.added.map((one): Row => ({ key: one.plannedFor, what: "added", day: one.day, who: who(one), missing: one.missing })),
    ...plan.changed.map(
      (one): Row => ({
        ...{ key: one.id, what: "changed", day: one.day, who: who(one), missing: one.missing },
        before: [one.before.day, ...one.before.deputies].join(" "),
      }),
    ),
    ...plan.same.map((one): Row => ({ key: one.id, what: "same", day: one.day, who: who(one), missing: one.missing })),
    ...plan.gone.map((one): Row => ({ key: one.id, what: "gone", day: one.day, who: one.deputies, missing: 0 })),
    ...plan.fixed.map((one): Row => ({ key: one.id, what: "fixed", day: one.day, who: one.deputies, missing: 0 })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function Found({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("roster.plan.help")}</p>
      {plan.calendarKnown ? null : <Alert type="warning" showIcon title={t("roster.plan.no_calendar")} style={{ marginBottom: 12 }} />}
      <Table<Row>
        size="small"
        dataSource={rowsOf(plan)}
        pagination={false}
        locale={{ emptyText: t("roster.plan.nothing") }}
        columns={[
          {
            title: t("reception.field.day"),
            key: "day",
            render: (_v, { day }) => (
              <>
                {dateText(day)} <Weekday day={day} />
              </>
            ),
          },
          {
            title: t("reception.field.deputies"),
            key: "who",
            render: (_v, { who, missing, before }) => (
              <>
                {who.join("、") || "—"}
                {missing > 0 ? <div style={{ color: "#c4281c" }}>{t("roster.plan.missing", { count: missing })}</div> : null}
                {before ? <div className="muted">{t("roster.plan.before", { before })}</div> : null}
              </>
            ),
          },
          { title: "", key: "what", width: 96, render: (_v, { what }) => <Tag color={colours[what]}>{t(`roster.plan.${what}`)}</Tag> },
        ]}
      />
      <p className="muted" style={{ marginTop: 12 }}>
        {t("roster.plan.duties", { year: plan.year })}
        {plan.duties.map(({ name, count }) => t("roster.plan.duty", { name, count })).join("、")}
      </p>
    </>
  );
}
