import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Entries, type EntriesProps } from "./menu.tsx";

/** The menu on a phone: a sheet from the side, there when it is first asked for. */
export function MenuSheet({ open, ...menu }: EntriesProps & { readonly open: boolean }) {
  const { t } = useTranslation();
  return (
    <Drawer open={open} onClose={menu.chosen} placement="left" size={280} title={t("web.name")} styles={{ body: { padding: 8 } }}>
      <Entries {...menu} />
    </Drawer>
  );
}
