import { useState } from "react";
import { api, call } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { type Narrowed, useClearing, useNarrowed } from "../../../web/ui/filter-bar.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { taskKey } from "./api.ts";
import { type Chosen, Kinds } from "./kinds.tsx";
import { TaskCards } from "./task-cards.tsx";
import { TaskTable } from "./task-table.tsx";
import { UrgeBar } from "./urge-bar.tsx";

/** What waits on one side, the nearest due day first; what can be urged can be chosen. */
export function TaskList({ side }: { side: "mine" | "others" }) {
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const chosen = chosenIn(narrowed);
  const choose = ({ subjectType, verb, overdue, search }: Chosen) => narrow({ subjectType, verb, overdue, search });
  const [selected, select] = useState<readonly string[]>([]);
  const list = usePages([...taskKey, side, chosen], (cursor) =>
    call(api.GET("/api/tasks", { params: { query: { side, ...chosen, limit: 30, ...(cursor ? { cursor } : {}) } } })),
  );
  const clear = useClearing(["subjectType", "verb", "overdue", "search"]);
  const tasks = list.things;
  const selection = side === "others" ? { selected, select } : undefined;
  return (
    <>
      <Kinds kinds={list.first?.kinds ?? []} chosen={chosen} choose={choose} />
      {selection ? <UrgeBar tasks={tasks} {...selection} /> : null}
      <ListBody list={list} empty={<NothingFound search={chosen.search} clear={clear} none={`desk.empty.${side}`} />}>
        {() => (wide ? <TaskTable tasks={tasks} side={side} selection={selection} /> : <TaskCards tasks={tasks} selection={selection} />)}
      </ListBody>
    </>
  );
}

/** What the list is narrowed by: it stands in the address, so that it is still there after a reload or on the way back. */
function chosenIn({ subjectType, verb, overdue, search }: Narrowed): Chosen {
  return {
    ...(subjectType && verb ? { subjectType, verb } : {}),
    ...(overdue === "true" ? { overdue } : {}),
    ...(search ? { search } : {}),
  };
}
