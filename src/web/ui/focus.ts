import { useEffect, useState } from "react";

/** Where the content of every page begins. */
export const contentId = "page";

/** Takes the keyboard to the content of the page, past head and menu. */
export const focusContent = (): void => document.getElementById(contentId)?.focus({ preventScroll: true });

/** When a window closes, gives focus back to what opened it; to the content when that has gone with what was done. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement && document.activeElement !== document.body) return;
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
        else focusContent();
      });
    },
    [opener],
  );
}
