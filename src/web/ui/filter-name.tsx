import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { SavedFilter } from "./list-settings.ts";

/** What a kept filter is called, and whether the list opens with it. */
export function FilterName({ of: { name, isDefault } }: { of: SavedFilter }) {
  const { t } = useTranslation();
  return (
    <>
      {name} {isDefault ? <Tag style={{ marginInlineStart: 6 }}>{t("web.saved_filter.default")}</Tag> : null}
    </>
  );
}
