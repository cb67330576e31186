import { Alert, Button, Card, Popconfirm, Space } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Refused, Said } from "./kept-entries.ts";
import type { Outbox } from "./outbox.ts";
import { Receipt } from "./receipts.tsx";

/** A sentence of the house, as it said it or in the reader's language. Who picks from a list is not told its codes. */
export const said = (t: TFunction, { text, code, params }: Said): string =>
  code === "field.not_in_list" ? t("field.no_such_thing") : (text ?? t(code, { ...params }));

/** Why the house did not take an entry, in one line; where fields are to blame, these say it. */
export const reasonOf = (t: TFunction, { fields, reasons }: Refused): string =>
  (fields.length > 0
    ? fields.map((fault) => `${t(`voice.field.${fault.field.replace(/^contact\./, "").replace(/\..*$/, "")}`)}：${said(t, fault)}`)
    : reasons.map((reason) => said(t, reason))
  ).join("；");

interface Props {
  readonly outbox: Outbox;
  /** The one that stands in the form below. */
  readonly mending: string | undefined;
  readonly mend: (submission: string) => void;
}

/** What this phone still has to send, what was not taken and why, and the receipts of what came through. */
export function Waiting({ outbox, mending, mend }: Props) {
  const { t } = useTranslation();
  const { sending, sent, flush, drop } = outbox;
  const kept = outbox.kept.filter(({ entry }) => entry.submission !== mending);
  return (
    <>
      {kept.length > 0 ? (
        <Card
          size="small"
          title={t("voice.entry.kept_count", { count: kept.length })}
          style={{ marginBottom: 16 }}
          data-waiting={kept.length}
          extra={
            kept.some(({ refusal }) => !refusal) ? (
              <Button size="small" loading={sending} onClick={flush}>
                {t("voice.entry.send_now")}
              </Button>
            ) : null
          }
        >
          {kept.map(({ entry: { submission, words }, refusal }) => (
            <div key={submission} className="block">
              <div className="prose">{words}</div>
              {refusal ? (
                <Alert
                  type="error"
                  showIcon
                  style={{ marginTop: 8 }}
                  data-refused={submission}
                  message={t("voice.entry.refused", { reason: reasonOf(t, refusal) })}
                  description={
                    <Space wrap>
                      <Button type="primary" disabled={mending !== undefined} onClick={() => mend(submission)} data-mend>
                        {t("voice.entry.mend")}
                      </Button>
                      <Popconfirm title={t("voice.entry.drop_title")} onConfirm={() => drop(submission)}>
                        <Button danger>{t("voice.entry.drop")}</Button>
                      </Popconfirm>
                    </Space>
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
