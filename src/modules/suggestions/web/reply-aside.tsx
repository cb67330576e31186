import { CheckCircleOutlined, ExclamationCircleOutlined } from "@ant-design/icons";
import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import type { VerbName } from "../lifecycle.ts";
import type { Suggestion } from "./api.ts";
import { Performing } from "./performing.tsx";
import { type Asking, type CoOpinion, opinionsIn, type Part, type Place, type ReplyDraft, type Warning } from "./reply-draft.ts";
import { ReplyPreview } from "./reply-preview.tsx";
import { askedText } from "./step-sayings.ts";

interface Props {
  readonly of: Suggestion;
  readonly part: Part;
  readonly draft: ReplyDraft;
  readonly warnings: readonly Warning[];
  readonly append: (text: string, at?: Place) => void;
  readonly go: (at: Place) => void;
  readonly ask: (known: Asking) => void;
}

/** What stands beside the text: what is still missing, what the co-handlers say, and the letter itself. */
export function ReplyAside({ of, part, draft, warnings, append, go, ask }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="stack reply-aside">
      <Missing of={of} warnings={warnings} go={go} />
      <Opinions {...{ of, draft, append, ask }} />
      <Card size="small" title={t("suggestion.reply_editor.preview")} styles={{ body: { padding: 8, background: "#ececef" } }}>
        <ReplyPreview of={of} part={part} draft={draft} />
      </Card>
    </aside>
  );
}

/** Verbs that remedy what is missing. */
const remedies: readonly VerbName[] = ["sign_for", "contact"];

function Missing({ of, warnings, go }: Pick<Props, "of" | "warnings" | "go">) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<VerbName>();
  const offered = of.cannot.some((one) => one.verb === "draft_reply") || !of.can.includes("draft_reply");
  return (
    <Card size="small" title={t("suggestion.reply_editor.check")} data-warnings={warnings.length}>
      {warnings.length === 0 ? (
        <span style={{ color: "#2c7a3f" }}>
          <CheckCircleOutlined /> {t("suggestion.reply_editor.all_there")}
        </span>
      ) : null}
      <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 6 }}>
        {warnings.map(({ code, params, field }) => (
          <li key={`${code} ${JSON.stringify(params)}`} style={{ display: "flex", alignItems: "baseline" }}>
            <ExclamationCircleOutlined style={{ color: "#9c5800", marginInlineEnd: 6 }} />
            {field ? (
              <Button
                type="link"
                size="small"
                style={{ padding: 0, height: "auto", whiteSpace: "normal", textAlign: "start" }}
                onClick={() => go(field)}
              >
                {t(code, { ...params })}
              </Button>
            ) : (
              t(code, { ...params })
            )}
          </li>
        ))}
      </ul>
      {offered ? (
        <div className="action-bar" style={{ marginTop: 10 }}>
          {remedies
            .filter((verb) => of.can.includes(verb))
            .map((verb) => (
              <Button key={verb} size="small" data-verb={verb} onClick={() => setDoing(verb)}>
                {t(`suggestion.verb.${verb}`)}
              </Button>
            ))}
        </div>
      ) : null}
      {doing ? <Performing of={of} verb={doing} close={() => setDoing(undefined)} /> : null}
    </Card>
  );
}

function Opinions({ of, draft, append, ask }: Pick<Props, "of" | "draft" | "append" | "ask">) {
  const { t } = useTranslation();
  const opinions = opinionsIn(of);
  if (opinions.length === 0) return null;
  const take = ({ unit, opinion, point }: CoOpinion) => {
    const at = point === null || draft.whole ? undefined : ["answers", "points", point - 1];
    append(t("suggestion.reply_editor.co_view", { unit, opinion, lng: "zh-CN" }), at);
  };
  return (
    <Card size="small" title={t("suggestion.reply_editor.opinions")}>
      {opinions.map((one) => (
        <section key={one.part.id} className="block">
          <div style={{ display: "flex", gap: 8, flexWrap: "wrap", alignItems: "center" }}>
            <strong>{one.unit}</strong>
            {one.opinion === null ? (
              <Tag color="gold">{t("suggestion.reply_editor.no_opinion")}</Tag>
            ) : (
              <span className="muted">{dateText(one.at)}</span>
            )}
          </div>
          {one.asks.map((asked) => (
            <div key={asked.id} className="muted">
              {askedText(asked, t)}：{asked.reason}
            </div>
          ))}
          {one.opinion === null ? null : <div className="prose">{one.opinion}</div>}
          <div className="action-bar" style={{ marginTop: 6 }}>
            {one.opinion === null ? null : (
              <Button size="small" onClick={() => take(one)} data-take>
                {t("suggestion.reply_editor.take")}
              </Button>
            )}
            {of.can.includes("ask_co_opinion") ? (
              <Button size="small" onClick={() => ask({ partId: one.part.id })} data-verb="ask_co_opinion">
                {t("suggestion.verb.ask_co_opinion")}
              </Button>
            ) : null}
          </div>
        </section>
      ))}
    </Card>
  );
}
