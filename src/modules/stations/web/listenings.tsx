import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { FilterBar } from "../../../web/ui/filter-bar.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { listeningStates } from "../terms.ts";
import { ListeningLines } from "./listening-tab.tsx";
import { station } from "./references.ts";
import "./stations.css";

type Line = Schemas["ListeningLine"] & { readonly version: number };

/** Listening sessions in my sight: at my stations, of my organ, with points that I answer. */
export function Page() {
  const { t } = useTranslation();
  const [narrowed, , replace] = useNarrowed();
  const list = useCursorList<Line>("/api/listenings", narrowed);
  const clear = Object.keys(narrowed).length > 0 ? () => replace({}) : undefined;
  return (
    <div className="page page-narrow">
      <PageHead
        title={t("listening.page.list")}
        sub={t("listening.page.help")}
        actions={<ExportButton path="/api/listenings" query={narrowed} />}
      />
      <FilterBar
        words="listening"
        search
        filters={[
          { name: "status", kind: "select", values: listeningStates, words: "listening.status" },
          { name: "stationId", kind: "reference", of: station },
        ]}
      />
      <ListBody list={list} empty={<NothingFound search={narrowed["search"]} clear={clear} />}>
        {(lines) => <ListeningLines lines={lines} named />}
      </ListBody>
    </div>
  );
}
