import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { momentText } from "../../../web/ui/dates.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { deviceParts } from "./device.ts";

const key = ["my-sessions"];

/** Where I am signed in; any other place can be signed out from here. */
export function MySessions() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const mine = useQuery({ queryKey: key, queryFn: () => call(api.GET("/api/sessions")) });
  if (mine.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (!mine.data) return <ProblemAlert error={mine.error} />;
  const name = ({ device }: Schemas["Session"]) =>
    deviceParts(device)
      .map((part) => t(`identity.device.${part}`))
      .join(" · ") || t("identity.device.unknown");
  const revoke = (session: Schemas["Session"]) =>
    confirmed({
      title: t("identity.profile.revoke_title", { device: name(session) }),
      text: t("identity.profile.revoke_follows"),
      yes: t("identity.profile.revoke"),
      danger: true,
      act: async () => {
        await call(api.DELETE("/api/sessions/{id}", { params: { path: { id: session.id } } }));
        message.success(t("identity.profile.revoked"));
        await queries.invalidateQueries({ queryKey: key });
      },
    });
  return (
    <div>
      {mine.data.items.map((session) => (
        <div key={session.id} className="block" style={{ display: "flex", justifyContent: "space-between", gap: 12, alignItems: "center" }}>
          <div style={{ minWidth: 0 }}>
            <div title={session.device}>
              <strong>{name(session)}</strong> {session.current ? <Tag color="green">{t("identity.profile.this_device")}</Tag> : null}
            </div>
            <div className="muted">
              {t("identity.profile.seen", {
                started: momentText(session.startedAt),
                seen: momentText(session.seenAt),
                address: session.address,
              })}
            </div>
          </div>
          {session.current ? null : (
            <Button size="small" danger onClick={() => revoke(session)}>
              {t("identity.profile.revoke")}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
