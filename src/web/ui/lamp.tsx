import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../api/client.ts";

const usualDays = 5;

/** How many days ahead a lamp turns yellow: a rule of the district. */
export function useYellowDays(): number {
  const found = useQuery({ queryKey: ["lamps"], queryFn: () => call(api.GET("/api/lamps")), staleTime: 3_600_000, retry: false });
  return found.data?.yellowDays ?? usualDays;
}

/** How near a due date is, said in colour and in words. */
export function Lamp({ dueOn, today }: { dueOn: string | null | undefined; today: string }) {
  const { t } = useTranslation();
  const yellowDays = useYellowDays();
  if (!dueOn) return <span className="muted">—</span>;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  const [color, words] =
    days < 0
      ? ["#c4281c", t("web.lamp.over", { days: -days })]
      : days <= yellowDays
        ? ["#9c5800", days === 0 ? t("web.lamp.today") : t("web.lamp.soon", { days })]
        : ["#2c7a3f", t("web.lamp.left", { days })];
  return (
    <span className="lamp" style={{ color }} title={t("web.date", { date: dueOn })}>
      {words}
    </span>
  );
}
