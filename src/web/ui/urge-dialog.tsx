import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey, ProblemError } from "../api/client.ts";
import { useFocusBack } from "./focus.ts";
import { useTelling } from "./telling.tsx";

/** What one can be urged about. */
export interface Matter {
  readonly subjectType: string;
  readonly subjectId: string;
}

interface Props {
  readonly matters: readonly Matter[];
  readonly close: () => void;
  readonly done: () => void;
}

/** Urges whoever is waited for in these matters, each matter by a step of its own. */
export function UrgeDialog({ matters, close, done }: Props) {
  useFocusBack();
  const { t } = useTranslation();
  const { message } = useTelling();
  const [note, setNote] = useState(t("web.urge.suggested"));
  const send = useMutation({
    async mutationFn() {
      const faults: unknown[] = [];
      for (const matter of matters) await urge(matter, note).catch((fault) => faults.push(fault));
      return faults;
    },
    onSuccess(faults) {
      const [first] = faults;
      const reason = first instanceof ProblemError ? first.problem.detail || t("web.offline") : "";
      const [sent, failed] = [matters.length - faults.length, faults.length];
      if (failed > 0) message.warning(t("web.urge.partly", { sent, failed, reason }), 6);
      else message.success(t("web.urge.sent", { count: sent }));
      close();
      done();
    },
  });
  return (
    <Modal
      open
      title={t("web.urge.selected", { count: matters.length })}
      onCancel={close}
      onOk={() => send.mutate()}
      okButtonProps={{ disabled: note.trim().length < 2, loading: send.isPending }}
      okText={t("web.urge.urge")}
      cancelText={t("web.cancel")}
    >
      <p className="muted">{t("web.urge.help")}</p>
      <Input.TextArea
        aria-label={t("web.urge.note")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
      />
    </Modal>
  );
}

function urge({ subjectType, subjectId }: Matter, note: string): Promise<unknown> {
  const request = { params: { path: { id: subjectId } }, body: { note }, headers: { "idempotency-key": idempotencyKey() } };
  return subjectType === "opinion"
    ? call(api.POST("/api/opinions/{id}/urgings", request))
    : call(api.POST("/api/suggestions/{id}/urgings", request));
}
