import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import type { Outcomes } from "../../../web/ui/in-turn.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useClearing, useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import type { Line } from "./api.ts";
import { AssignmentBatch } from "./assignment-batch.tsx";
import { AssignmentFilters, type Filters } from "./assignment-filters.tsx";
import { AssignmentRow } from "./assignment-row.tsx";
import type { Choice } from "./choice.ts";
import { ChoiceEditor } from "./choice-editor.tsx";
import { useChoices } from "./choices.ts";
import { useCodes } from "./codes.ts";

/** The assignment board: what awaits assignment, with hints from the past, assigned one by one or after a session all at once. */
export function Page() {
  const { t } = useTranslation();
  const [{ group, id, search, congressId, sessionId, category }] = useNarrowed();
  const given = Object.entries({ search, congressId, sessionId, category }).filter(([, value]) => value !== undefined);
  const filters = Object.fromEntries(given) as Filters;
  const list = usePages(["suggestions", "board", filters], (cursor) =>
    call(
      api.GET("/api/suggestions", {
        params: { query: { ...filters, reviewing: "true", status: "accepted", sort: "due", limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const total = list.first?.counts?.["accepted"];
  const clear = useClearing(["search", "congressId", "sessionId", "category"]);
  return (
    <div className="page page-wide">
      <PageHead
        title={t("suggestion.board.title")}
        sub={[total ? t("suggestion.board.total", { count: total }) : "", t("suggestion.board.help")].join(" ")}
      />
      <AssignmentFilters />
      <ListBody list={list} empty={<NothingFound search={search} clear={clear} none="suggestion.board.none" />}>
        {(lines) => <Board lines={lines} group={group} wanted={id} />}
      </ListBody>
    </div>
  );
}

interface BoardProps {
  readonly lines: readonly Line[];
  readonly group: string | undefined;
  /** The case that one came for. */
  readonly wanted: string | undefined;
}

function Board({ lines, group, wanted }: BoardProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const [selected, select] = useState<readonly string[]>(wanted ? [wanted] : []);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [open, setOpen] = useState(false);
  const chosen = lines.filter((line) => selected.includes(line.id));
  const finished = (outcomes: Outcomes) => {
    const done = [...outcomes].filter(([, one]) => one.done).map(([id]) => id);
    choices.forget(done);
    setRefusals(Object.fromEntries([...outcomes].filter(([, one]) => !one.done).map(([id, one]) => [id, one.reason])));
    // What was refused stays chosen, with the reason beside it.
    select(selected.filter((id) => !done.includes(id)));
  };
  const turn = (id: string, on: boolean) => select(on ? [...selected, id] : selected.filter((one) => one !== id));
  const all = lines.length > 0 && lines.every((line) => selected.includes(line.id));
  return (
    <>
      <div className="board-bar">
        <Checkbox
          checked={all}
          indeterminate={chosen.length > 0 && !all}
          onChange={(event) => select(event.target.checked ? lines.map((line) => line.id) : [])}
        >
          {t("suggestion.board.select_all")}
        </Checkbox>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setOpen(true)} data-verb="assign">
          {t("suggestion.board.assign", { count: chosen.length })}
        </Button>
        {chosen.length > 1 ? <Together first={choices.of(chosen[0]!)} set={(choice) => choices.choose(selected, choice)} /> : null}
      </div>
      {useGroups(lines, group).map(([name, members]) => (
        <section key={name}>
          {name ? <h2 className="board-group">{`${name} ${members.length}`}</h2> : null}
          <ul className="board">
            {members.map((line) => (
              <AssignmentRow
                key={line.id}
                line={line}
                choice={choices.of(line)}
                choose={(choice) => choices.choose([line.id], choice)}
                selected={selected.includes(line.id)}
                select={(on) => turn(line.id, on)}
                refusal={refusals[line.id]}
              />
            ))}
          </ul>
        </section>
      ))}
      {open ? (
        <AssignmentBatch
          going={chosen.map((line) => ({ id: line.id, line, choice: choices.of(line) }))}
          finished={finished}
          close={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** One choice for everything that is selected. */
function Together({ first, set }: { first: Choice; set: (choice: Choice) => void }) {
  const { t } = useTranslation();
  const [choice, change] = useState<Choice>();
  if (!choice) return <Button onClick={() => change(first)}>{t("suggestion.board.together")}</Button>;
  return (
    <div className="board-together">
      <ChoiceEditor value={choice} onChange={change} />
      <div className="action-bar">
        <Button
          onClick={() => {
            set(choice);
            change(undefined);
          }}
        >
          {t("suggestion.board.apply")}
        </Button>
        <Button type="text" onClick={() => change(undefined)}>
          {t("web.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** The lines under the headings that the reader chose; all under one without a name otherwise. */
function useGroups(lines: readonly Line[], group: string | undefined): readonly (readonly [string, readonly Line[]])[] {
  const { t } = useTranslation();
  const codes = useCodes();
  if (group === undefined) return [["", lines]];
  const session = (line: Line) => (line.sessionNo ? t("suggestion.session", { no: line.sessionNo }) : t("suggestion.board.between"));
  const names: Readonly<Record<string, (line: Line) => string>> = {
    congress: (line) => line.congress.name,
    session: (line) => `${line.congress.name} ${session(line)}`,
    category: (line) => codes.data?.categories.find((one) => one.code === line.category)?.name ?? line.category,
  };
  return [...Map.groupBy(lines, names[group] ?? (() => ""))];
}
