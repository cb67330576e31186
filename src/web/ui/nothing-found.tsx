import { Button, Empty } from "antd";
import { useTranslation } from "react-i18next";

/** An empty list, and what to do about it: `clear` takes away what narrows it, where something does. */
export function NothingFound({ search, clear }: { search: string | undefined; clear: (() => void) | undefined }) {
  const { t } = useTranslation();
  const words = search ? t("web.nothing_found", { search }) : t(clear ? "web.nothing_matching" : "web.nothing");
  return (
    <Empty
      description={
        <>
          <div>{words}</div>
          {clear ? <div className="muted">{t("web.nothing_found_help")}</div> : null}
        </>
      }
      style={{ padding: "48px 0" }}
    >
      {clear ? <Button onClick={clear}>{t("web.clear_filters")}</Button> : null}
    </Empty>
  );
}
