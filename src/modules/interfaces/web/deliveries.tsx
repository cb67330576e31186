import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Reference } from "../../../web/ui/collection.ts";
import { SentList } from "../../../web/ui/sent-list.tsx";
import { deliverySorts, deliveryStates, publicTypes } from "../terms.ts";
import { type Delivery, deliveriesPath, webhooksPath } from "./api.ts";

const webhook: Reference = { path: webhooksPath, whole: true };

/** What was sent to other systems and how it went. */
export function Page() {
  return (
    <SentList<Delivery>
      spec={{
        ...{ path: deliveriesPath, words: "interfaces.delivery", sorts: deliverySorts },
        filters: [
          { kind: "select", name: "state", values: deliveryStates, words: "interfaces.delivery.state" },
          { kind: "select", name: "type", values: publicTypes, words: "interfaces.webhook.type" },
          { kind: "reference", name: "webhookId", of: webhook },
        ],
        columns: [
          { name: "type", width: 190, render: ({ type }) => <Type of={type} /> },
          { name: "webhookName", width: 170, render: ({ webhookName }) => webhookName },
        ],
        retry: (id) => call(api.POST("/api/webhook-deliveries/{id}/retries", { params: { path: { id } } })),
        again: ({ lastError }) => lastError !== "stopped",
      }}
    />
  );
}

function Type({ of }: { of: Delivery["type"] }) {
  return useTranslation().t(`interfaces.webhook.type.${of}`);
}
