import { BellOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Badge, Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { unreadKey } from "./api.ts";

/** How much I have not read; leads to the list. */
export function NoticeBell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = useQuery({ queryKey: unreadKey, queryFn: () => call(api.GET("/api/notices/unread")), refetchInterval: 60_000 });
  const unread = found.data?.unread ?? 0;
  const label = unread > 0 ? `${t("notices.bell")} · ${t("notices.unread", { count: unread })}` : t("notices.bell");
  return (
    <Badge count={unread} size="small" offset={[-8, 9]} overflowCount={99}>
      <Button
        type="text"
        aria-label={label}
        title={label}
        icon={<BellOutlined style={{ fontSize: 19 }} />}
        onClick={() => void navigate({ to: "/notices" })}
        style={{ width: 44, height: 44 }}
      />
    </Badge>
  );
}
