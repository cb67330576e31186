import { DeleteOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { daysFrom, type Span } from "./spans.ts";

interface Props {
  readonly spans: readonly Span[];
  /** What the server said of a day. */
  readonly faults?: ReadonlyMap<string, string>;
  readonly remove?: (span: Span) => void;
}

/** Days off and make-up days, as one reads them in the notice. */
export function SpanList({ spans, faults, remove }: Props) {
  const { t } = useTranslation();
  if (spans.length === 0) return <span className="muted">{t("calendar.year.none")}</span>;
  return (
    <div>
      {spans.map((span) => {
        const fault = daysFrom(span)
          .map(({ day }) => faults?.get(day))
          .find(Boolean);
        return (
          <div key={`${span.from} ${span.kind} ${span.name}`} style={{ padding: "5px 0", borderBottom: "1px solid #f5f5f5" }}>
            <div style={{ display: "flex", gap: 8, alignItems: "center", flexWrap: "wrap" }}>
              <Tag color={span.kind === "off" ? "green" : "orange"} style={{ minWidth: 72, textAlign: "center" }}>
                {t(`calendar.year.${span.kind}`)}
              </Tag>
              <span style={{ flex: "0 1 150px" }}>{span.name}</span>
              <span style={{ flex: "1 1 200px" }}>
                {span.from === span.to ? dateText(span.from) : `${dateText(span.from)} — ${dateText(span.to)}`}
                <span className="muted"> {t("calendar.year.days", { count: daysFrom(span).length })}</span>
              </span>
              {remove ? (
                <Button type="text" danger icon={<DeleteOutlined />} aria-label={t("calendar.year.remove")} onClick={() => remove(span)} />
              ) : null}
            </div>
            {fault ? <div style={{ color: "#c4281c" }}>{fault}</div> : null}
          </div>
        );
      })}
    </div>
  );
}
