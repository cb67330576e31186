import { CheckOutlined, PushpinOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceMenu } from "./choice-menu.tsx";
import type { Field } from "./collection.ts";
import { useConfirmed } from "./confirmed.tsx";
import { Dialog } from "./dialog.tsx";
import { useNarrowed } from "./filter-bar.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { keptFields } from "./kept-fields.tsx";
import { filtersIn, queryOf, type SavedFilter, useFilterKeeping, useListSettings } from "./list-settings.ts";
import { useTelling } from "./telling.tsx";
import { useWide } from "./wide.ts";

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
    label: <Name of={filter} />,
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
      {open === "save" ? <FilterForm list={list} query={now} close={() => setOpen(undefined)} /> : null}
      {open === "manage" ? <Manage list={list} filters={filters} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Name({ of: { name, isDefault } }: { of: SavedFilter }) {
  const { t } = useTranslation();
  return (
    <>
      {name} {isDefault ? <Tag style={{ marginInlineStart: 6 }}>{t("web.saved_filter.default")}</Tag> : null}
    </>
  );
}

const fields: readonly Field[] = [
  { name: "name", kind: "text", max: 40, wide: true },
  { name: "isDefault", kind: "yes_no", wide: true },
];

interface FormProps {
  readonly list: string;
  readonly query: string;
  /** The filter to change; without it, one is kept anew. */
  readonly of?: SavedFilter;
  readonly close: () => void;
}

function FilterForm({ list, query, of, close }: FormProps) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const { save, change } = useFilterKeeping(list);
  return (
    <FormDialog<Field, SavedFilter>
      title={t(of ? "web.saved_filter.change" : "web.saved_filter.save")}
      submit={t("web.save")}
      fields={fields}
      drawing={keptFields("web.saved_filter", fields)}
      {...(of ? { seen: { version: 0, values: { ...of } } } : { initial: { isDefault: false } })}
      keptUnder={`filter.${list}.${of?.id ?? "new"}`}
      send={({ name, isDefault }) => {
        const body = { name: String(name), isDefault: isDefault === true, query };
        return of ? change(of.id, body) : save(body);
      }}
      done={({ name }) => {
        close();
        message.success(t("web.saved_filter.saved", { name }));
      }}
      close={close}
    />
  );
}

interface ManageProps {
  readonly list: string;
  readonly filters: readonly SavedFilter[];
  readonly close: () => void;
}

function Manage({ list, filters, close }: ManageProps) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState<SavedFilter>();
  const remove = useRemoval(list);
  return (
    <Dialog title={t("web.saved_filter.manage")} footer={<Button onClick={close}>{t("web.close")}</Button>} close={close} width={560}>
      {filters.length === 0 ? <p className="muted">{t("web.saved_filter.none")}</p> : null}
      {filters.map((filter) => (
        <div key={filter.id} style={{ display: "flex", alignItems: "center", gap: 8, minHeight: 44 }}>
          <span style={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}>
            <Name of={filter} />
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
        message.success({ key, duration: 10, content: [t("web.saved_filter.removed", filter), undo] });
      },
    });
}
