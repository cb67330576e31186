import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { useTour } from "./tour.tsx";

/** Offers the tour in a demonstration world to whoever has not been asked yet. */
export function TourCard() {
  const { t } = useTranslation();
  const { demo } = useMe();
  const { seen, start, leave } = useTour();
  if (!demo || seen !== false) return null;
  return (
    <section className="box" data-tour="">
      <div style={{ display: "flex", flexWrap: "wrap", gap: 12, alignItems: "center", justifyContent: "space-between" }}>
        <div>
          <strong>{t("web.tour.first")}</strong> <span className="muted">{t("web.tour.first_help")}</span>
        </div>
        <div className="action-bar">
          <Button onClick={start} data-tour-start="">
            {t("web.tour.start")}
          </Button>
          <Button type="text" onClick={leave}>
            {t("web.tour.not_now")}
          </Button>
        </div>
      </div>
    </section>
  );
}
