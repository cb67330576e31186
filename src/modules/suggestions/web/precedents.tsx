import { Link } from "@tanstack/react-router";
import { Button, Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { SmallWindow } from "../../../web/ui/small-window.tsx";
import { type Precedent, usePrecedents } from "./api.ts";

interface Props {
  readonly id: string;
  /** Puts the unit into the form; it is sent by the officer, not from here. */
  readonly pick: (unitId: string) => void;
}

/** Units that answered for similar cases, each with those cases. A hint: one click fills it in, nothing more. */
export function Precedents({ id, pick }: Props) {
  const { t } = useTranslation();
  const found = usePrecedents(id);
  if (found.isPending) return <Skeleton.Input active size="small" />;
  const units = found.data?.items ?? [];
  if (units.length === 0) return <span className="muted">{t(found.error ? "web.failed" : "suggestion.precedents.none")}</span>;
  return (
    <ul className="precedents">
      {units.map((one) => (
        <li key={one.unit.id}>
          <Button size="small" onClick={() => pick(one.unit.id)} data-precedent={one.unit.id}>
            {one.unit.name}
          </Button>
          <SmallWindow title={t("suggestion.precedents.title", { unit: one.unit.name })} content={<Evidence of={one} />}>
            <Button size="small" type="link">
              {t(one.handedBack > 0 ? "suggestion.precedents.counts_back" : "suggestion.precedents.counts", one)}
            </Button>
          </SmallWindow>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ of }: { of: Precedent }) {
  const { t } = useTranslation();
  return (
    <div style={{ maxWidth: 420 }}>
      {of.cases.map((one) => (
        <div key={`${one.id} ${one.handedBack}`} style={{ padding: "4px 0" }}>
          <Link to="/suggestions/$id" params={{ id: one.id }} target="_blank">
            {[one.label, one.title].filter(Boolean).join(" ")}
          </Link>{" "}
          {one.handedBack ? (
            <Tag color="orange">{t("suggestion.part.status.handed_back")}</Tag>
          ) : (
            <Tag>{one.outcome ? t(`suggestion.outcome.${one.outcome}`) : t(`suggestion.status.${one.status}`)}</Tag>
          )}
        </div>
      ))}
      <p className="muted" style={{ marginBottom: 0 }}>
        {t("suggestion.precedents.help")}
      </p>
    </div>
  );
}
