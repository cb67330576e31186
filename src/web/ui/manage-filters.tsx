import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfirmed } from "./confirmed.tsx";
import { Dialog } from "./dialog.tsx";
import { FilterForm } from "./filter-form.tsx";
import { FilterName } from "./filter-name.tsx";
import { type SavedFilter, useFilterKeeping } from "./list-settings.ts";
import { useTelling } from "./telling.tsx";

interface Props {
  readonly list: string;
  readonly filters: readonly SavedFilter[];
  readonly close: () => void;
}

/** My filters of a list: to be renamed, or given up. */
export function ManageFilters({ list, filters, close }: Props) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<SavedFilter>();
  const remove = useRemoval(list);
  return (
    <Dialog title={t("web.saved_filter.manage")} footer={<Button onClick={close}>{t("web.close")}</Button>} close={close} width={560}>
      {filters.length === 0 ? <p className="muted">{t("web.saved_filter.none")}</p> : null}
      {filters.map((filter) => (
        <div key={filter.id} style={{ display: "flex", alignItems: "center", gap: 8, minHeight: 44 }}>
          <span style={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
            <FilterName of={filter} />
          </span>
          <Button type="link" onClick={() => setChanging(filter)} aria-label={`${t("web.edit")} ${filter.name}`}>
            {t("web.edit")}
          </Button>
          <Button type="link" danger onClick={() => remove(filter)} aria-label={`${t("web.remove")} ${filter.name}`}>
            {t("web.remove")}
          </Button>
        </div>
      ))}
      {changing ? <FilterForm list={list} query={changing.query} of={changing} close={() => setChanging(undefined)} /> : null}
    </Dialog>
  );
}

/** Removes after asking, and offers to take it back. */
function useRemoval(list: string): (filter: SavedFilter) => void {
  const { t } = useTranslation();
  const { message } = useTelling();
  const confirmed = useConfirmed();
  const { save, remove } = useFilterKeeping(list);
  return ({ id, ...filter }) =>
    confirmed({
      title: t("web.saved_filter.remove_ask", filter),
      text: t("web.saved_filter.remove_text"),
      yes: t("web.remove"),
      danger: true,
      act: async () => {
        await remove(id);
        const key = `removed ${id}`;
        const restore = () =>
          save(filter).then(
            () => message.success({ key, content: t("web.saved_filter.restored", filter) }),
            () => message.error({ key, content: t("web.offline") }),
          );
        const undo = (
          <Button type="link" size="small" onClick={() => void restore()} data-undo>
            {t("web.undo")}
          </Button>
        );
        message.success({ key, duration: 30, content: [t("web.saved_filter.removed", filter), undo] });
      },
    });
}
