import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Button, Result, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useTitle } from "../../../web/ui/title.ts";
import { perform, type Reception, receptionKey, useReception } from "./api.ts";
import "./stations.css";

/** Where the scanned code leads: the deputy on duty signs in with one touch. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { code = "" } = useSearch({ strict: false }) as { code?: string };
  const { t } = useTranslation();
  useTitle(t("reception.verb.sign_in"));
  const queries = useQueryClient();
  const found = useReception(id);
  const signing = useMutation({
    mutationFn: (mandateId: string) => perform<Reception>(`/api/receptions/${id}/sign-ins`, { mandateId, code: String(code) }),
    onSuccess: (after) => queries.setQueryData(receptionKey(id), after),
  });
  if (found.isPending) return <Skeleton active />;
  const of = found.data;
  if (!of) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  const mine = of.deputies.find((one) => one.mine && one.state !== "substituted");
  const back = (
    <Link key="back" to="/receptions/$id" params={{ id }}>
      <Button>{t("reception.back")}</Button>
    </Link>
  );
  const about = `${of.stationName} ${dateText(of.day)} ${timeText(of.startsAt)}—${timeText(of.endsAt)}`;
  if (mine?.signedInAt)
    return <Result status="success" title={t("reception.signed_in")} subTitle={`${about} · ${timeText(mine.signedInAt)}`} extra={back} />;
  if (!mine) return <Result status="warning" title={t("reception.not_on_duty")} subTitle={about} extra={back} />;
  return (
    <div className="page page-narrow code-screen">
      <h1>{t("reception.verb.sign_in")}</h1>
      <div className="when">{about}</div>
      <ProblemAlert error={signing.error} />
      <Button type="primary" size="large" block loading={signing.isPending} onClick={() => signing.mutate(mine.mandateId)} data-sign-in>
        {t("reception.sign_in_as", { name: mine.name })}
      </Button>
      <div className="muted">{t("reception.sign_in_help")}</div>
      {back}
    </div>
  );
}
