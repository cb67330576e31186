import { lazy, Suspense, useState } from "react";
import { type ChoiceMenuProps, place } from "./choice-menu-props.ts";

const load = () => import("./dropped-menu.tsx");
const DroppedMenu = lazy(async () => ({ default: (await load()).DroppedMenu }));

/** A menu under a button. What draws it comes when the button is first pressed, and opens then. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const [wanted, want] = useState(false);
  const button = (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the button inside is pressed, by key too
    <span style={place} onClick={() => want(true)} onPointerEnter={() => void load()}>
      {props.children}
    </span>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <DroppedMenu {...props} />
    </Suspense>
  );
}
