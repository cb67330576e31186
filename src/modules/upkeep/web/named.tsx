import { Tag } from "antd";
import { useTranslation } from "react-i18next";

/** A task by the name people know, with its own beside it for whoever maintains the house. */
export function Named({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const key = `upkeep.name.${name}`;
  return (
    <div style={{ minWidth: 0 }}>
      {i18n.exists(key) ? t(key) : name}
      <div className="muted" style={{ fontSize: 13, overflowWrap: "anywhere" }}>
        {name}
      </div>
    </div>
  );
}

/** Fine, or how often it has failed. */
export function Lot({ failures }: { failures: number }) {
  const { t } = useTranslation();
  return failures > 0 ? <Tag color="red">{t("upkeep.failed", { count: failures })}</Tag> : <Tag color="green">{t("upkeep.ok")}</Tag>;
}
