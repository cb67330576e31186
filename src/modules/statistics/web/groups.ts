import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import type { BreakdownBy } from "../terms.ts";

export type Breakdown = Schemas["Breakdown"];
export type Group = Breakdown["groups"][number];

/** How a group is called: codes in words, and nothing is not left blank. */
export function useGroupNames(by: BreakdownBy): (group: Group) => string {
  const { t } = useTranslation();
  const codes = useQuery({ queryKey: ["suggestion-codes"], queryFn: () => call(api.GET("/api/suggestion-codes")), staleTime: 300_000 });
  const categories = codes.data?.categories;
  return useCallback(
    ({ key, label }: Group) => {
      if (label === "") return t(`statistics.none.${by}`);
      if (by === "category") return categories?.find((one) => one.code === key)?.name ?? key;
      if (by === "class") return t("statistics.class", { code: label });
      if (by === "session") {
        const [congress, session] = label.split("-");
        return session ? t("statistics.session", { congress, session }) : t("statistics.between_sessions", { congress });
      }
      return label;
    },
    [by, categories, t],
  );
}
