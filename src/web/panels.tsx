import { type ComponentType, createContext, lazy, Suspense, use } from "react";
import type { Panel } from "./page.ts";

/** A panel whose code comes when it is first shown. */
type Shown = Pick<Panel, "beside"> & { readonly Shown: ComponentType<{ of: string }> };

export const panelsOf = (panels: readonly Panel[]): readonly Shown[] =>
  panels.map(({ beside, load }) => ({ beside, Shown: lazy(async () => ({ default: (await load()).Panel })) }));

export const PanelsContext = createContext<readonly Shown[]>([]);

/** What other modules have to say of this matter. */
export function Panels({ beside, of }: Pick<Panel, "beside"> & { of: string }) {
  return use(PanelsContext)
    .filter((panel) => panel.beside === beside)
    .map((panel, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the client starts
      <Suspense key={index}>
        <panel.Shown of={of} />
      </Suspense>
    ));
}
