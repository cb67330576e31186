import type { DropdownProps } from "antd";
import type { ReactNode } from "react";

export interface ChoiceMenuProps {
  readonly menu: NonNullable<DropdownProps["menu"]>;
  /** The button that it opens from. */
  readonly children: ReactNode;
}

/** The same box before and after. */
export const place = { display: "inline-flex" } as const;
