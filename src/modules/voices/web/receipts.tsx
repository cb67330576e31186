import { Link } from "@tanstack/react-router";
import { Button, Card, Space } from "antd";
import { useTranslation } from "react-i18next";
import { useTelling } from "../../../web/ui/telling.tsx";
import type { Written } from "./sending.ts";

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

/** A receipt with its number. */
export function Receipt({ of }: { of: Written }) {
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
