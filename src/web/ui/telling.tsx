import { type ComponentType, createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import type { Kit } from "./kit.ts";

type Said = "success" | "info" | "warning" | "error";

/** Says a few words that pass, or asks before something is done. */
export interface Telling {
  readonly message: { readonly [kind in Said]: (...words: Parameters<Kit["message"][kind]>) => void };
  readonly modal: { readonly confirm: (question: Parameters<Kit["modal"]["confirm"]>[0]) => void };
}

const TellingContext = createContext<Telling | undefined>(undefined);

/** How any part of the client says something in passing, or asks. */
export function useTelling(): Telling {
  const telling = use(TellingContext);
  if (!telling) throw new Error("nothing can be told outside of the client");
  return telling;
}

/**
 * Around every page. What shows the words is heavy and a first view says none, so it comes with the reader's first touch or
 * key: before anything can be told, and while there is still a connection whose loss might have to be told.
 */
export function TellingRound({ children }: { children: ReactNode }) {
  const [Holder, setHolder] = useState<ComponentType<{ ready: (kit: Kit) => void }>>();
  const { telling, fetched, ready } = useMemo(() => {
    const fetched = () => void import("./telling-holder.tsx").then((holder) => setHolder(() => holder.TellingHolder), noConnection);
    return { fetched, ...waiting(fetched) };
  }, []);
  useEffect(() => {
    const once = { once: true, capture: true };
    addEventListener("pointerdown", fetched, once);
    addEventListener("keydown", fetched, once);
    return () => {
      removeEventListener("pointerdown", fetched, once);
      removeEventListener("keydown", fetched, once);
    };
  }, [fetched]);
  return (
    <TellingContext value={telling}>
      {children}
      {Holder ? <Holder ready={ready} /> : null}
    </TellingContext>
  );
}

/** Whatever is told is fetched for again. */
const noConnection = (): void => undefined;

/** What is told before the kit is there waits for it. */
function waiting(fetched: () => void): { readonly telling: Telling; readonly ready: (kit: Kit) => void } {
  let ready: (kit: Kit) => void = () => undefined;
  const kit = new Promise<Kit>((resolve) => {
    ready = resolve;
  });
  const tell = (say: (kit: Kit) => unknown): void => {
    fetched();
    void kit.then(say);
  };
  const telling: Telling = {
    message: {
      success: (...words) => tell(({ message }) => message.success(...words)),
      info: (...words) => tell(({ message }) => message.info(...words)),
      error: (...words) => tell(({ message }) => message.error(...words)),
      warning: (...words) => tell(({ message }) => message.warning(...words)),
    },
    modal: { confirm: (question) => tell(({ modal }) => modal.confirm(question)) },
  };
  return { telling, ready: (kit) => ready(kit) };
}
