import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Filter, ViewSpec } from "./collection.ts";
import { CollectionCards, CollectionTable } from "./collection-view.tsx";
import { useCursorList } from "./cursor-list.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FilterFold } from "./filter-fold.tsx";
import { ListBody } from "./list-body.tsx";
import { useNarrowed } from "./narrowed.ts";
import { NothingFound } from "./nothing-found.tsx";
import { PageHead } from "./page-head.tsx";
import { useWide } from "./wide.ts";

/** A list whose lines come by themselves or by an act of their own, and are never edited: everything that differs from one to the next. */
export interface PlainSpec<Line> extends Omit<ViewSpec<Line>, "fields" | "open"> {
  /** Where it is read: `/api/api-keys`. The catalogue also has `.title`, `.help`, `.search`, `.sort.…` and `.none`. */
  readonly path: string;
  readonly filters: readonly Filter[];
  /** Orders to choose from, the usual one first. */
  readonly sorts: readonly string[];
}

interface Props<Line> {
  readonly spec: PlainSpec<Line>;
  /** What the page offers beside its title. */
  readonly actions?: ReactNode;
  /** What is told above the list, such as something that is shown only once. */
  readonly above?: ReactNode;
}

/** The page of a list that is looked through: found, narrowed, sorted, and taken out as a sheet. */
export function PlainList<Line extends { readonly id: string }>({ spec, actions, above }: Props<Line>) {
  const { t } = useTranslation();
  const wide = useWide();
  const { words, path, filters, sorts } = spec;
  const [narrowed, , replace] = useNarrowed();
  const list = useCursorList<Line>(path, narrowed);
  const set = Object.keys(narrowed).filter((name) => name !== "sort").length;
  const columns = spec.columns.map((column, at) => ({ ...column, fixed: at === 0 }));
  const View = wide ? CollectionTable<Line> : CollectionCards<Line>;
  return (
    <div className="page">
      <PageHead
        title={t(`${words}.title`)}
        sub={t(`${words}.help`)}
        actions={
          <>
            <ExportButton path={path} query={narrowed} />
            {actions}
          </>
        }
      />
      {above}
      <FilterFold set={set}>
        <FilterBar words={words} search filters={filters} sorts={sorts} />
      </FilterFold>
      <ListBody
        list={list}
        empty={<NothingFound search={narrowed["search"]} clear={set > 0 ? () => replace({}) : undefined} none={`${words}.none`} />}
      >
        {(things) => <View spec={{ words, columns, fields: [] }} things={things} />}
      </ListBody>
    </div>
  );
}
