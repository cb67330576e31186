import { LayoutOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnsProps } from "./columns-props.ts";

const load = () => import("./column-choice.tsx");
const ColumnChoice = lazy(async () => ({ default: (await load()).ColumnChoice }));

/** Which columns a list shows, and in which order: kept for me at every desk. */
export function ColumnButton(props: ColumnsProps) {
  const { t } = useTranslation();
  const [wanted, want] = useState(false);
  const button = (
    <Button icon={<LayoutOutlined />} onClick={() => want(true)} onPointerEnter={() => void load()} data-columns>
      {t("web.columns.label")}
    </Button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ColumnChoice {...props} button={button} />
    </Suspense>
  );
}
