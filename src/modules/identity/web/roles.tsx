import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { roleNames } from "../terms.ts";
import { organisation, person } from "./references.ts";

type Role = Schemas["Role"];

const holder = { name: "personId", kind: "reference", of: person, fixed: true } as const;
const place = { name: "organisationId", kind: "reference", of: organisation } as const;
const name = {
  name: "name",
  kind: "select",
  values: roleNames,
  words: "identity.role.name",
  locked: (value: string, me: { roles: readonly { name: string }[] }) =>
    value === "administrator" && !me.roles.some((role) => role.name === "administrator"),
} as const;

const roles: CollectionSpec<Role> = {
  path: "/api/roles",
  page: "/roles",
  words: "identity.role",
  keeper: "identity.keep",
  filters: [holder, place, name],
  columns: [
    { name: "personId" },
    { name: "organisationId" },
    { name: "name", width: 150 },
    { name: "startsOn", width: 160 },
    { name: "endsOn", width: 160, minor: true },
    { name: "state", taken: ["startsOn", "endsOn"], width: 110, render: (role) => <Period of={role} /> },
  ],
  fields: [holder, place, { ...name, wide: true }, { name: "startsOn", kind: "date" }, { name: "endsOn", kind: "date", optional: true }],
  initial: (today) => ({ startsOn: today }),
};

function Period({ of }: { of: Role }) {
  const { t } = useTranslation();
  const { today } = useMe();
  if (of.endsOn && of.endsOn < today) return <Tag>{t("identity.role.over")}</Tag>;
  if (of.startsOn > today) return <Tag color="blue">{t("identity.role.coming")}</Tag>;
  return <Tag color="green">{t("identity.role.running")}</Tag>;
}

/** Who works where as what; permissions follow from it. */
export const Page = () => <CollectionPage spec={roles} />;
