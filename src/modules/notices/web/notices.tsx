import { CheckOutlined, SettingOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { listKey, type Notice, readAll, readOne, unreadKey } from "./api.ts";
import { Days } from "./days.tsx";
import "./notices.css";
import { useTelling } from "../../../web/ui/telling.tsx";

const pageOf: Readonly<
  Record<string, "/suggestions/$id" | "/opinions/$id" | "/receptions/$id" | "/listenings/$id" | "/voices/$id" | "/activity-plans/$id">
> = {
  suggestion: "/suggestions/$id",
  opinion: "/opinions/$id",
  reception: "/receptions/$id",
  listening: "/listenings/$id",
  voice: "/voices/$id",
  activity_plan: "/activity-plans/$id",
};

/** What I have been told, by day. */
export function Page() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [unread, setUnread] = useState(false);
  const list = useCursorList<Notice & { version: number }>("/api/notices", unread ? { unread: "true" } : {});
  const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: listKey }), queries.invalidateQueries({ queryKey: unreadKey })]);
  const failed = (error: unknown) =>
    message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"));
  const open = (notice: Notice) => {
    if (notice.readAt === null) readOne(notice.id).then(refresh, failed);
    if (notice.title !== null) void navigate({ to: pageOf[notice.subjectType] ?? "/", params: { id: notice.subjectId } });
  };
  const everything = () =>
    readAll()
      .then(refresh)
      .then(() => message.success(t("notices.all_read_done")), failed);
  const actions = (
    <>
      <Button icon={<CheckOutlined />} onClick={() => void everything()} disabled={list.things.every((one) => one.readAt !== null)}>
        {t("notices.all_read")}
      </Button>
      <Link to="/notice-choices">
        <Button icon={<SettingOutlined />}>{t("notices.settings")}</Button>
      </Link>
    </>
  );
  return (
    <div className="page page-narrow">
      <PageHead title={t("notices.title")} sub={t("notices.help")} actions={actions} />
      <div className="filters">
        <Segmented
          value={unread ? "unread" : "all"}
          options={[
            { value: "all", label: t("notices.everything") },
            { value: "unread", label: t("notices.only_unread") },
          ]}
          onChange={(value) => setUnread(value === "unread")}
        />
      </div>
      {!list.pending && !list.error && list.things.length === 0 ? (
        <Nothing unread={unread} />
      ) : (
        <ListBody list={list}>{(notices) => <Days notices={notices} today={me.today} open={open} />}</ListBody>
      )}
    </div>
  );
}

function Nothing({ unread }: { unread: boolean }) {
  const { t } = useTranslation();
  const said = (
    <>
      <div>{t(unread ? "notices.none_unread" : "notices.none")}</div>
      {unread ? null : <div className="muted">{t("notices.none_help")}</div>}
    </>
  );
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said} style={{ padding: "48px 0" }} />;
}
