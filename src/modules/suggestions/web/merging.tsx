import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type SimilarCase, type Suggestion, useSimilar, useSuggestion } from "./api.ts";
import { CasePicker } from "./case-picker.tsx";
import { MergingBatch } from "./merging-batch.tsx";
import { type Member, MergingMember, merges, stays } from "./merging-member.tsx";
import { MergingPair } from "./merging-pair.tsx";

/** The merge desk: what may be the same matter, two of them side by side, and which one stays (R2.21). */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useSuggestion(id);
  const similar = useSimilar(id, "mergeable");
  const error = found.error ?? similar.error;
  if (error) return <ProblemPage error={error} retry={() => void Promise.all([found.refetch(), similar.refetch()])} />;
  if (!found.data || !similar.data)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  return <MergeDesk key={id} of={found.data} similar={similar.data.items} />;
}

function MergeDesk({ of, similar }: { of: Suggestion; similar: readonly SimilarCase[] }) {
  const { t } = useTranslation();
  const [{ other }, narrow] = useNarrowed();
  const picked = usePicked(similar, other);
  const members: readonly Member[] = [memberOf(of), ...similar.map((one) => ({ ...one, lead: one.lead.name })), ...picked];
  const [keep, setKeep] = useState(members.find(stays)?.id);
  // Whoever came with two in mind finds both of them marked.
  const [chosen, choose] = useState<readonly string[]>(other ? [of.id, other] : [of.id]);
  const [open, setOpen] = useState(false);
  const beside = members.find((one) => one.id === other && one.id !== of.id) ?? similar[0];
  const staying = members.find((one) => one.id === keep && stays(one));
  const going = members.filter((one) => one.id !== keep && chosen.includes(one.id) && merges(one));
  return (
    <div className="page page-wide">
      <PageHead
        title={t("suggestion.merging.title")}
        sub={t("suggestion.merging.help")}
        actions={
          <>
            <Link to="/suggestions/review">
              <Button>{t("suggestion.review.title")}</Button>
            </Link>
            <Button type="primary" disabled={!staying || going.length === 0} onClick={() => setOpen(true)} data-verb="merge">
              {t("suggestion.merging.merge", { count: going.length })}
            </Button>
          </>
        }
      />
      {members.length === 1 ? <Alert type="info" showIcon title={t("suggestion.merging.none")} style={{ marginBottom: 16 }} /> : null}
      {members.length > 1 && !members.some(stays) ? (
        <Alert type="warning" showIcon title={t("suggestion.merging.nobody_stays")} style={{ marginBottom: 16 }} />
      ) : null}
      <div className="merge-desk">
        <Card size="small" title={t("suggestion.merging.members")}>
          {members.map((one) => (
            <MergingMember
              key={one.id}
              of={one}
              why={similar.find((like) => like.id === one.id)}
              first={one.id === of.id}
              kept={one.id === keep}
              going={going.includes(one)}
              shown={one.id === beside?.id}
              keep={() => setKeep(one.id)}
              turn={(on) => choose(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
              look={() => narrow({ other: one.id })}
            />
          ))}
          <CasePicker
            of={of}
            label={t("suggestion.merging.another")}
            value={picked[0]?.id ?? null}
            onChange={(next) => narrow({ other: next })}
          />
        </Card>
        {beside ? <MergingPair one={of} otherId={beside.id} words={similar.find((like) => like.id === beside.id)?.words ?? []} /> : <div />}
      </div>
      {open && staying ? (
        <MergingBatch
          stays={staying}
          going={going}
          finished={(done) => choose(chosen.filter((id) => !done.includes(id)))}
          close={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

const memberOf = (of: Suggestion): Member => ({ ...of, lead: of.signers.find((signer) => signer.role === "lead")?.name ?? "" });

/** The case that was picked by hand, where it is not among those alike. */
function usePicked(similar: readonly SimilarCase[], other: string | undefined): readonly Member[] {
  const known = other === undefined || similar.some((one) => one.id === other);
  const found = useSuggestion(other ?? "", !known);
  return known || !found.data ? [] : [memberOf(found.data)];
}
