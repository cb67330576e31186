import { lazy, Suspense, useState } from "react";
import { api, call } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { FilterFold, FiltersComing } from "../../../web/ui/filter-fold.tsx";
import { ListBody, ListComing } from "../../../web/ui/list-body.tsx";
import { type Narrowed, useClearing, useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { taskKey } from "./api.ts";
import type { Chosen } from "./kinds.tsx";
import { TaskCards } from "./task-cards.tsx";
import { UrgeBar } from "./urge-bar.tsx";

const Kinds = lazy(async () => ({ default: (await import("./kinds.tsx")).Kinds }));
const TaskTable = lazy(async () => ({ default: (await import("./task-table.tsx")).TaskTable }));

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
  const kinds = list.first?.kinds ?? [];
  const selection = side === "others" ? { selected, select } : undefined;
  return (
    <>
      {kinds.length > 0 || list.pending ? (
        <FilterFold set={Object.keys(chosen).length - (chosen.verb ? 1 : 0)}>
          {list.pending ? <FiltersComing /> : <Kinds kinds={kinds} chosen={chosen} choose={choose} />}
        </FilterFold>
      ) : null}
      {selection ? <UrgeBar tasks={tasks} {...selection} /> : null}
      <ListBody list={list} empty={<NothingFound search={chosen.search} clear={clear} none={`desk.empty.${side}`} />}>
        {() =>
          wide ? (
            <Suspense fallback={<ListComing />}>
              <TaskTable tasks={tasks} side={side} selection={selection} />
            </Suspense>
          ) : (
            <TaskCards tasks={tasks} selection={selection} />
          )
        }
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
