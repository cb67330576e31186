import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { keyOf, type Selection, type Task, taskKey } from "./api.ts";

const UrgeDialog = lazy(async () => ({ default: (await import("../../../web/ui/urge-dialog.tsx")).UrgeDialog }));

/** Urges everyone who is waited for in the chosen matters. */
export function UrgeBar({ tasks, selected, select }: Selection & { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const chosen = tasks.filter((task) => selected.includes(keyOf(task)));
  if (chosen.length === 0) return null;
  // One matter can wait for several at once; it is urged once.
  const matters = [...new Map(chosen.map((task) => [task.subjectId, task])).values()];
  const done = () => {
    void queries.invalidateQueries({ queryKey: taskKey });
    select([]);
  };
  return (
    <div className="action-bar" style={{ marginBottom: 12 }}>
      <Button type="primary" onClick={() => setOpen(true)} data-verb="urge">
        {t("web.urge.selected", { count: chosen.length })}
      </Button>
      {open ? (
        <Suspense>
          <UrgeDialog matters={matters} close={() => setOpen(false)} done={done} />
        </Suspense>
      ) : null}
    </div>
  );
}
