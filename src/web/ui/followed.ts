import type { MenuProps } from "antd";

/** An entry that holds a link is followed from the keyboard too: the kit clicks the entry, not what is in it. */
export const followed: NonNullable<MenuProps["onClick"]> = ({ domEvent }) => {
  if (domEvent.type !== "keydown") return;
  // Otherwise the same key presses whatever the focus goes to.
  domEvent.preventDefault();
  domEvent.currentTarget.querySelector("a")?.click();
};
