import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListPage } from "../../../web/ui/list-page.tsx";
import type { ListColumn, ListFilter } from "../../../web/ui/list-spec.ts";
import { promiseStates } from "../terms.ts";
import { useUnits } from "./units.ts";

type Line = Schemas["CommitmentLine"];

const columns: readonly ListColumn<Line>[] = [
  { name: "suggestion", width: 240, render: (line) => line.suggestion.title },
  { name: "unit", width: 140, render: (line) => line.unitName },
  { name: "owner", width: 150, render: (line) => line.owner },
  { name: "promisedFor", width: 150, extra: true, render: (line) => dateText(line.promisedFor) },
  { name: "carried", width: 100, extra: true, render: (line) => <Carried of={line} /> },
  { name: "settledOn", width: 150, extra: true, render: (line) => dateText(line.settledOn) || "—" },
  { name: "evidence", width: 240, extra: true, render: (line) => line.evidence ?? "—" },
];

function Carried({ of }: { of: Line }) {
  const { t } = useTranslation();
  return t(of.carried ? "web.yes" : "web.no");
}

const colours: Record<Line["status"], string> = { open: "processing", kept: "green", answered_again: "default" };

/** What became of it; that it was carried on to a later year stands with it. */
function Status({ of }: { of: Line }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag color={colours[of.status]}>{t(`suggestion.ledger.status.${of.status}`)}</Tag>
      {of.carried && of.status === "open" ? <Tag>{t("suggestion.commitment_carried")}</Tag> : null}
    </>
  );
}

const small = (line: Line) => [line.suggestion.title, line.unitName, line.owner, line.evidence];

/** The ledger of promises (承诺台账): what replies undertook, across years, until it is kept or answered again. */
export function Page() {
  const filters: ListFilter[] = [
    { kind: "choice", name: "unitId", label: "suggestion.filter.unit", options: useUnits(), many: true },
    { kind: "flag", name: "overdue", label: "suggestion.filter.overdue" },
    { kind: "flag", name: "carried", label: "suggestion.ledger.filter.carried" },
  ];
  return (
    <ListPage<Line>
      spec={{
        ...{ path: "/api/commitments", page: "/commitments", words: "suggestion.ledger" },
        ...{ states: promiseStates, filters, sorts: ["due", "latest"], columns, small },
        status: (line) => <Status of={line} />,
        open: (line) => `/suggestions/${line.suggestion.id}`,
        begins: () => false,
      }}
    />
  );
}
