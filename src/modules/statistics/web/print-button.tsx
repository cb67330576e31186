import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CursorList } from "../../../web/ui/cursor-list.ts";
import { useWide } from "../../../web/ui/wide.ts";

/** Prints a list whole: what has not been read yet is fetched before. */
export function PrintButton({ list: { more, error } }: { list: Pick<CursorList<unknown>, "more" | "error"> }) {
  const { t } = useTranslation();
  const wide = useWide();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || more?.loading) return;
    if (more && !error) {
      more.load();
      return;
    }
    setWanted(false);
    if (!error) window.print();
  }, [wanted, more, error]);
  return (
    <Button size={wide ? "middle" : "large"} loading={wanted} onClick={() => setWanted(true)} data-print>
      {t("statistics.page.print")}
    </Button>
  );
}
