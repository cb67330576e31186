import { CheckCircleFilled, DownloadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, ProblemError } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { download } from "../../../web/ui/download.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type Draft, ImportCards, type ImportRow, ImportTable } from "./import-rows.tsx";

const outcomes = ["wrong", "new", "changed", "unchanged"] as const;
type Outcome = (typeof outcomes)[number];

/** What would become of each row, by outcome; the wrong ones first, because they want work. */
export function ImportPreview({ draft, again }: { draft: Draft; again: () => void }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const wide = useWide();
  const confirmed = useConfirmed();
  const queries = useQueryClient();
  const { counts } = draft;
  const first = outcomes.find((outcome) => counts[outcome] > 0) ?? "new";
  const [outcome, setOutcome] = useState<Outcome>(first);
  const list = useCursorList<ImportRow>(`/api/import-drafts/${draft.id}/rows`, { outcome });
  const count = counts.new + counts.changed;
  const size = wide ? "middle" : "large";
  const confirm = () =>
    confirmed({
      title: t("identity.intake.confirm_title", { count }),
      text: t("identity.intake.confirm_text", counts),
      yes: t("identity.intake.title"),
      act: async () => {
        await call(api.POST("/api/import-drafts/{id}/applications", { params: { path: { id: draft.id } } }));
        message.success(t("identity.intake.done"));
        await queries.invalidateQueries();
      },
    });
  const faults = () =>
    download(`/api/import-drafts/${draft.id}/faults`).catch((error: unknown) => {
      message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"));
    });
  const View = wide ? ImportTable : ImportCards;
  return (
    <>
      <Standing draft={draft} />
      <div className="action-bar" style={{ margin: "16px 0", justifyContent: "flex-start" }}>
        {draft.appliedAt === null && count > 0 ? (
          <Button type="primary" size={size} onClick={confirm} data-import>
            {t("identity.intake.confirm", { count })}
          </Button>
        ) : null}
        {counts.wrong > 0 ? (
          <Button icon={<DownloadOutlined />} size={size} onClick={faults} data-faults>
            {t("identity.intake.fault_download")}
          </Button>
        ) : null}
        <Button size={size} onClick={again} data-again>
          {t("identity.intake.again")}
        </Button>
      </div>
      <div style={{ overflowX: "auto", marginBottom: 14 }}>
        <Segmented
          block={!wide}
          value={outcome}
          onChange={setOutcome}
          options={outcomes.map((value) => ({ value, label: `${t(`identity.intake.outcome.${value}`)} ${counts[value]}` }))}
        />
      </div>
      <ListBody list={list}>{(rows) => <View rows={rows} columns={draft.columns} outcome={outcome} />}</ListBody>
    </>
  );
}

/** One line on where the import stands. */
function Standing({ draft: { counts, appliedAt, fileName } }: { draft: Draft }) {
  const { t } = useTranslation();
  if (appliedAt !== null)
    return (
      <Alert
        type="success"
        showIcon
        icon={<CheckCircleFilled />}
        title={`${t("identity.intake.done")}：${fileName}`}
        description={t("identity.intake.done_text", counts)}
      />
    );
  if (counts.new + counts.changed > 0) return <Alert type="info" showIcon title={t("identity.intake.preview_of", { fileName })} />;
  return (
    <Alert
      type={counts.wrong > 0 ? "warning" : "success"}
      showIcon
      title={t(counts.wrong > 0 ? "identity.intake.nothing_to_do" : "identity.intake.all_unchanged")}
    />
  );
}
