import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Progress } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { type Outcomes, useInTurn } from "../../../web/ui/in-turn.ts";
import { forget, keep, readKept } from "../../../web/ui/kept-words.ts";
import { OutcomeMark } from "../../../web/ui/outcome-mark.tsx";
import { verbFields } from "../../../web/ui/verb-field.tsx";
import type { TogetherVerb } from "../together.ts";
import { type Line, perform } from "./api.ts";
import { unitControl } from "./pickers.tsx";
import { opinionForms } from "./verb-forms.ts";

interface Props {
  readonly verb: TogetherVerb;
  readonly lines: readonly Line[];
  readonly settle: (outcomes: Outcomes) => void;
  readonly close: () => void;
}

/** Fills in the form of a verb once, performs it on one opinion after the other, and says what became of each. */
export function TogetherDialog({ verb, lines, settle, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const typed: Typed = Form.useWatch([], form) ?? {};
  // What is sent is what was shown when the window opened.
  const [shown] = useState(lines);
  const keptUnder = `opinion.together.${verb}`;
  // A photo belongs to one matter.
  const fields = (opinionForms[verb]?.fields ?? []).filter((field) => field.kind !== "files");
  const drawing = verbFields({ words: "opinion", verb, fields, own: unitControl });
  const { run, running, outcomes } = useInTurn<Line>(({ id }) => perform(id, verb, drawing.body(form.getFieldsValue(true))));
  useEffect(() => form.setFieldsValue(readKept<Typed>(keptUnder) ?? {}), [form, keptUnder]);
  const send = async () => {
    const all = await run(shown);
    if ([...all.values()].every((one) => one.done)) forget(keptUnder);
    settle(all);
    void queries.invalidateQueries({ queryKey: listsAt("/api/opinions") });
    void queries.invalidateQueries({ queryKey: ["opinion"] });
  };
  const over = outcomes.size > 0 && !running;
  const done = [...outcomes.values()].filter((one) => one.done).length;
  const name = `${t(`opinion.verb.${verb}`)} ${shown.length}`;
  const buttons = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      {over ? null : (
        <Button onClick={close} disabled={running}>
          {t("web.cancel")}
        </Button>
      )}
      <Button
        type="primary"
        loading={running}
        onClick={over ? close : () => form.submit()}
        {...(over ? { "data-close": "" } : { "data-confirm": "" })}
      >
        {over ? t("web.together.close") : name}
      </Button>
    </div>
  );
  const result = t(done === outcomes.size ? "web.together.all_done" : "web.together.result", { done, refused: outcomes.size - done });
  return (
    <Dialog title={name} footer={buttons} close={running ? () => {} : close}>
      <p className="muted" style={{ marginTop: 0 }}>
        {over ? (
          result
        ) : (
          <>
            {t(`opinion.help.${verb}`)}
            <br />
            {t("web.together.help")}
          </>
        )}
      </p>
      <Form
        form={form}
        name="dialog"
        layout="vertical"
        hidden={over || running}
        onFinish={() => void send()}
        onValuesChange={() => keep(keptUnder, form.getFieldsValue())}
      >
        {fields.map((field) => (
          <div key={field.name}>{drawing.draw(field, { typed, changing: false })}</div>
        ))}
      </Form>
      {running || over ? <Progress percent={Math.round((100 * outcomes.size) / Math.max(1, shown.length))} showInfo={false} /> : null}
      <ul className="board-going" aria-live="polite">
        {shown.map((line, at) => (
          <li key={line.id}>
            <OutcomeMark outcome={outcomes.get(line.id)} running={running && outcomes.size === at} />
            <div>
              <div>{[line.label, line.title].filter(Boolean).join(" ")}</div>
              <div className="muted">{[line.areaName, t(`opinion.status.${line.status}`)].join(" · ")}</div>
              {outcomes.get(line.id)?.reason ? <div style={{ color: "#c4281c" }}>{outcomes.get(line.id)?.reason}</div> : null}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
