import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { chosenColumns } from "./chosen-columns.ts";
import type { CollectionSpec } from "./collection.ts";
import type { Kept } from "./collection-api.ts";
import { CollectionForm } from "./collection-form.tsx";
import { CollectionTree } from "./collection-tree.tsx";
import { CollectionCards, CollectionTable } from "./collection-view.tsx";
import { ColumnButton } from "./column-button.tsx";
import { useCursorList } from "./cursor-list.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { ListBody } from "./list-body.tsx";
import { useListSettings, useOpened } from "./list-settings.ts";
import { listOf } from "./list-spec.ts";
import { useNarrowed } from "./narrowed.ts";
import { PageHead } from "./page-head.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { useWide } from "./wide.ts";

/** The page of a plain list: find, look, add, change. */
export function CollectionPage<Thing extends Kept>({ spec }: { spec: CollectionSpec<Thing> }) {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const [narrowed] = useNarrowed();
  const [editing, setEditing] = useState<Thing | "new">();
  const parentOf = Object.keys(narrowed).length === 0 ? spec.parentOf : undefined;
  const name = listOf(spec);
  const opened = useOpened(name);
  const list = useCursorList<Thing>(spec.path, narrowed, opened && parentOf === undefined);
  const columns = spec.columns.map((column, at) => ({ ...column, fixed: at === 0, label: t(`${spec.words}.field.${column.name}`) }));
  const kept = useListSettings(name).data?.columns ?? null;
  // Whoever chose columns sees all of them, however little room there is.
  const chosen = kept === null ? columns : chosenColumns(columns, kept).map((column) => ({ ...column, minor: false }));
  const seen = { ...spec, columns: wide ? chosen : columns };
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
            {spec.filters || spec.search ? <SavedFilters list={name} /> : null}
            {wide ? <ColumnButton list={name} columns={columns} /> : null}
            <ExportButton path={spec.path} query={narrowed} shown={[...new Set(chosen.flatMap(({ name, taken = [name] }) => taken))]} />
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
        <CollectionTree spec={seen} parentOf={parentOf} {...edit} />
      ) : (
        <ListBody list={list}>{(things) => <View spec={seen} things={things} {...edit} />}</ListBody>
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
