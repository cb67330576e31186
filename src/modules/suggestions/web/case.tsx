import { Link, useParams } from "@tanstack/react-router";
import { Alert, Card, Skeleton, Space, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Panels } from "../../../web/panels.tsx";
import { useMe } from "../../../web/session.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type Suggestion, useSuggestion } from "./api.ts";
import { Appraisals } from "./appraisals.tsx";
import { Clocks } from "./clocks.tsx";
import { Handling } from "./handling.tsx";
import { Meetings } from "./meeting.tsx";
import { Paper } from "./paper.tsx";
import { Papers } from "./papers.tsx";
import { StatusTag } from "./status.tsx";
import { Supervision } from "./supervision.tsx";
import { CaseTimeline } from "./timeline.tsx";
import { VerbBar } from "./verb-bar.tsx";

/** One case: what was asked, what was done, by when, and what I can do now. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useSuggestion(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <CasePage of={found.data} />;
}

function CasePage({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="page">
      <PageHead
        title={of.title}
        sub={
          <Space size={[8, 6]} wrap>
            <StatusTag status={of.status} />
            {of.key ? <Tag color="red">{t("suggestion.key")}</Tag> : null}
            {of.round > 1 ? <Tag color="orange">{t("suggestion.round", { round: of.round })}</Tag> : null}
            {of.confidential ? <Tag color="volcano">{t("suggestion.field.confidential")}</Tag> : null}
            {of.imported ? <Tag title={t("suggestion.imported_help")}>{t("suggestion.imported")}</Tag> : null}
            {of.label ? <span>{of.label}</span> : null}
            <span>{of.congress.name}</span>
            {of.sessionNo ? <span>{t("suggestion.session", { no: of.sessionNo })}</span> : null}
          </Space>
        }
        actions={
          <>
            <VerbBar of={of} />
            <Papers of={of} />
          </>
        }
      />
      <NextStep of={of} />
      <div className="columns">
        <div className="stack">
          <Paper of={of} />
          <Supervision of={of} />
          <Handling of={of} />
          <Appraisals of={of} />
          <Meetings of={of} />
          <Card title={t("suggestion.section.timeline")}>
            <CaseTimeline of={of} />
          </Card>
        </div>
        <div className="stack">
          {of.clocks.length > 0 ? <Clocks of={of} today={me.today} /> : null}
          <Signers of={of} />
          <Belongings of={of} />
          <Panels beside="suggestion" of={of.id} />
        </div>
      </div>
    </div>
  );
}

/** One sentence that says where it stands and who is next. */
function NextStep({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const waiting = of.parts
    .filter((part) => ["offered", "working", "signing", "handback_asked"].includes(part.status))
    .map((part) => part.unit.name);
  const who = {
    reviewer: of.reviewer.name,
    forwarder: of.forwarder?.name ?? "",
    units: waiting,
    lead: of.signers.find((signer) => signer.role === "lead")?.name ?? "",
  };
  const nobody = waiting.length === 0 && (of.status === "handling" || of.status === "reworking");
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      message={t(`suggestion.next.${of.status}${nobody ? "_by_nobody" : ""}`, who)}
    />
  );
}

const signerColours: Record<string, string> = { confirmed: "green", invited: "gold", declined: "default" };

function Signers({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  return (
    <Card title={t("suggestion.section.signers")} size="small">
      {of.signers.map((signer) => (
        <div key={signer.mandateId} style={{ display: "flex", justifyContent: "space-between", padding: "4px 0" }}>
          <span>{signer.name}</span>
          <Tag color={signer.role === "lead" ? "red" : (signerColours[signer.state] ?? "default")}>
            {t(signer.role === "lead" ? "suggestion.signer.lead" : `suggestion.signer.${signer.state}`)}
          </Tag>
        </div>
      ))}
    </Card>
  );
}

/** Cases that belong together. */
function Belongings({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const links = [
    ...(of.mergedInto ? [{ ...of.mergedInto, kind: "mergedInto" }] : []),
    ...of.merged.map((one) => ({ ...one, kind: "merged" })),
    ...of.timeline
      .filter((step) => step.verb === "relate" && step.data["otherId"])
      .map((step) => ({ id: String(step.data["otherId"]), name: step.note || t("suggestion.verb.relate"), kind: "related" })),
  ];
  // Only they see the opinion that it grew from.
  const seen = of.relations.some((relation) => relation === "lead" || relation === "reviewer");
  const origin = seen && of.origin?.type === "opinion" ? of.origin : null;
  if (links.length === 0 && !origin) return null;
  return (
    <Card title={t("suggestion.section.belongings")} size="small">
      {origin ? (
        <div style={{ padding: "4px 0" }}>
          <Tag>{t("suggestion.belongs.origin")}</Tag>
          <Link to="/opinions/$id" params={{ id: origin.id }}>
            {t("suggestion.belongs.opinion")}
          </Link>
        </div>
      ) : null}
      {links.map((link) => (
        <div key={`${link.kind} ${link.id}`} style={{ padding: "4px 0" }}>
          <Tag>{t(`suggestion.belongs.${link.kind}`)}</Tag>
          <Link to="/suggestions/$id" params={{ id: link.id }}>
            {link.name}
          </Link>
        </div>
      ))}
    </Card>
  );
}
