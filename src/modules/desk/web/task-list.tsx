import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, call } from "../../../web/api/client.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { taskKey } from "./api.ts";
import { type Chosen, Kinds } from "./kinds.tsx";
import { TaskCards } from "./task-cards.tsx";
import { TaskTable } from "./task-table.tsx";
import { UrgeBar } from "./urge-bar.tsx";

/** What waits on one side, the nearest due day first; what can be urged can be chosen. */
export function TaskList({ side }: { side: "mine" | "others" }) {
  const wide = useWide();
  const [chosen, choose] = useState<Chosen>({});
  const [selected, select] = useState<readonly string[]>([]);
  const list = useInfiniteQuery({
    queryKey: [...taskKey, side, chosen],
    queryFn: ({ pageParam }) =>
      call(api.GET("/api/tasks", { params: { query: { side, ...chosen, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = {
    things: tasks,
    pending: list.isPending,
    error: list.error,
    retry: () => void list.refetch(),
    ...(list.hasNextPage ? { more: { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } } : {}),
  };
  const selection = side === "others" ? { selected, select } : undefined;
  return (
    <>
      <Kinds kinds={list.data?.pages[0]?.kinds ?? []} chosen={chosen} choose={choose} />
      {selection ? <UrgeBar tasks={tasks} {...selection} /> : null}
      <ListBody list={shown} empty={`desk.empty.${side}`}>
        {() => (wide ? <TaskTable tasks={tasks} side={side} selection={selection} /> : <TaskCards tasks={tasks} selection={selection} />)}
      </ListBody>
    </>
  );
}
