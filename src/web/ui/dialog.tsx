import { Drawer, Modal } from "antd";
import type { ReactNode } from "react";
import { useFocusBack } from "./focus.ts";
import { useWide } from "./wide.ts";

interface Props {
  readonly title: ReactNode;
  readonly footer: ReactNode;
  readonly close: () => void;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A window over the page at a desk, a sheet from below on a phone. A stray click does not close it; Escape does. */
export function Dialog({ title, footer, close, width = 720, children }: Props) {
  useFocusBack();
  if (useWide())
    return (
      <Modal open title={title} footer={footer} onCancel={close} width={width} mask={{ closable: false }}>
        {children}
      </Modal>
    );
  return (
    <Drawer open title={title} footer={footer} onClose={close} placement="bottom" size="92%" mask={{ closable: false }}>
      {children}
    </Drawer>
  );
}
