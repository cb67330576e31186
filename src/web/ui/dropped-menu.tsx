import { Dropdown, type MenuProps } from "antd";
import { useRef, useState } from "react";
import { type ChoiceMenuProps, place } from "./choice-menu-props.ts";
import { followed } from "./followed.ts";

/** The menu itself, open as it comes: it can be walked at once by keyboard, and closing gives focus back to the button. */
export function DroppedMenu({ menu, children }: ChoiceMenuProps) {
  const around = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(true);
  const turn = (next: boolean) => {
    setOpen(next);
    if (!next) around.current?.querySelector("button")?.focus();
  };
  const choose: NonNullable<MenuProps["onClick"]> = (chosen) => {
    followed(chosen);
    menu.onClick?.(chosen);
  };
  return (
    <span ref={around} style={place}>
      <Dropdown menu={{ ...menu, onClick: choose }} open={open} trigger={["click"]} autoFocus onOpenChange={turn}>
        {children}
      </Dropdown>
    </span>
  );
}
