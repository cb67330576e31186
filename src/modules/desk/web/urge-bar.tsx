import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey, ProblemError } from "../../../web/api/client.ts";
import { keyOf, type Selection, type Task, taskKey } from "./api.ts";

/** Urges everyone who is waited for in the chosen matters, each matter by a step of its own. */
export function UrgeBar({ tasks, selected, select }: Selection & { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chosen = tasks.filter((task) => selected.includes(keyOf(task)));
  if (chosen.length === 0) return null;
  return (
    <div className="action-bar" style={{ marginBottom: 12 }}>
      <Button type="primary" onClick={() => setOpen(true)} data-verb="urge">
        {t("desk.urge.selected", { count: chosen.length })}
      </Button>
      {open ? <UrgeDialog chosen={chosen} close={() => setOpen(false)} done={() => select([])} /> : null}
    </div>
  );
}

interface Props {
  readonly chosen: readonly Task[];
  readonly close: () => void;
  readonly done: () => void;
}

function UrgeDialog({ chosen, close, done }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [note, setNote] = useState(t("desk.urge.suggested"));
  // One matter can wait for several at once; it is urged once.
  const matters = [...new Map(chosen.map((task) => [task.subjectId, task])).values()];
  const send = useMutation({
    async mutationFn() {
      const faults: unknown[] = [];
      for (const task of matters) await urge(task, note).catch((fault) => faults.push(fault));
      return faults;
    },
    onSuccess(faults) {
      const [first] = faults;
      const reason = first instanceof ProblemError ? first.problem.detail || t("web.offline") : "";
      const [sent, failed] = [matters.length - faults.length, faults.length];
      if (failed > 0) void message.warning(t("desk.urge.partly", { sent, failed, reason }), 6);
      else void message.success(t("desk.urge.sent", { count: sent }));
      void queries.invalidateQueries({ queryKey: taskKey });
      close();
      done();
    },
  });
  return (
    <Modal
      open
      title={t("desk.urge.selected", { count: matters.length })}
      onCancel={close}
      onOk={() => send.mutate()}
      okButtonProps={{ disabled: note.trim().length < 2, loading: send.isPending }}
      okText={t("suggestion.verb.urge")}
      cancelText={t("web.cancel")}
    >
      <p className="muted">{t("desk.urge.help")}</p>
      <Input.TextArea
        aria-label={t("desk.urge.note")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
      />
    </Modal>
  );
}

function urge({ subjectType, subjectId }: Task, note: string): Promise<unknown> {
  const request = { params: { path: { id: subjectId } }, body: { note }, headers: { "idempotency-key": idempotencyKey() } };
  return subjectType === "opinion"
    ? call(api.POST("/api/opinions/{id}/urgings", request))
    : call(api.POST("/api/suggestions/{id}/urgings", request));
}
