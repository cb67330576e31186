import { PlusOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { chosenColumns } from "./chosen-columns.ts";
import type { ListPage as Portion } from "./collection-api.ts";
import { ColumnButton } from "./column-button.tsx";
import { useCursorList } from "./cursor-list.ts";
import { ExportButton } from "./export-button.tsx";
import { FilterFold } from "./filter-fold.tsx";
import { later } from "./later.ts";
import { ListBody } from "./list-body.tsx";
import { useChoice } from "./list-choice.ts";
import type { FiltersProps } from "./list-filters.tsx";
import { Lines } from "./list-lines.tsx";
import { useListSettings, useOpened } from "./list-settings.ts";
import { columnsOf, type ListSpec, listOf, type Matter } from "./list-spec.ts";
import { useNarrowed } from "./narrowed.ts";
import { NothingFound } from "./nothing-found.tsx";
import { PageHead } from "./page-head.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { useWide } from "./wide.ts";

type Counted<Line> = Portion<Line> & { readonly counts: Readonly<Record<string, number>> | null };

/** The page of a list of matters. What it is narrowed by stands in the address, so that a list can be sent to a colleague. */
export function ListPage<Line extends Matter>({ spec }: { spec: ListSpec<Line> }) {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const name = listOf(spec);
  const opened = useOpened(name);
  const [narrowed, narrow, replace] = useNarrowed();
  const list = useCursorList<Line, Counted<Line>>(spec.path, narrowed, opened);
  const choice = useChoice();
  const clear = Object.keys(narrowed).some((one) => one !== "sort") ? () => replace({}) : undefined;
  const search = narrowed["search"];
  const kept = useListSettings(name).data?.columns ?? null;
  const shown = chosenColumns(columnsOf(spec), kept).map((column) => column.name);
  const labelled = columnsOf(spec).map((column) => ({ ...column, label: t(`${spec.words}.field.${column.name}`) }));
  return (
    <div className="page landscape">
      <PageHead
        title={t(`${spec.words}.page.list`)}
        sub={t(`${spec.words}.page.list_help`)}
        actions={
          <>
            {spec.actions}
            <SavedFilters list={name} />
            {wide ? <ColumnButton list={name} columns={labelled} /> : null}
            <ExportButton path={spec.path} query={narrowed} shown={shown} />
            {spec.begins(me) ? (
              <Link to={`${spec.page}/new`}>
                <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"}>
                  {t(`${spec.words}.page.new`)}
                </Button>
              </Link>
            ) : null}
          </>
        }
      />
      <FilterFold set={Object.keys(narrowed).filter((one) => one !== "sort").length}>
        <Narrowing spec={spec} narrowed={narrowed} narrow={narrow} clear={clear} counts={list.first?.counts ?? {}} />
      </FilterFold>
      {spec.together?.({
        lines: list.things.filter(({ id }) => choice.ids.includes(id)),
        clear: () => choice.choose([]),
        settle: choice.settle,
      })}
      <ListBody list={list} empty={<NothingFound search={search} clear={clear} />}>
        {(lines) => <Lines spec={spec} lines={lines} search={search} {...(spec.together ? { choice } : {})} />}
      </ListBody>
    </div>
  );
}

const useFilters = later(() => import("./list-filters.tsx"));

function Narrowing<Line extends Matter>({ counts, ...shared }: FiltersProps<Line> & { readonly counts: Readonly<Record<string, number>> }) {
  const { ListFilters, StateTabs } = useFilters();
  const { spec, narrowed, narrow } = shared;
  return (
    <>
      <ListFilters {...shared} />
      <StateTabs spec={spec} counts={counts} chosen={narrowed["status"]} choose={(status) => narrow({ status })} />
    </>
  );
}
