import { Button, Empty, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CursorList } from "./cursor-list.ts";
import { ProblemPage } from "./problem-page.tsx";

interface Props<Thing> {
  readonly list: CursorList<Thing>;
  /** What to show when there is nothing: the key of a sentence, or more than that. */
  readonly empty?: ReactNode;
  readonly children: (things: readonly Thing[]) => ReactNode;
}

/** Whatever a list can be: on its way, out of reach, empty, or there with more to come. */
export function ListBody<Thing>({ list, empty = "web.nothing", children }: Props<Thing>) {
  const { t } = useTranslation();
  if (list.pending) return <ListComing />;
  if (list.error && list.things.length === 0) return <ProblemPage error={list.error} retry={list.retry} />;
  if (list.things.length === 0 && typeof empty !== "string") return empty;
  if (list.things.length === 0) return <Empty description={t(String(empty))} style={{ padding: "48px 0" }} />;
  return (
    <>
      {children(list.things)}
      {list.more ? (
        <Button block style={{ marginTop: 12 }} loading={list.more.loading} onClick={list.more.load}>
          {t("web.load_more")}
        </Button>
      ) : null}
    </>
  );
}

/** Where a list will stand, while it or what draws it is on its way. */
export const ListComing = () => <Skeleton active paragraph={{ rows: 8 }} />;
