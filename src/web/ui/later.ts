import { use } from "react";

/** What is fetched when it is first drawn; as a hook, under a `Suspense`. A component keeps its own type that way. */
export function later<Module>(load: () => Promise<Module>): () => Module {
  let loaded: Promise<Module> | undefined;
  return function useLater() {
    loaded ??= load();
    return use(loaded);
  };
}
