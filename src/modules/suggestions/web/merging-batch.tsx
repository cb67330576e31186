import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { useInTurn } from "../../../web/ui/in-turn.ts";
import { OutcomeMark } from "../../../web/ui/outcome-mark.tsx";
import { perform } from "./api.ts";
import type { Member } from "./merging-member.tsx";

interface Props {
  readonly stays: Member;
  readonly going: readonly Member[];
  readonly finished: (done: readonly string[]) => void;
  readonly close: () => void;
}

/** Asks once more, then merges one after the other and says what became of each. */
export function MergingBatch({ stays, going, finished, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  const [shown] = useState(going);
  const { run, running, outcomes } = useInTurn<Member>(({ id }) => perform(id, "merge", { otherId: stays.id, note: note.trim() || null }));
  const over = outcomes.size > 0 && !running;
  const done = [...outcomes].filter(([, one]) => one.done).map(([id]) => id);
  const send = async () => {
    const all = await run(shown);
    finished([...all].filter(([, one]) => one.done).map(([id]) => id));
  };
  // The list of those alike is read anew when the window closes: until then it says what became of each.
  const leave = () => {
    if (outcomes.size > 0) for (const key of ["suggestions", "suggestion"]) void queries.invalidateQueries({ queryKey: [key] });
    close();
  };
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      {over ? null : (
        <Button onClick={leave} disabled={running}>
          {t("web.cancel")}
        </Button>
      )}
      {over ? (
        <Button type="primary" onClick={leave} data-close>
          {t("suggestion.board.close")}
        </Button>
      ) : (
        <Button type="primary" danger loading={running} onClick={() => void send()} data-confirm>
          {t("suggestion.merging.merge", { count: shown.length })}
        </Button>
      )}
    </div>
  );
  const name = (one: Member) => [one.label, one.title].filter(Boolean).join(" ");
  return (
    <Dialog title={t("suggestion.merging.title")} footer={buttons} close={running ? () => {} : leave}>
      <p className="muted" style={{ marginTop: 0 }}>
        {over ? t("suggestion.merging.result", { done: done.length, refused: outcomes.size - done.length }) : t("suggestion.help.merge")}
      </p>
      <p>
        {t("suggestion.merging.into")} <strong>{name(stays)}</strong>
      </p>
      <ul className="board-going" aria-live="polite">
        {shown.map((one) => (
          <li key={one.id}>
            <OutcomeMark outcome={outcomes.get(one.id)} running={running && shown[outcomes.size]?.id === one.id} />
            <div>
              {name(one)} <span className="muted">{one.lead}</span>
              {outcomes.get(one.id)?.reason ? <div style={{ color: "#c4281c" }}>{outcomes.get(one.id)?.reason}</div> : null}
            </div>
          </li>
        ))}
      </ul>
      {outcomes.size > 0 || running ? null : (
        <Input.TextArea
          aria-label={t("suggestion.merging.note")}
          placeholder={t("suggestion.merging.note")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
        />
      )}
    </Dialog>
  );
}
