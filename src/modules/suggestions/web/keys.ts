import { useEffect } from "react";

/** Single keys of a page, as long as nobody types, a window is open, or a modifier is held. */
export function useKeys(keys: Readonly<Record<string, () => void>>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [role=combobox]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [keys, active]);
}
