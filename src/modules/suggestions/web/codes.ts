import { useQuery } from "@tanstack/react-query";
import { api, call } from "../../../web/api/client.ts";

/** Categories, grounds and classes in force. */
export const useCodes = () =>
  useQuery({ queryKey: ["suggestion-codes"], queryFn: () => call(api.GET("/api/suggestion-codes")), staleTime: 300_000 });
