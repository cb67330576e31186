import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { SentList } from "../../../web/ui/sent-list.tsx";
import { channelNames, deliverySorts, deliveryStates } from "../terms.ts";
import type { Delivery } from "./api.ts";

/** What left the house and how it went. */
export function Page() {
  return (
    <SentList<Delivery>
      spec={{
        ...{ path: "/api/notice-deliveries", words: "notices.delivery", sorts: deliverySorts },
        filters: [
          { kind: "select", name: "state", values: deliveryStates, words: "notices.delivery.state" },
          { kind: "select", name: "channel", values: channelNames, words: "notices.channel" },
        ],
        columns: [
          { name: "person", width: 110, render: ({ person }) => person },
          { name: "channel", width: 170, render: (line) => <Way of={line} /> },
        ],
        retry: (id) => call(api.POST("/api/notice-deliveries/{id}/retries", { params: { path: { id } } })),
      }}
    />
  );
}

function Way({ of }: { of: Delivery }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`notices.channel.${of.channel}`)}{" "}
      {of.digest ? <span className="muted">{t("notices.delivery.digest", { count: of.count })}</span> : null}
    </span>
  );
}
