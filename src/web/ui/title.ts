import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the page in the browser's tab and history, and for those who hear it read. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const name = t("web.name");
  useEffect(() => {
    document.title = title === "" ? name : `${title} - ${name}`;
  }, [title, name]);
}
