import { useQuery } from "@tanstack/react-query";
import { createContext, use } from "react";
import { api, call } from "./api/client.ts";
import type { Me } from "./page.ts";

export const meKey = ["me"];

/** Asks who is signed in. An error with status 401 means nobody. */
export const useMeQuery = () => useQuery({ queryKey: meKey, queryFn: () => call(api.GET("/api/me")), retry: false, staleTime: 60_000 });

export const MeContext = createContext<Me | undefined>(undefined);

/** Whoever is signed in; only pages inside the layout may ask. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("no one is signed in on this page");
  return me;
}
