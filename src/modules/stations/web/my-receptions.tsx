import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { CollectionForm } from "../../../web/ui/collection-form.tsx";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { listsAt, useCursorList } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import type { ReceptionLine } from "./api.ts";
import { ReceptionLines } from "./reception-lines.tsx";
import { mandate } from "./references.ts";
import "./stations.css";
import { useTelling } from "../../../web/ui/telling.tsx";

type Absence = Schemas["DeputyAbsence"];

/** A deputy's own turns, those he is asked to take, and the days on which he cannot come. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const coming = { mine: "duty", from: me.today };
  const list = useCursorList<ReceptionLine & { version: number }>("/api/receptions", coming);
  const past = useCursorList<ReceptionLine & { version: number }>("/api/receptions", {
    mine: "duty",
    to: dayBefore(me.today),
    order: "latest",
  });
  return (
    <div className="page page-narrow">
      <PageHead title={t("reception.page.mine")} sub={t("reception.page.mine_help")} />
      <ListBody list={list} empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("reception.none_coming")} />}>
        {(receptions) => <ReceptionLines receptions={receptions.filter(({ status }) => status !== "cancelled")} />}
      </ListBody>
      <Absences />
      {past.things.length > 0 ? (
        <Card size="small" title={t("reception.page.past")} style={{ marginTop: 16 }}>
          <ListBody list={past}>{(receptions) => <ReceptionLines receptions={receptions} />}</ListBody>
        </Card>
      ) : null}
    </div>
  );
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

function Absences() {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const ask = useConfirmed();
  const [adding, setAdding] = useState(false);
  const list = useCursorList<Absence>("/api/deputy-absences", {});
  const mine = list.things.filter((one) => one.mine);
  const remove = ({ id, fromOn, toOn }: Absence) =>
    ask({
      title: t("deputy_absence.remove"),
      text: t("deputy_absence.span", { from: dateText(fromOn), to: dateText(toOn) }),
      yes: t("deputy_absence.remove"),
      danger: true,
      async act() {
        await call(api.DELETE("/api/deputy-absences/{id}", { params: { path: { id } } }));
        message.success(t("web.saved"));
        await queries.invalidateQueries({ queryKey: listsAt("/api/deputy-absences") });
      },
    });
  return (
    <Card
      size="small"
      title={t("deputy_absence.title")}
      extra={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)} data-add="absence">
          {t("deputy_absence.add")}
        </Button>
      }
    >
      <p className="muted">{t("deputy_absence.help")}</p>
      {mine.map((one) => (
        <div key={one.id} className="section-head">
          <span>
            {t("deputy_absence.span", { from: dateText(one.fromOn), to: dateText(one.toOn) })}
            {one.reason ? <span className="muted"> {one.reason}</span> : null}
          </span>
          <Button size="small" type="link" danger onClick={() => remove(one)}>
            {t("deputy_absence.remove")}
          </Button>
        </div>
      ))}
      {adding ? (
        <CollectionForm<Absence>
          spec={{
            ...{ path: "/api/deputy-absences", words: "deputy_absence" },
            fields: [
              { name: "mandateId", kind: "reference", of: mandate, wide: true },
              { name: "fromOn", kind: "date" },
              { name: "toOn", kind: "date" },
              { name: "reason", kind: "text", max: 200, optional: true, wide: true },
            ],
            initial: (today) => ({ mandateId: me.mandates.find(({ status }) => status === "in_force")?.id, fromOn: today }),
          }}
          close={() => setAdding(false)}
        />
      ) : null}
    </Card>
  );
}
