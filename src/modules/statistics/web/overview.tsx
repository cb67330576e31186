import { QuestionCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Card, Popover, Skeleton, Statistic } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { Rows } from "./rows.tsx";

type Figure = Schemas["Figure"];

/** The published numbers as of a day. */
export function Overview({ asOf }: { asOf: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Figure>();
  const found = useQuery({
    queryKey: ["statistics", asOf],
    queryFn: () => call(api.GET("/api/public/statistics", { params: { query: { asOf } } })),
  });
  const all = found.data?.figures ?? [];
  const groupOf = (figure: Figure) => figure.key.split(".").slice(0, -1).join(".");
  const groups = [...new Set(all.map(groupOf))].map((group) => ({ group, figures: all.filter((figure) => groupOf(figure) === group) }));
  const rowsOf = (figure: Figure) => (cursor: string) =>
    call(
      api.GET("/api/public/statistics/{key}/rows", {
        params: { path: { key: figure.key }, query: { asOf, limit: 50, of: "numerator", ...(cursor ? { cursor } : {}) } },
      }),
    );
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (found.error) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return (
    <>
      <div className="stack">
        {groups.map(({ group, figures }) => (
          <Card key={group} title={group === "opinions" ? t("opinion.page.list") : beginning(figures).replace(/: $/, "")}>
            <div className="published">
              {figures.map((figure) => (
                <FigureCard
                  key={figure.key}
                  figure={figure}
                  name={figure.label.slice(group === "opinions" ? 0 : beginning(figures).length) || t("statistics.page.count")}
                  open={() => setOpened(figure)}
                />
              ))}
            </div>
          </Card>
        ))}
      </div>
      {opened ? (
        <Rows
          title={opened.label}
          definition={opened.definition}
          name={[opened.key, asOf]}
          load={rowsOf(opened)}
          extra={<ExportButton path={`/api/public/statistics/${opened.key}/rows`} query={{ asOf }} />}
          close={() => setOpened(undefined)}
        />
      ) : null}
    </>
  );
}

/** The words that all labels of a group begin with: said once, above them. */
function beginning(figures: readonly Figure[]): string {
  const [first = "", ...others] = figures.map((figure) => figure.label);
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  // English labels go on in words that may begin alike.
  const mark = first.lastIndexOf(": ", length);
  return first.slice(0, mark > 0 ? mark + 2 : length);
}

function FigureCard({ figure, name, open }: { figure: Figure; name: string; open: () => void }) {
  const { t } = useTranslation();
  const rate = figure.denominator !== null;
  const said = rate ? `${figure.definition}（${figure.numerator} ÷ ${figure.denominator}）` : figure.definition;
  return (
    <div>
      <Statistic
        title={
          <span>
            {name}{" "}
            <Popover content={<div style={{ maxWidth: 320 }}>{said}</div>} trigger={["click", "hover"]}>
              <Button type="text" size="small" aria-label={t("statistics.page.definition")} icon={<QuestionCircleOutlined />} />
            </Popover>
          </span>
        }
        value={figure.value ?? "—"}
        {...(rate && figure.value !== null ? { precision: 2, suffix: "%" } : {})}
      />
      <Button type="link" style={{ padding: 0 }} onClick={open}>
        {t("statistics.page.rows")}
      </Button>
    </div>
  );
}
