import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import type { CollectionSpec } from "./collection.ts";
import type { Kept } from "./collection-api.ts";
import { CollectionForm } from "./collection-form.tsx";
import { CollectionTree } from "./collection-tree.tsx";
import { CollectionCards, CollectionTable } from "./collection-view.tsx";
import { useCursorList } from "./cursor-list.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar, useNarrowed } from "./filter-bar.tsx";
import { ListBody } from "./list-body.tsx";
import { PageHead } from "./page-head.tsx";
import { useWide } from "./wide.ts";

/** The page of a plain list: find, look, add, change. */
export function CollectionPage<Thing extends Kept>({ spec }: { spec: CollectionSpec<Thing> }) {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const [narrowed] = useNarrowed();
  const [editing, setEditing] = useState<Thing | "new">();
  const parentOf = Object.keys(narrowed).length === 0 ? spec.parentOf : undefined;
  const list = useCursorList<Thing>(spec.path, narrowed, parentOf === undefined);
  const keeper = me.duties.includes(spec.keeper);
  const edit = keeper ? { edit: setEditing } : {};
  const View = wide ? CollectionTable<Thing> : CollectionCards<Thing>;
  return (
    <div className="page">
      <PageHead
        title={t(`${spec.words}.title`)}
        sub={t(`${spec.words}.help`)}
        actions={
          <>
            <ExportButton path={spec.path} query={narrowed} />
            {keeper ? (
              <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"} onClick={() => setEditing("new")} data-add>
                {t(`${spec.words}.add`)}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar words={spec.words} search={spec.search ?? false} filters={spec.filters ?? []} />
      {parentOf ? (
        <CollectionTree spec={spec} parentOf={parentOf} {...edit} />
      ) : (
        <ListBody list={list}>{(things) => <View spec={spec} things={things} {...edit} />}</ListBody>
      )}
      {editing === undefined ? null : (
        <CollectionForm
          spec={spec}
          {...(editing === "new" ? {} : { before: editing })}
          close={() => setEditing(undefined)}
          key={editing === "new" ? "new" : editing.id}
        />
      )}
    </div>
  );
}
