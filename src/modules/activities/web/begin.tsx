import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Card, Checkbox, Empty, Form, Radio, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { planKey, plansPath, useGroupsToPlan } from "./api.ts";

interface Typed {
  readonly groupId: string;
  readonly year: number;
  readonly copy?: boolean;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly years: readonly number[];
}

/** Begins the plan of a group for this year or the next. */
export function Page() {
  const { t } = useTranslation();
  const groups = useGroupsToPlan();
  if (groups.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    );
  if (!groups.data) return <ProblemPage error={groups.error} retry={() => groups.refetch()} />;
  return (
    <div className="page page-narrow">
      <PageHead title={t("activity_plan.page.begin")} sub={t("activity_plan.page.begin_help")} />
      <Card>
        {groups.data.items.length === 0 ? (
          <Empty description={t("activity_plan.none_to_plan")} />
        ) : (
          <BeginForm groups={groups.data.items} />
        )}
      </Card>
    </div>
  );
}

function BeginForm({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const thisYear = Number(useMe().today.slice(0, 4));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [key] = useState(idempotencyKey);
  const typed = Form.useWatch([], form);
  const group = groups.find(({ id }) => id === typed?.groupId);
  const free = (of: Group | undefined) => [thisYear, thisYear + 1].find((year) => !of?.years.includes(year));
  const canCopy = group?.years.includes((typed?.year ?? 0) - 1) ?? false;
  const begin = useMutation({
    mutationFn: ({ groupId, year, copy = false }: Typed) =>
      call(
        api.POST("/api/activity-plans", {
          body: { groupId, year, copy: copy && canCopy },
          params: { header: { "idempotency-key": key } },
        }),
      ),
    onSuccess: async (plan) => {
      queries.setQueryData(planKey(plan.id), plan);
      message.success(t("web.done", { verb: t("activity_plan.verb.begin") }));
      void navigate({ to: "/activity-plans/$id", params: { id: plan.id }, replace: true });
      await queries.invalidateQueries({ queryKey: listsAt(plansPath) });
      await queries.invalidateQueries({ queryKey: ["activity-plan-groups"] });
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const [only] = groups.length === 1 ? groups : [];
  const required = [{ required: true, message: t("field.required") }];
  return (
    <>
      <ProblemAlert error={begin.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ groupId: only?.id, year: free(only) ?? thisYear, copy: true }}
        onFinish={(values) => begin.mutate(values)}
      >
        <Form.Item name="groupId" label={t("activity_plan.field.groupId")} rules={required}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string) => form.setFieldsValue({ year: free(groups.find((one) => one.id === id)) ?? thisYear })}
          />
        </Form.Item>
        <Form.Item name="year" label={t("activity_plan.field.year")} rules={required}>
          <Radio.Group
            options={[thisYear, thisYear + 1].map((year) => ({
              value: year,
              label: `${year}${group?.years.includes(year) ? t("activity_plan.year_taken") : ""}`,
              disabled: group?.years.includes(year) ?? false,
            }))}
          />
        </Form.Item>
        <Form.Item name="copy" valuePropName="checked" hidden={!canCopy} extra={t("activity_plan.hint.copy")}>
          <Checkbox>{t("activity_plan.field.copy")}</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={group !== undefined && free(group) === undefined}>
          {t("activity_plan.verb.begin")}
        </Button>
      </Form>
    </>
  );
}
