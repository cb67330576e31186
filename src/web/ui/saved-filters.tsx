import { CheckOutlined, PushpinOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceMenu } from "./choice-menu.tsx";
import { FilterName } from "./filter-name.tsx";
import { filtersIn, queryOf, useListSettings } from "./list-settings.ts";
import { useNarrowed } from "./narrowed.ts";
import { useWide } from "./wide.ts";

const FilterForm = lazy(async () => ({ default: (await import("./filter-form.tsx")).FilterForm }));
const ManageFilters = lazy(async () => ({ default: (await import("./manage-filters.tsx")).ManageFilters }));

type Open = "save" | "manage" | undefined;

/** My own filters of a list: choose one, keep the present ones under a name, put them in order. */
export function SavedFilters({ list }: { list: string }) {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, , replace] = useNarrowed();
  const [open, setOpen] = useState<Open>();
  const filters = useListSettings(list).data?.filters ?? [];
  const now = queryOf(narrowed);
  const choices = filters.map((filter) => ({
    key: filter.id,
    icon: queryOf(filtersIn(filter)) === now ? <CheckOutlined /> : <span />,
    label: <FilterName of={filter} />,
    onClick: () => replace(filtersIn(filter)),
  }));
  const none = { key: "none", disabled: true, label: t("web.saved_filter.none") };
  const items = [
    ...(choices.length > 0 ? choices : [none]),
    { type: "divider" as const },
    { key: "save", label: t("web.saved_filter.save"), disabled: now === "", onClick: () => setOpen("save") },
    ...(choices.length > 0 ? [{ key: "manage", label: t("web.saved_filter.manage"), onClick: () => setOpen("manage") }] : []),
  ];
  return (
    <>
      <ChoiceMenu menu={{ items }}>
        <Button icon={<PushpinOutlined />} size={wide ? "middle" : "large"} data-saved-filters>
          {t("web.saved_filter.label")}
        </Button>
      </ChoiceMenu>
      <Suspense>
        {open === "save" ? <FilterForm list={list} query={now} close={() => setOpen(undefined)} /> : null}
        {open === "manage" ? <ManageFilters list={list} filters={filters} close={() => setOpen(undefined)} /> : null}
      </Suspense>
    </>
  );
}
