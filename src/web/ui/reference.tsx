import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Named, Reference } from "./collection.ts";
import { allAt, collectionAt, type Typed } from "./collection-api.ts";

const fresh = 300_000;

export const wholeKey = ({ path }: Pick<Reference, "path">) => ["whole", path];

/** A whole list, loaded once and shared by every name and picker on the page. */
const useWhole = (of: Reference) =>
  useQuery({ queryKey: wholeKey(of), queryFn: () => allAt<Named>(of.path), staleTime: fresh, enabled: of.whole });

/** The thing behind an identifier; undefined while it is being looked up. */
function useNamed(of: Reference, id: string | null | undefined): Named | undefined {
  const all = useWhole(of);
  const one = useQuery({
    queryKey: ["one", of.path, id],
    queryFn: () => collectionAt<Named>(of.path).get(id ?? ""),
    staleTime: fresh,
    enabled: !of.whole && Boolean(id),
  });
  return of.whole ? all.data?.find((thing) => thing.id === id) : one.data;
}

/** The name of the thing that is referred to. */
export function ReferenceName({ of, id }: { of: Reference; id: string | null | undefined }) {
  const named = useNamed(of, id);
  return id ? (named?.name ?? "…") : <span className="muted">—</span>;
}

interface Props {
  readonly of: Reference;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
  /** What else stands in the form, for a choice that depends on it. */
  readonly typed?: Typed;
}

/** Picks a thing by its name. */
export function ReferencePicker(props: Props) {
  if (!props.of.whole) return <SearchPicker {...props} />;
  return props.of.tree ? <TreePicker {...props} /> : <WholePicker {...props} />;
}

const common = ({ id, disabled, placeholder, label, value, onChange }: Props) => ({
  ...(id ? { id } : {}),
  ...(label ? { "aria-label": label } : {}),
  disabled: disabled ?? false,
  placeholder,
  allowClear: true,
  // The kit shows its placeholder for null only; its types know undefined only.
  value: (value ?? null) as string,
  onChange: (next: string | undefined) => onChange?.(next ?? null),
  style: { width: "100%" },
});

/** What no longer exists is offered only where it already stands. */
const offered = ({ of, value, typed }: Props) => {
  const narrow = (of.within ?? []).filter((name) => typed?.[name]);
  return (thing: Named): boolean =>
    thing.id === value || (!(of.gone && thing[of.gone]) && narrow.every((name) => thing[name] === typed?.[name]));
};

function WholePicker(props: Props) {
  const { t } = useTranslation();
  const all = useWhole(props.of);
  const options = (all.data ?? []).filter(offered(props)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...common(props)}
      showSearch={{ optionFilterProp: "label" }}
      loading={all.isPending}
      options={options}
      notFoundContent={t("web.nothing_matching")}
    />
  );
}

function TreePicker(props: Props) {
  const all = useWhole(props.of);
  const nodes = (all.data ?? [])
    .filter(offered(props))
    .map(({ id, name, ["parentId"]: parent }) => ({ id, pId: parent, value: id, title: name }));
  return (
    <TreeSelect
      {...common(props)}
      treeDataSimpleMode
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={nodes}
      treeDefaultExpandedKeys={nodes.filter((node) => !node.pId).map((node) => node.id)}
      styles={{ popup: { root: { maxHeight: 420, overflow: "auto" } } }}
    />
  );
}

function SearchPicker(props: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const chosen = useNamed(props.of, props.value);
  const found = useQuery({
    queryKey: ["search", props.of.path, search],
    queryFn: () => collectionAt<Named>(props.of.path).list({ search, limit: 30 }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const things = found.data?.items ?? [];
  const all = chosen && !things.some((thing) => thing.id === chosen.id) && search === "" ? [chosen, ...things] : things;
  return (
    <Select
      {...common(props)}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      options={all.map((thing) => ({ value: thing.id, label: thing.name, line: props.of.describe?.(thing) ?? "" }))}
      optionRender={({ label, data }) => (
        <>
          {label} <span className="muted">{data.line}</span>
        </>
      )}
      notFoundContent={t("web.nothing_matching")}
    />
  );
}
