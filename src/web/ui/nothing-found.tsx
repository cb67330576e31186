import { Button, Empty } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  readonly search: string | undefined;
  /** Takes away what narrows the list, where something does. */
  readonly clear: (() => void) | undefined;
  /** What to say of a list that nothing narrows: the key of a sentence. */
  readonly none?: string;
}

/** An empty list, and what to do about it. */
export function NothingFound({ search, clear, none = "web.nothing" }: Props) {
  const { t } = useTranslation();
  const words = search ? t("web.nothing_found", { search }) : t(clear ? "web.nothing_matching" : none);
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
