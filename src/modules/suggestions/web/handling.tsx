import { Card, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText } from "../../../web/ui/dates.ts";
import { Addressed } from "./addressed.tsx";
import type { Suggestion } from "./api.ts";
import { PartTag } from "./status.tsx";
import { askedText } from "./step-sayings.ts";

type Part = Suggestion["parts"][number];

/** What each unit has done: contacts, replies, promises. */
export function Handling({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  if (of.parts.length === 0) return null;
  return (
    <Card title={t("suggestion.section.handling")}>
      {of.parts.toSorted(answerersFirst).map((part) => (
        <section key={part.id} className="block">
          <div style={{ display: "flex", gap: 8, flexWrap: "wrap", alignItems: "center" }}>
            <strong>{part.unit.name}</strong>
            <Tag>{t(`suggestion.role.${part.role}`)}</Tag>
            <PartTag status={part.status} />
            <span className="muted">{t("suggestion.offered", { on: dateText(part.offeredOn) })}</span>
          </div>
          {part.scope ? <p className="muted">{part.scope}</p> : null}
          <Contacts of={of} part={part} />
          <Replies of={of} part={part} />
          <Commitments of={of} part={part} />
        </section>
      ))}
      <Requests of={of} />
    </Card>
  );
}

/** Whoever answers stands before those who help. */
const answerersFirst = (a: Part, b: Part): number => Number(a.role === "CO") - Number(b.role === "CO");

function Contacts({ of, part }: { of: Suggestion; part: Part }) {
  const { t } = useTranslation();
  const mine = of.contacts.filter((contact) => contact.partId === part.id);
  if (mine.length === 0) return null;
  return (
    <ul style={{ paddingInlineStart: 18, margin: "10px 0" }}>
      {mine.map((contact) => (
        <li key={contact.id} style={{ marginBottom: 6 }}>
          <Tag color={contact.confirmedAt ? "green" : "default"}>{t(`suggestion.stage.${contact.stage}`)}</Tag>
          {dateText(contact.heldOn)} · {t(`suggestion.way.${contact.way}`)} · {contact.withWhom}
          {contact.confirmedAt ? <span className="muted">（{t("suggestion.confirmed_by_deputy")}）</span> : null}
          <div className="prose">{contact.content}</div>
        </li>
      ))}
    </ul>
  );
}

function Replies({ of, part }: { of: Suggestion; part: Part }) {
  const { t } = useTranslation();
  return of.replies
    .filter((reply) => reply.partId === part.id)
    .map((reply) => (
      <article key={reply.id} style={{ background: "#fafafa", border: "1px solid #eee", borderRadius: 6, padding: 14, marginTop: 10 }}>
        <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
          <span>
            <strong>{t(reply.signedAt ? "suggestion.reply" : "suggestion.reply_draft")}</strong>
            {reply.documentNo ? <span className="muted"> {reply.documentNo}</span> : null}
          </span>
          <Tag color={reply.resultClass === "A" ? "green" : reply.resultClass === "B" ? "gold" : "default"}>
            {t("suggestion.class_named", { code: reply.resultClass, name: reply.className })}
          </Tag>
        </div>
        {reply.answers ? (
          <Answers of={reply.answers} />
        ) : (
          <div className="prose" style={{ marginTop: 8 }}>
            {reply.body || <span className="muted">{t("suggestion.reply_untold")}</span>}
          </div>
        )}
        <AttachmentList files={papersOf(of, reply)} of={`/api/suggestions/${of.id}`} />
        {reply.reason ? (
          <p className="muted">
            {t("suggestion.field.resultReason")}：{reply.reason}
          </p>
        ) : null}
        <Addressed of={of} reply={reply} />
        <div className="muted" style={{ textAlign: "end" }}>
          {reply.signedAt
            ? [reply.signedByName && t("suggestion.signed_by", { name: reply.signedByName }), dateText(reply.signedAt)]
                .filter(Boolean)
                .join(" · ")
            : t("suggestion.drafted_by", { name: reply.draftedByName })}
        </div>
      </article>
    ));
}

/** What was asked and what was answered, point by point. */
function Answers({ of }: { of: NonNullable<Suggestion["replies"][number]["answers"]> }) {
  return (
    <div style={{ marginTop: 8 }}>
      {of.opening ? <div className="prose">{of.opening}</div> : null}
      <ol style={{ paddingInlineStart: 22, margin: "8px 0" }}>
        {of.points.map(({ asked, answer }) => (
          <li key={asked} style={{ marginBottom: 8 }}>
            <div className="prose muted">{asked}</div>
            <div className="prose">{answer}</div>
          </li>
        ))}
      </ol>
      {of.closing ? <div className="prose">{of.closing}</div> : null}
    </div>
  );
}

/** What came with the reply when it was last written. */
const papersOf = (of: Suggestion, reply: Suggestion["replies"][number]) =>
  of.timeline.findLast((step) => step.verb === "draft_reply" && step.partId === reply.partId && step.data["round"] === reply.round)
    ?.attachments ?? [];

const promiseColours: Record<Suggestion["commitments"][number]["state"], string> = {
  draft: "default",
  open: "gold",
  kept: "green",
  answered_again: "blue",
  dropped: "default",
};

function Commitments({ of, part }: { of: Suggestion; part: Part }) {
  const { t } = useTranslation();
  const mine = of.commitments.filter((commitment) => commitment.partId === part.id);
  if (mine.length === 0) return null;
  return (
    <div style={{ marginTop: 12 }}>
      <strong>{t("suggestion.section.commitments")}</strong>
      {mine.map((commitment) => (
        <div key={commitment.id} style={{ padding: "8px 0", borderBottom: "1px solid #f0f0f0" }}>
          <Tag color={promiseColours[commitment.state]}>{t(`suggestion.commitment.${commitment.state}`)}</Tag>
          {commitment.content}
          <div className="muted">
            {commitment.owner} · {t("suggestion.due_by", { on: dateText(commitment.carriedTo ?? commitment.dueOn) })}
            {commitment.carriedTo ? ` · ${t("suggestion.carried")}` : ""}
            {commitment.settledOn ? ` · ${dateText(commitment.settledOn)}` : ""}
          </div>
          {commitment.evidence ? <div className="prose">{commitment.evidence}</div> : null}
        </div>
      ))}
    </div>
  );
}

function Requests({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  if (of.requests.length === 0) return null;
  return (
    <section className="block">
      <strong>{t("suggestion.section.requests")}</strong>
      {of.requests.map((request) => (
        <div key={request.id} style={{ padding: "6px 0" }}>
          <Tag
            color={
              request.decision === "granted" || request.decision === "answered" ? "green" : request.decision === "refused" ? "red" : "gold"
            }
          >
            {t(`suggestion.request.${request.kind}`)} ·{" "}
            {t(`suggestion.decision.${request.decision ?? (request.kind === "co_opinion" ? "unanswered" : "open")}`)}
          </Tag>
          <span className="muted">
            {[
              of.parts.find((part) => part.id === request.partId)?.unit.name,
              dateText(request.askedOn),
              request.kind === "co_opinion" ? askedText(request, t) : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <div className="prose">{request.reason}</div>
        </div>
      ))}
    </section>
  );
}
