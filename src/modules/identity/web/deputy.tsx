import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Skeleton, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { collectionAt } from "../../../web/ui/collection-api.ts";
import { CollectionForm } from "../../../web/ui/collection-form.tsx";
import { dateText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { PosterCard } from "../../../web/ui/poster-card.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type MandateVerb, mandateVerbs } from "../mandate-lifecycle.ts";
import { Facts } from "./facts.tsx";
import { type Mandate, type MandateDetail, mandates } from "./mandate-spec.tsx";
import { MandateStatus } from "./mandate-status.tsx";
import { MandateSteps } from "./mandate-steps.tsx";
import { MandateVerbDialog } from "./mandate-verb.tsx";
import { people } from "./people-spec.ts";

/** One deputy's mandate: what is known of it, what happened to it, what may be done with it. */
export function Page() {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const found = useQuery({ queryKey: ["mandate", id], queryFn: () => collectionAt<MandateDetail>(mandates.path).get(id) });
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <DeputyPage of={found.data} />;
}

function DeputyPage({ of }: { of: MandateDetail }) {
  const { t } = useTranslation();
  const keeper = useMe().duties.includes("identity.keep");
  const [open, setOpen] = useState<MandateVerb | "edit">();
  const close = () => setOpen(undefined);
  const can = mandateVerbs.filter((verb) => of.can.includes(verb));
  return (
    <div className="page">
      <PageHead
        title={of.personName}
        sub={
          <Space size={[8, 6]} wrap>
            <MandateStatus status={of.status} />
            <span>{t("identity.mandate.deputy_of", { congress: of.congressName })}</span>
          </Space>
        }
        actions={
          <>
            {keeper ? <Button onClick={() => setOpen("edit")}>{t("web.edit")}</Button> : null}
            {can.map((verb) => (
              <Button key={verb} danger={verb !== "resume"} onClick={() => setOpen(verb)} data-verb={verb}>
                {t(`identity.mandate.verb.${verb}`)}
              </Button>
            ))}
          </>
        }
      />
      {of.status === "in_force" ? null : <StandsStill of={of} />}
      <div className="columns">
        <div className="stack">
          <Card title={t("identity.mandate.section.mandate")}>
            <Facts spec={mandates} of={of} without={["personId"]} />
          </Card>
          {keeper ? (
            <Card title={t("identity.mandate.section.steps")}>
              <MandateSteps of={of} />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          {keeper ? <PersonCard id={of.personId} /> : null}
          {of.status === "in_force" ? (
            <PosterCard
              title={t("identity.mandate.code_poster")}
              help={t("identity.mandate.code_poster_help")}
              address={`/api/mandates/${of.id}/code-poster`}
            />
          ) : null}
          <OtherMandates of={of} />
        </div>
      </div>
      {open === "edit" ? <CollectionForm spec={mandates} before={of} close={close} /> : null}
      {open && open !== "edit" ? <MandateVerbDialog of={of} verb={open} close={close} /> : null}
    </div>
  );
}

function StandsStill({ of }: { of: MandateDetail }) {
  const { t } = useTranslation();
  const text = t(`identity.mandate.stands_still.${of.status}`, { on: dateText(of.endedOn) });
  return <Alert type={of.status === "suspended" ? "warning" : "info"} showIcon title={text} style={{ marginBottom: 16 }} />;
}

/** What only keepers of the roll see: the person behind the mandate. */
function PersonCard({ id }: { id: string }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const found = useQuery({ queryKey: ["one", people.path, id], queryFn: () => collectionAt<Schemas["Person"]>(people.path).get(id) });
  if (!found.data) return null;
  return (
    <Card
      size="small"
      title={t("identity.mandate.section.person")}
      extra={
        <Button type="link" size="small" onClick={() => setEditing(true)} aria-label={t("identity.person.edit")}>
          {t("web.edit")}
        </Button>
      }
    >
      <Facts spec={people} of={found.data} />
      {editing ? <CollectionForm spec={people} before={found.data} close={() => setEditing(false)} /> : null}
    </Card>
  );
}

/** One person can be a deputy of several linked levels at once (EL-48). */
function OtherMandates({ of }: { of: MandateDetail }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["list", mandates.path, { personId: of.personId }],
    queryFn: () => collectionAt<Mandate>(mandates.path).list({ personId: of.personId }),
  });
  const others = found.data?.items.filter((one) => one.id !== of.id) ?? [];
  if (others.length === 0) return null;
  return (
    <Card size="small" title={t("identity.mandate.section.others")}>
      {others.map((one) => (
        <div key={one.id} style={{ display: "flex", justifyContent: "space-between", gap: 8, padding: "4px 0" }}>
          <Link to="/deputies/$id" params={{ id: one.id }}>
            {one.congressName}
          </Link>
          <MandateStatus status={one.status} />
        </div>
      ))}
    </Card>
  );
}
