import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { pageOf, type SubjectType } from "./api.ts";

/** What I did, the latest first. */
export function DoneList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ["done-tasks"],
    queryFn: ({ pageParam }) =>
      call(api.GET("/api/done-tasks", { params: { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const done = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = {
    things: done,
    pending: list.isPending,
    error: list.error,
    retry: () => void list.refetch(),
    ...(list.hasNextPage ? { more: { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } } : {}),
  };
  return (
    <ListBody list={shown} empty="desk.empty.done">
      {(all) =>
        all.map((one) => (
          <Link key={one.id} className="line-card" to={pageOf[one.subjectType as SubjectType]} params={{ id: one.subjectId }}>
            <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
              <strong>{t(`${one.subjectType}.verb.${one.verb}`)}</strong>
              <span className="muted">{momentText(one.at)}</span>
            </div>
            <div className="title">{one.title}</div>
            <div className="meta">
              <span>{t(`desk.subject.${one.subjectType}`)}</span>
              {one.label ? <span>{one.label}</span> : null}
              <span>{t(`${one.subjectType}.status.${one.status}`)}</span>
            </div>
          </Link>
        ))
      }
    </ListBody>
  );
}
