import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import type { Chosen } from "../../../web/ui/list-spec.ts";
import { fitting, type TogetherVerb, togetherVerbs } from "../together.ts";
import type { Line } from "./api.ts";

const TogetherDialog = lazy(async () => ({ default: (await import("./together-dialog.tsx")).TogetherDialog }));

/** What can be done with the chosen opinions at once; beside each verb, for how many of them it is possible now. */
export function Together({ choice }: { choice: Chosen<Line> }) {
  const { t } = useTranslation();
  const { roles } = useMe();
  const [open, setOpen] = useState<TogetherVerb>();
  const { lines, clear, settle } = choice;
  // The window stays until it is closed, though what was done is no longer chosen.
  if (lines.length === 0 && !open) return null;
  return (
    <div className="board-bar">
      <strong>{t("web.together.chosen", { count: lines.length })}</strong>
      {togetherVerbs(roles).map((verb, index) => {
        const count = fitting(verb, lines).length;
        return (
          <Button
            key={verb}
            type={index === 0 ? "primary" : "default"}
            disabled={count === 0}
            onClick={() => setOpen(verb)}
            data-verb={verb}
          >{`${t(`opinion.verb.${verb}`)} ${count}`}</Button>
        );
      })}
      <Button type="link" onClick={clear}>
        {t("web.together.clear")}
      </Button>
      <Suspense>{open ? <TogetherDialog verb={open} lines={lines} settle={settle} close={() => setOpen(undefined)} /> : null}</Suspense>
    </div>
  );
}
