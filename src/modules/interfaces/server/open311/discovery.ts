import type { z } from "@hono/zod-openapi";
import type { Discovery } from "../../open311-contract.ts";
import { publicOffice } from "../public-places.ts";
import { type Around, categoriesOf } from "./services.ts";

/** Where this district speaks Open311, and whom to ask for a key. */
export async function discoveryOf(
  around: Around,
  { publicUrl, production }: { publicUrl: string; production: boolean },
): Promise<z.output<typeof Discovery>> {
  const { db, district, words } = around;
  const office = await publicOffice(db, district);
  const { version } = await categoriesOf(around);
  const params = { office: office?.name ?? "", phone: office?.phone ?? "" };
  // Sorts as it grows: a new version of the categories is a new list of services.
  const changeset = String(version).padStart(6, "0");
  return {
    changeset,
    contact: words(office?.phone ? "interfaces.open311.contact" : "interfaces.open311.contact_without_phone", params),
    key_service: words("interfaces.open311.key_service", params),
    endpoints: [
      {
        ...{ specification: "http://wiki.open311.org/GeoReport_v2", url: `${publicUrl}/open311/v2`, changeset },
        ...{ type: production ? "production" : "test", formats: ["text/xml", "application/json"] },
      },
    ],
  };
}
