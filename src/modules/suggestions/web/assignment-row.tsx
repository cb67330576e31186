import { Link } from "@tanstack/react-router";
import { Alert, Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import type { Line } from "./api.ts";
import { type Choice, withLead } from "./choice.ts";
import { ChoiceEditor } from "./choice-editor.tsx";
import { useCodes } from "./codes.ts";
import { Precedents } from "./precedents.tsx";

interface Props {
  readonly line: Line;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  readonly selected: boolean;
  readonly select: (on: boolean) => void;
  /** Why it was not assigned, when that was tried. */
  readonly refusal: string | undefined;
}

/** A case on the board: what it is, who could handle it, where it is to go. */
export function AssignmentRow({ line, choice, choose, selected, select, refusal }: Props) {
  const { t } = useTranslation();
  const lead = (unitId: string) => choose({ ...choice, through: "units", units: withLead(choice.units, unitId) });
  return (
    <li className="board-row" data-case={line.id}>
      <Checkbox
        checked={selected}
        onChange={(event) => select(event.target.checked)}
        aria-label={t("suggestion.board.select", { title: line.title })}
      />
      <Matter line={line} />
      <div>
        {line.proposedUnit ? (
          <div className="board-hint">
            <span className="muted">{t("suggestion.board.proposed")}</span>
            <Button size="small" onClick={() => line.proposedUnit && lead(line.proposedUnit.id)}>
              {line.proposedUnit.name}
            </Button>
          </div>
        ) : null}
        <div className="board-hint">
          <span className="muted">{t("suggestion.precedents.label")}</span>
          <Precedents id={line.id} pick={lead} />
        </div>
      </div>
      <div>
        <ChoiceEditor value={choice} onChange={choose} />
        {refusal ? <Alert type="error" showIcon title={refusal} style={{ marginTop: 8 }} /> : null}
      </div>
    </li>
  );
}

function Matter({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const codes = useCodes();
  const field = codes.data?.categories.find((one) => one.code === line.category)?.name ?? line.category;
  return (
    <div style={{ minWidth: 0 }}>
      <Link to="/suggestions/$id" params={{ id: line.id }} style={{ fontWeight: 500 }}>
        {line.title}
      </Link>
      <div className="muted" style={{ fontSize: 14 }}>
        {[
          line.label,
          line.lead.name,
          field,
          line.sessionNo ? t("suggestion.session", { no: line.sessionNo }) : t("suggestion.board.between"),
        ].join(" · ")}
      </div>
      {line.dueOn ? <Lamp dueOn={line.dueOn} today={today} /> : null}
    </div>
  );
}
