import { Link } from "@tanstack/react-router";
import { Card } from "antd";
import { useTranslation } from "react-i18next";
import { type Grown, useGrownFrom } from "./api.ts";
import { StatusTag } from "./status.tsx";

export const OpinionPanel = ({ of }: { of: string }) => <GrownFrom into={{ opinionId: of }} />;
export const SuggestionPanel = ({ of }: { of: string }) => <GrownFrom into={{ suggestionId: of }} />;

/** What was said at the beginning, one click away. Whoever may not see it cannot tell that there was anything. */
function GrownFrom({ into }: { into: Grown }) {
  const { t } = useTranslation();
  const voices = useGrownFrom(into).data?.items ?? [];
  if (voices.length === 0) return null;
  return (
    <Card size="small" title={t("voice.section.grown_from")}>
      {voices.map((voice) => (
        <div key={voice.id} data-grown-from={voice.id}>
          <Link to="/voices/$id" params={{ id: voice.id }} style={{ display: "block", marginBottom: 6 }}>
            {voice.label} {voice.title}
          </Link>
          <StatusTag status={voice.status} />
        </div>
      ))}
    </Card>
  );
}
