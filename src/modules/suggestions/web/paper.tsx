import { Card, Descriptions } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText } from "../../../web/ui/dates.ts";
import { Marked } from "../../../web/ui/marked.tsx";
import type { Suggestion } from "./api.ts";
import { useCodes } from "./codes.ts";

interface Props {
  readonly of: Suggestion;
  readonly words?: readonly string[];
  /** Where there is room for one column of particulars only. */
  readonly narrow?: boolean;
}

/** What is asked, as the deputy wrote it; `words` stand out. */
export function Paper({ of, words = [], narrow = false }: Props) {
  const { t } = useTranslation();
  const codes = useCodes();
  const search = words.join(" ");
  const category = codes.data?.categories.find((one) => one.code === of.category)?.name ?? (codes.isPending ? "" : of.category);
  // What the deputy said of these is not known of a suggestion that was taken over.
  const said = of.imported ? [] : (["formation", "repetition", "publicity"] as const);
  const items = [
    { key: "category", label: t("suggestion.field.category"), children: category },
    { key: "area", label: t("suggestion.field.area"), children: of.areaName ?? "—" },
    ...said.map((key) => ({ key, label: t(`suggestion.field.${key}`), children: t(`suggestion.${key}.${of[key]}`) })),
    { key: "submitted", label: t("suggestion.field.submittedAt"), children: dateText(of.submittedAt) || "—" },
  ];
  return (
    <Card title={t("suggestion.section.paper")}>
      <div className="block">
        <strong>{t("suggestion.field.reason")}</strong>
        <div className="prose">
          <Marked text={of.reason || "—"} search={search} />
        </div>
      </div>
      <div className="block">
        <strong>{t("suggestion.field.proposal")}</strong>
        <div className="prose">
          <Marked text={of.proposal || "—"} search={search} />
        </div>
      </div>
      <AttachmentList files={of.attachments} of={`/api/suggestions/${of.id}`} />
      <Descriptions className="block" column={narrow ? 1 : { xs: 1, sm: 2, lg: 3 }} size="small" items={items} />
    </Card>
  );
}
