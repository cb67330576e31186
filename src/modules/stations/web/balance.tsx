import { useTranslation } from "react-i18next";
import type { Station } from "./api.ts";

/** What happened this year, by the five functions: all five are there, also those that nobody used. */
export function Balance({ of }: { of: Station["balance"] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...of.functions.map(({ count }) => count));
  return (
    <ul className="balance" aria-label={t("station.balance", { year: of.year })}>
      {of.functions.map(({ function: name, count }) => (
        <li key={name} className={count === 0 ? "none" : ""}>
          <span>{t(`station.function.${name}`)}</span>
          <span className="bar" aria-hidden>
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <strong>{count}</strong>
        </li>
      ))}
    </ul>
  );
}
