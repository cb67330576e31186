import { PlusOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Rate, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import type { Station } from "./api.ts";
import { ClaimForm } from "./rating-forms.tsx";

type Line = Schemas["RatingLine"];

/** Star ratings of a station by the year. */
export function RatingTab({ of }: { of: Station }) {
  const { t } = useTranslation();
  const [claiming, setClaiming] = useState(false);
  const list = useCursorList<Line>("/api/ratings", { stationId: of.id });
  return (
    <>
      <div className="section-head">
        <span className="muted">{t("rating.help.page")}</span>
        {of.mine && !of.closedOn ? (
          <Button icon={<PlusOutlined />} onClick={() => setClaiming(true)} data-add="rating">
            {t("rating.verb.begin")}
          </Button>
        ) : null}
      </div>
      <ListBody list={list}>
        {(lines) =>
          lines.map(({ id, year, status, stars, score }) => (
            <article key={id} className="line-card">
              <Space wrap>
                <Link to="/ratings/$id" params={{ id }}>
                  {t("rating.of_year", { year })}
                </Link>
                <Tag color={status === "published" ? "green" : "blue"}>{t(`rating.status.${status}`)}</Tag>
                {stars === null ? null : <Rate disabled value={stars} style={{ fontSize: 14 }} />}
                {score === null ? null : <span className="muted">{t("rating.scored", { score })}</span>}
              </Space>
            </article>
          ))
        }
      </ListBody>
      {claiming ? <ClaimForm stationId={of.id} close={() => setClaiming(false)} /> : null}
    </>
  );
}
