import { Link } from "@tanstack/react-router";
import { Button, Card, Empty, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Marked } from "../../../web/ui/marked.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useRecommended, useSimilar, type Voice } from "./api.ts";
import { StatusTag } from "./status.tsx";
import { Performing } from "./verbs.tsx";

type Similar = NonNullable<ReturnType<typeof useSimilar>["data"]>["items"][number];

/** Voices that may be of the same matter, each with the reasons why; side by side before they are joined. */
export function SimilarVoices({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const found = useSimilar(of.id);
  const [compared, compare] = useState<Similar>();
  return (
    <Card title={t("voice.section.similar")} size="small" data-similar>
      {found.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
      {found.error ? <ProblemAlert error={found.error} /> : null}
      {found.data?.items.length === 0 ? <Empty description={t("voice.similar.none")} image={Empty.PRESENTED_IMAGE_SIMPLE} /> : null}
      {found.data?.items.map((one) => (
        <div className="block" key={one.id}>
          <StatusTag status={one.status} />
          <Link to="/voices/$id" params={{ id: one.id }} style={{ display: "block", margin: "4px 0", fontWeight: 500 }}>
            <Marked text={one.title} search={one.words.join(" ")} />
          </Link>
          <Why of={one} />
          <div className="muted" style={{ fontSize: 14 }}>
            {[one.label, one.place ?? one.areaName, dateText(one.receivedAt)].filter(Boolean).join(" · ")}
          </div>
          {of.can.includes("join") ? (
            <Button size="small" onClick={() => compare(one)} data-join={one.id}>
              {t("voice.similar.join")}
            </Button>
          ) : null}
        </div>
      ))}
      {compared ? <SideBySide of={of} other={compared} close={() => compare(undefined)} /> : null}
    </Card>
  );
}

function Why({ of }: { of: Similar }) {
  const { t } = useTranslation();
  const near = of.metres !== null && !of.samePlace ? t("voice.similar.near", { metres: of.metres }) : null;
  const reasons = [of.samePlace ? t("voice.similar.same_place") : near, of.sameSpeaker ? t("voice.similar.same_speaker") : null];
  return (
    <div className="why">
      {of.words.map((word) => (
        <mark key={word}>{word}</mark>
      ))}
      {reasons
        .filter((reason) => reason !== null)
        .map((reason) => (
          <span key={reason} className="same">
            {reason}
          </span>
        ))}
      <span className="muted">{t("voice.similar.days", { days: of.daysApart })}</span>
    </div>
  );
}

/** Both in their own words; only then they are joined. */
function SideBySide({ of, other, close }: { of: Voice; other: Similar; close: () => void }) {
  const { t } = useTranslation();
  const [joining, join] = useState(false);
  const search = other.words.join(" ");
  if (joining) return <Performing of={of} verb="join" begin={{ voiceId: other.id }} close={close} />;
  const footer = [
    <Button key="cancel" onClick={close}>
      {t("web.cancel")}
    </Button>,
    <Button key="join" type="primary" onClick={() => join(true)}>
      {t("voice.similar.join")}
    </Button>,
  ];
  return (
    <Dialog title={t("voice.similar.title")} footer={footer} close={close} width={900}>
      <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(260px, 1fr))", gap: 16 }}>
        {[
          { key: "this", label: of.label, text: of.words, place: of.place ?? of.areaName },
          { key: "other", label: other.label, text: other.text, place: other.place ?? other.areaName },
        ].map((one) => (
          <Card key={one.key} size="small" title={`${t(`voice.similar.${one.key}`)} ${one.label}`}>
            <div className="prose">
              <Marked text={one.text} search={search} />
            </div>
            <div className="muted">{one.place}</div>
          </Card>
        ))}
      </div>
    </Dialog>
  );
}

/** Units of the past, each with the voices that speak for it. */
export function RecommendedUnits({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const found = useRecommended(of.id);
  const [unitId, route] = useState<string>();
  return (
    <Card title={t("voice.section.recommended")} size="small" data-recommended>
      {found.isPending ? <Skeleton active paragraph={{ rows: 2 }} /> : null}
      {found.error ? <ProblemAlert error={found.error} /> : null}
      {found.data?.items.length === 0 ? <Empty description={t("voice.recommended.none")} image={Empty.PRESENTED_IMAGE_SIMPLE} /> : null}
      {found.data?.items.map((one) => (
        <div className="block" key={one.unit.id}>
          <strong>{one.unit.name}</strong>
          <div className="muted">
            {t("voice.recommended.counts", { answered: one.answered, solved: one.solved, handedBack: one.handedBack })}
          </div>
          {one.voices.map((past) => (
            <Link key={past.id} to="/voices/$id" params={{ id: past.id }} style={{ display: "block", fontSize: 14 }}>
              {past.label} {past.gist}
              {past.handedBack ? <span className="muted"> · {t("voice.recommended.handed_back")}</span> : null}
            </Link>
          ))}
          {of.can.includes("route") ? (
            <Button size="small" style={{ marginTop: 6 }} onClick={() => route(one.unit.id)}>
              {t("voice.recommended.choose")}
            </Button>
          ) : null}
        </div>
      ))}
      {unitId ? <Performing of={of} verb="route" begin={{ unitId }} close={() => route(undefined)} /> : null}
    </Card>
  );
}
