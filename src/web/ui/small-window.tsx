import { Popover, type PopoverProps } from "antd";
import { type ReactNode, useEffect, useRef } from "react";

interface Props extends Pick<PopoverProps, "title" | "content" | "placement"> {
  /** The button that it opens from. */
  readonly children: ReactNode;
  /** It is open as it comes, and has the focus. */
  readonly opened?: boolean;
}

/** A small window at a button. It stands beside it in the document too, so that Tab leads in; Escape leads back to the button. */
export function SmallWindow({ children, opened = false, ...shown }: Props) {
  const around = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (opened) around.current?.querySelector("button")?.focus();
  }, [opened]);
  const turn = (open: boolean) => {
    const inside = around.current?.querySelector(".ant-popover")?.contains(document.activeElement);
    if (!open && inside) around.current?.querySelector<HTMLElement>("button")?.focus();
  };
  return (
    <span ref={around} style={{ display: "inline-flex" }}>
      <Popover
        trigger="click"
        {...shown}
        defaultOpen={opened}
        getPopupContainer={() => around.current ?? document.body}
        onOpenChange={turn}
      >
        {children}
      </Popover>
    </span>
  );
}
