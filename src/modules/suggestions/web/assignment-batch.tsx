import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { type Outcomes, useInTurn } from "../../../web/ui/in-turn.ts";
import { OutcomeMark } from "../../../web/ui/outcome-mark.tsx";
import { type Line, perform } from "./api.ts";
import { assignmentOf, type Choice, isChosen } from "./choice.ts";
import { useUnits } from "./units.ts";

/** A case and where it is to go. */
export interface Going {
  readonly id: string;
  readonly line: Line;
  readonly choice: Choice;
}

interface Props {
  readonly going: readonly Going[];
  readonly finished: (outcomes: Outcomes) => void;
  readonly close: () => void;
}

/** Shows once more what will go where, then assigns one case after the other and says what became of each. */
export function AssignmentBatch({ going, finished, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  // What is sent is what was shown when the window opened.
  const [shown] = useState(going);
  const ready = shown.filter(({ choice }) => isChosen(choice));
  const { run, running, outcomes } = useInTurn<Going>(({ id, choice }) => perform(id, "assign", assignmentOf(choice, note)));
  const over = outcomes.size > 0 && !running;
  const send = async () => {
    const all = await run(ready);
    finished(all);
    void queries.invalidateQueries({ queryKey: ["suggestions"] });
    void queries.invalidateQueries({ queryKey: ["suggestion"] });
  };
  const done = [...outcomes.values()].filter((one) => one.done).length;
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      {over ? null : (
        <Button onClick={close} disabled={running}>
          {t("web.cancel")}
        </Button>
      )}
      {over ? (
        <Button type="primary" onClick={close} data-close>
          {t("suggestion.board.close")}
        </Button>
      ) : (
        <Button type="primary" onClick={() => void send()} loading={running} disabled={ready.length === 0} data-confirm>
          {t("suggestion.board.assign", { count: ready.length })}
        </Button>
      )}
    </div>
  );
  return (
    <Dialog title={t("suggestion.board.confirm")} footer={buttons} close={running ? () => {} : close} width={860}>
      <p className="muted" style={{ marginTop: 0 }}>
        {over ? t("suggestion.board.result", { done, refused: outcomes.size - done }) : t("suggestion.board.confirm_help")}
      </p>
      {running || over ? <Progress percent={Math.round((100 * outcomes.size) / Math.max(1, ready.length))} showInfo={false} /> : null}
      <ul className="board-going" aria-live="polite">
        {shown.map(({ id, line, choice }) => (
          <li key={id}>
            <OutcomeMark outcome={outcomes.get(id)} running={running && ready[outcomes.size]?.id === id} />
            <div>
              <div>{[line.label, line.title].filter(Boolean).join(" ")}</div>
              <Where choice={choice} />
              {outcomes.get(id)?.reason ? <div style={{ color: "#c4281c" }}>{outcomes.get(id)?.reason}</div> : null}
            </div>
          </li>
        ))}
      </ul>
      {outcomes.size > 0 || running ? null : (
        <Input.TextArea
          aria-label={t("suggestion.label.assign.note")}
          placeholder={t("suggestion.label.assign.note")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
        />
      )}
    </Dialog>
  );
}

/** Where a case is to go, in words. */
function Where({ choice }: { choice: Choice }) {
  const { t } = useTranslation();
  const names = new Map([...useUnits(), ...useUnits(["government_office"])].map(({ value, label }) => [value, label]));
  if (!isChosen(choice)) return <div style={{ color: "#9c5800" }}>{t("suggestion.board.not_chosen")}</div>;
  const name = (id: string | null) => (id ? (names.get(id) ?? "") : "");
  const units = choice.units.map(({ role, unitId }) =>
    t("suggestion.said.unit", { role: t(`suggestion.role.${role}`), name: name(unitId) }),
  );
  return <div className="muted">→ {choice.through === "government" ? name(choice.viaId) : units.join("；")}</div>;
}
