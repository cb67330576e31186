import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { area } from "./references.ts";

const place = { name: "areaId", kind: "reference", of: area, optional: true } as const;

const groups: CollectionSpec<Schemas["DeputyGroup"]> = {
  path: "/api/deputy-groups",
  page: "/deputy-groups",
  words: "identity.group",
  keeper: "identity.keep",
  search: true,
  filters: [place],
  columns: [
    { name: "name" },
    { name: "areaId", width: 150 },
    { name: "field", width: 170 },
    { name: "foundedOn", width: 160, minor: true },
    { name: "dissolvedOn", width: 160, minor: true },
    { name: "members", taken: [], width: 120, render: ({ id }) => <Members group={id} /> },
  ],
  fields: [
    { name: "name", kind: "text", wide: true },
    place,
    { name: "field", kind: "text", max: 50, optional: true },
    { name: "foundedOn", kind: "date" },
    { name: "dissolvedOn", kind: "date", optional: true },
  ],
};

function Members({ group }: { group: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/deputies" search={{ groupId: group } as never}>
      {t("identity.group.show_members")}
    </Link>
  );
}

/** Deputies' groups, by area or by field (DL-26). */
export const Page = () => <CollectionPage spec={groups} />;
