import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListPage } from "../../../web/ui/list-page.tsx";
import type { ListColumn, ListFilter } from "../../../web/ui/list-spec.ts";
import { channels, voiceMeasures, voiceStates } from "../terms.ts";
import { type Line, useCodes, useMyStations } from "./api.ts";
import { StatusTag, UrgentTag } from "./status.tsx";
import { isDeputy, writesDown } from "./writers.ts";

const columns: readonly ListColumn<Line>[] = [
  { name: "area", width: 120, render: (line) => line.areaName },
  { name: "channel", width: 90, render: (line) => <ChannelName code={line.channel} /> },
  { name: "unit", width: 150, render: (line) => line.unitName ?? line.takerName ?? "—" },
  { name: "category", width: 120, extra: true, render: (line) => <CategoryName code={line.category} /> },
  { name: "station", width: 150, extra: true, render: (line) => line.stationName ?? "—" },
  { name: "joiners", width: 90, extra: true, render: (line) => line.joiners || "—" },
  { name: "receivedAt", width: 120, extra: true, render: (line) => dateText(line.receivedAt) },
];

function ChannelName({ code }: { code: string }) {
  return useTranslation().t(`voice.channel.${code}`);
}

function CategoryName({ code }: { code: string }) {
  return useCodes().categories.find((one) => one.value === code)?.label ?? code;
}

const small = (line: Line) => [line.stationName ?? line.areaName, line.unitName ?? line.takerName, dateText(line.receivedAt)];

/** Voters' voices in my sight, newest first. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const deputy = isDeputy(me);
  const ways = channels.map((value) => ({ value, label: t(`voice.channel.${value}`) }));
  const counted = voiceMeasures.map((value) => ({ value, label: t(`voice.counted.${value}`) }));
  const years = Array.from({ length: 6 }, (_, back) => String(Number(me.today.slice(0, 4)) - back));
  const stations = useMyStations();
  const filters: ListFilter[] = [
    { kind: "choice", name: "category", label: "voice.field.category", options: useCodes().categories },
    { kind: "choice", name: "channel", label: "voice.field.channel", options: ways },
    { kind: "choice", name: "stationId", label: "voice.field.stationId", options: stations, many: true },
    { kind: "choice", name: "year", label: "voice.filter.year", options: years.map((value) => ({ value, label: value })) },
    { kind: "choice", name: "counted", label: "voice.filter.counted", options: counted, many: true },
    ...(deputy ? [{ kind: "flag" as const, name: "mine", label: "voice.filter.mine" }] : []),
    { kind: "flag", name: "overdue", label: "voice.filter.overdue" },
    { kind: "flag", name: "urgent", label: "voice.filter.urgent" },
  ];
  return (
    <ListPage<Line>
      spec={{
        ...{ path: "/api/voices", page: "/voices", words: "voice" },
        ...{ states: voiceStates, filters, columns, small, sorts: ["-received", "received", "due"] },
        status: ({ status }) => <StatusTag status={status} />,
        mark: ({ urgent }) => <UrgentTag urgent={urgent} />,
        begins: () => writesDown(me) || stations.length > 0,
      }}
    />
  );
}
