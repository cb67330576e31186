import { FilterOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWide } from "./wide.ts";

interface Props {
  /** How many of the filters are set. */
  readonly set: number;
  readonly children: ReactNode;
}

/**
 * What narrows a list: in view at a desk; on a phone, where it would push the list off the screen, behind a button, unless
 * the list is narrowed as the page opens.
 */
export function FilterFold({ set, children }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const [open, setOpen] = useState(set > 0);
  const filters = <Suspense fallback={<FiltersComing />}>{children}</Suspense>;
  if (wide) return filters;
  return (
    <>
      <Button
        icon={<FilterOutlined />}
        size="large"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        style={{ marginBottom: 12 }}
        data-filters
      >
        {set > 0 ? t("web.filters_set", { count: set }) : t("web.filters")}
      </Button>
      {open ? filters : null}
    </>
  );
}

/** As high as the filters that will stand here. */
export const FiltersComing = () => (
  <div className="filters">
    <Skeleton.Input active />
  </div>
);
