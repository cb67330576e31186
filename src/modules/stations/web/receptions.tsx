import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { receptionKinds, receptionStates } from "../terms.ts";
import type { ReceptionLine } from "./api.ts";
import { ReceptionLines } from "./reception-lines.tsx";
import "./stations.css";

/** Receptions of a month, day by day. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const [narrowed, , replace] = useNarrowed();
  const month = narrowed["month"] ?? me.today.slice(0, 7);
  const { month: _, ...filters } = narrowed;
  const query = { ...filters, ...monthSpan(month) };
  const list = useCursorList<ReceptionLine & { version: number }>("/api/receptions", query);
  const clear = Object.keys(filters).length > 0 ? () => replace({ month }) : undefined;
  return (
    <div className="page page-narrow">
      <PageHead
        title={t("reception.page.list")}
        sub={t("reception.page.list_help")}
        actions={<ExportButton path="/api/receptions" query={query} />}
      />
      <Filters month={month} />
      <ListBody list={list} empty={<NothingFound search={filters["search"]} clear={clear} />}>
        {(receptions) => <ReceptionLines receptions={receptions} />}
      </ListBody>
    </div>
  );
}

/** The first and the last day of a month. */
export function monthSpan(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** So many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

function Filters({ month }: { month: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const deputy = me.mandates.some(({ status }) => status === "in_force");
  return (
    <div className="filters">
      <MonthChoice month={month} choose={(next) => narrow({ month: next })} />
      <Input.Search
        allowClear
        key={narrowed["search"] ?? ""}
        defaultValue={narrowed["search"] ?? ""}
        placeholder={t("reception.search")}
        aria-label={t("reception.search")}
        onSearch={(typed) => narrow({ search: typed.trim() })}
        style={{ width: wide ? 240 : "100%" }}
      />
      <Select
        allowClear
        placeholder={t("reception.field.status")}
        aria-label={t("reception.field.status")}
        value={narrowed["status"] ?? null}
        onChange={(status: string | undefined) => narrow({ status })}
        options={receptionStates.map((value) => ({ value, label: t(`reception.status.${value}`) }))}
        style={{ minWidth: 120 }}
      />
      <Select
        allowClear
        placeholder={t("reception.field.kind")}
        aria-label={t("reception.field.kind")}
        value={narrowed["kind"] ?? null}
        onChange={(kind: string | undefined) => narrow({ kind })}
        options={receptionKinds.map((value) => ({ value, label: t(`reception.kind.${value}`) }))}
        style={{ minWidth: 130 }}
      />
      <Segmented
        value={narrowed["mine"] ?? ""}
        onChange={(mine) => narrow({ mine: mine === "" ? undefined : String(mine) })}
        options={["", "station", ...(deputy ? ["duty"] : [])].map((value) => ({ value, label: t(`reception.mine.${value || "all"}`) }))}
      />
    </div>
  );
}

/** A month with the ways to the one before and the one after. */
export function MonthChoice({ month, choose }: { month: string; choose: (month: string) => void }) {
  const { t } = useTranslation();
  const [year = "", number = ""] = month.split("-");
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label={t("reception.month_before")} onClick={() => choose(monthAfter(month, -1))} />
      <Button aria-live="polite" style={{ minWidth: 120 }}>
        {t("reception.month", { year, month: Number(number) })}
      </Button>
      <Button icon={<RightOutlined />} aria-label={t("reception.month_after")} onClick={() => choose(monthAfter(month, 1))} />
    </Space.Compact>
  );
}
