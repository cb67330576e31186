import { Dropdown, type DropdownProps, type MenuProps } from "antd";
import { type ReactNode, useRef } from "react";

/** An entry that holds a link is followed from the keyboard too: the kit clicks the entry, not what is in it. */
export const followed: NonNullable<MenuProps["onClick"]> = ({ domEvent }) => {
  if (domEvent.type !== "keydown") return;
  // Otherwise the same key presses whatever the focus goes to.
  domEvent.preventDefault();
  domEvent.currentTarget.querySelector("a")?.click();
};

interface Props {
  readonly menu: NonNullable<DropdownProps["menu"]>;
  /** The button that it opens from. */
  readonly children: ReactNode;
}

/** A menu under a button: opened from the keyboard it can be walked at once, and closing gives focus back to the button. */
export function ChoiceMenu({ menu, children }: Props) {
  const opener = useRef<Element | null>(null);
  const turn = (open: boolean) => {
    if (open) opener.current = document.activeElement;
    else if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const choose: NonNullable<MenuProps["onClick"]> = (chosen) => {
    followed(chosen);
    menu.onClick?.(chosen);
  };
  return (
    <Dropdown menu={{ ...menu, onClick: choose }} trigger={["click"]} autoFocus onOpenChange={turn}>
      {children}
    </Dropdown>
  );
}
