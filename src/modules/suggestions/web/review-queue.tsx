import { Button, Card } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import type { Line } from "./api.ts";

interface Props {
  readonly lines: readonly Line[];
  readonly at: number;
  readonly go: (to: number) => void;
  readonly more: { readonly loading: boolean; readonly load: () => void } | undefined;
}

/** What awaits review, the nearest due day first; the open one is marked and in sight. */
export function ReviewQueue({ lines, at, go, more }: Props) {
  const { t } = useTranslation();
  const { today } = useMe();
  const here = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open line moves with `at`
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest" });
  }, [at]);
  return (
    <Card size="small" title={t("suggestion.review.pane.queue")} styles={{ body: { padding: 6 } }}>
      <nav aria-label={t("suggestion.review.pane.queue")} className="review-queue">
        {lines.map((line, index) => (
          <button
            key={line.id}
            type="button"
            ref={index === at ? here : null}
            aria-current={index === at ? "true" : undefined}
            onClick={() => go(index)}
          >
            <span>{line.title}</span>
            <span className="meta">
              {line.lead.name} <Lamp dueOn={line.dueOn} today={today} />
            </span>
          </button>
        ))}
        {more ? (
          <Button block size="small" loading={more.loading} onClick={more.load}>
            {t("web.load_more")}
          </Button>
        ) : null}
      </nav>
    </Card>
  );
}
