import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";

type Campaign = Schemas["Campaign"];

const campaigns: CollectionSpec<Campaign> = {
  path: "/api/campaigns",
  page: "/campaigns",
  words: "campaign",
  keeper: "campaigns.keep",
  search: true,
  columns: [
    { name: "name" },
    { name: "label", width: 150, minor: true },
    { name: "startsOn", width: 150 },
    { name: "endsOn", width: 150 },
    { name: "target", taken: ["targetPerDeputy", "targetPeriod"], width: 190, render: (campaign) => <Target of={campaign} /> },
  ],
  fields: [
    { name: "name", kind: "text", wide: true },
    { name: "label", kind: "text", max: 40, optional: true, wide: true },
    { name: "startsOn", kind: "date" },
    { name: "endsOn", kind: "date", optional: true },
    { name: "targetPerDeputy", kind: "number", min: 1, max: 366, optional: true },
    { name: "targetPeriod", kind: "select", values: ["month", "year", "whole"], words: "campaign.targetPeriod", optional: true },
    { name: "aim", kind: "lines", max: 1000, optional: true, wide: true },
  ],
  initial: (today) => ({ startsOn: today }),
};

/** How many opinions each deputy is asked for. */
function Target({ of }: { of: Campaign }) {
  const { t } = useTranslation();
  if (!of.targetPerDeputy || !of.targetPeriod) return <span className="muted">—</span>;
  return t("campaign.target", { count: of.targetPerDeputy, period: t(`campaign.targetPeriod.${of.targetPeriod}`) });
}

/** Themed activities of deputies (代表主题活动). */
export const Page = () => <CollectionPage spec={campaigns} />;
