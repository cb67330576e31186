import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Popconfirm, Space } from "antd";
import { useTranslation } from "react-i18next";
import { useTelling } from "../../../web/ui/telling.tsx";
import type { useOutbox, Written } from "./outbox.ts";

/** The receipt, large enough to be read aloud or copied on a card. It is shown this once. */
export function ReceiptCard({ of, another }: { of: Written; another: () => void }) {
  const { t } = useTranslation();
  return (
    <Card title={t("voice.entry.receipt")} data-written>
      <Receipt of={of} />
      <p className="muted">{t("voice.entry.receipt_help")}</p>
      <Space wrap>
        <Button type="primary" size="large" onClick={another}>
          {t("voice.entry.another")}
        </Button>
        <Link to="/voices/$id" params={{ id: of.id }}>
          <Button size="large">{t("voice.entry.open")}</Button>
        </Link>
      </Space>
    </Card>
  );
}

function Receipt({ of }: { of: Written }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const copy = () => void navigator.clipboard?.writeText(of.receipt).then(() => message.success(t("voice.entry.copied")));
  return (
    <div style={{ display: "flex", alignItems: "baseline", gap: 12, flexWrap: "wrap" }}>
      <strong style={{ fontSize: 30, letterSpacing: 2, fontVariantNumeric: "tabular-nums" }} data-receipt>
        {of.receipt}
      </strong>
      <span className="muted">{t("voice.entry.label", { label: of.label })}</span>
      <Button size="small" onClick={copy}>
        {t("voice.entry.copy")}
      </Button>
    </div>
  );
}

/** What this phone still has to send, what was not taken and why, and the receipts of what came through. */
export function Waiting({ outbox }: { outbox: ReturnType<typeof useOutbox> }) {
  const { t } = useTranslation();
  const { kept, sending, sent, flush, drop } = outbox;
  return (
    <>
      {kept.length > 0 ? (
        <Card
          size="small"
          title={t("voice.entry.kept_count", { count: kept.length })}
          style={{ marginBottom: 16 }}
          data-waiting={kept.length}
          extra={
            <Button size="small" loading={sending} onClick={flush}>
              {t("voice.entry.send_now")}
            </Button>
          }
        >
          {kept.map(({ entry, refusal }) => (
            <div key={entry.submission} className="block">
              <div className="prose">{entry.words}</div>
              {refusal ? (
                <Alert
                  type="error"
                  showIcon
                  message={t("voice.entry.refused", {
                    reason: [
                      ...refusal.fields.map(({ field, code }) => `${t(`voice.field.${field}`)}：${t(code)}`),
                      ...refusal.reasons.map(({ code, params }) => t(code, { ...params })),
                    ].join("；"),
                  })}
                  action={
                    <Popconfirm title={t("voice.entry.drop_title")} onConfirm={() => drop(entry.submission)}>
                      <Button size="small" danger>
                        {t("voice.entry.drop")}
                      </Button>
                    </Popconfirm>
                  }
                />
              ) : null}
            </div>
          ))}
        </Card>
      ) : null}
      {sent.length > 0 ? (
        <Card size="small" title={t("voice.entry.receipts")} style={{ marginBottom: 16 }} data-sent={sent.length}>
          {sent.map((one) => (
            <div key={one.id} className="block">
              <div className="prose">{one.words}</div>
              <Receipt of={one} />
            </div>
          ))}
        </Card>
      ) : null}
    </>
  );
}
