import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Card, Form, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { AddDays } from "./add-days.tsx";
import { Moves } from "./moves.tsx";
import { SpanList } from "./span-list.tsx";
import { type Day, daysFrom, spansOf } from "./spans.ts";

/** Another calendar for a year: list the days, see what would move, then load it. */
export function Page() {
  const year = Number((useParams({ strict: false }) as { year?: string }).year);
  const found = useQuery({ queryKey: ["calendar-years"], queryFn: () => call(api.GET("/api/calendar-years")) });
  if (found.isPending) return <Skeleton active style={{ padding: 24 }} />;
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <Loader year={year} before={found.data.items.find((one) => one.year === year)} />;
}

function Loader({ year, before }: { year: number; before: Schemas["CalendarYear"] | undefined }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const [days, setDays] = useState<readonly Day[]>(before?.days ?? []);
  const [source, setSource] = useState(before?.source ?? "");
  const body = { year, source: source.trim(), days: [...days] };
  const preview = useMutation({ mutationFn: () => call(api.POST("/api/calendar-previews", { body })) });
  const change = (next: readonly Day[]) => {
    setDays(next);
    preview.reset();
  };
  const load = () =>
    confirmed({
      title: t("calendar.year.confirm_title", { year }),
      text: t("calendar.year.confirm", { moved: preview.data?.moves.length ?? 0 }),
      yes: t("calendar.year.load"),
      act: async () => {
        const { moves } = await call(api.POST("/api/calendar-years", { body }));
        message.success(t("calendar.year.loaded_done", { moved: moves.length }));
        await queries.invalidateQueries();
        await navigate({ to: "/calendar-years" });
      },
    });
  return (
    <div className="page page-narrow">
      <PageHead title={t("calendar.year.load_title", { year })} sub={t("calendar.year.load_help")} />
      <ProblemAlert error={preview.error} />
      <div className="stack">
        <Card size="small">
          <p className="muted" style={{ marginTop: 0 }}>
            {t("calendar.year.days_hint")}
          </p>
          <AddDays year={year} add={(span) => change([...days, ...daysFrom(span)])} />
          <SpanList
            spans={spansOf(days)}
            faults={faultsOf(preview.error, days)}
            remove={(span) =>
              change(days.filter((one) => one.name !== span.name || one.kind !== span.kind || one.day < span.from || one.day > span.to))
            }
          />
        </Card>
        <Card size="small">
          <Form layout="vertical">
            <Form.Item
              label={t("calendar.year.source")}
              extra={t("calendar.year.source_hint", { year })}
              required
              style={{ marginBottom: 0 }}
            >
              <Input id="source" maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />
            </Form.Item>
          </Form>
        </Card>
        {preview.data ? <Moves of={preview.data.moves} running={preview.data.running} /> : null}
      </div>
      <div className="action-bar" style={{ marginTop: 16, justifyContent: "flex-end" }}>
        <Button onClick={() => history.back()}>{t("web.cancel")}</Button>
        <Button
          type={preview.data ? "default" : "primary"}
          loading={preview.isPending}
          disabled={source.trim().length < 2}
          onClick={() => preview.mutate()}
        >
          {t("calendar.year.preview")}
        </Button>
        <Button
          type="primary"
          disabled={!preview.data}
          title={preview.data ? "" : t("calendar.year.preview_first")}
          onClick={load}
          data-load
        >
          {t("calendar.year.load")}
        </Button>
      </div>
    </div>
  );
}

/** The server names days by their place in what was sent. */
function faultsOf(error: unknown, days: readonly Day[]): ReadonlyMap<string, string> {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return new Map(
    errors.flatMap(({ field, message }) => {
      const day = days[Number(/^days\.(\d+)\./.exec(field)?.[1])]?.day;
      return day ? [[day, message] as const] : [];
    }),
  );
}
