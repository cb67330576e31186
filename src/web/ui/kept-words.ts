import { useEffect } from "react";

/** What was typed is kept in this browser until it has been sent, whatever happens in between. */
export function readKept<Values>(key: string): Partial<Values> | undefined {
  const text = localStorage.getItem(`lianxin.words.${key}`);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Partial<Values>;
  } catch {
    return undefined;
  }
}

export function keep(key: string, values: object): void {
  localStorage.setItem(`lianxin.words.${key}`, JSON.stringify(values));
}

export function forget(key: string): void {
  localStorage.removeItem(`lianxin.words.${key}`);
}

/** Signing out on a shared machine takes the unsent words along. */
export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith("lianxin.words.")) localStorage.removeItem(key);
}

/** Warns before a page with unsent words is left by closing it. */
export function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [active]);
}
