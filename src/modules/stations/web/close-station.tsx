import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { perform, type Station, stationKey } from "./api.ts";

const fields: readonly Field[] = [
  { name: "closedOn", kind: "date" },
  { name: "reason", kind: "lines", max: 200, wide: true },
];

/** Closes a station; what follows is said before it is done. */
export function CloseStation({ of, close }: { of: Station; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  return (
    <FormDialog<Field, Station>
      title={t("station.close")}
      submit={t("station.close")}
      danger
      intro={<p className="muted">{t("station.close_help")}</p>}
      fields={fields}
      drawing={keptFields("station", fields)}
      initial={{ closedOn: me.today }}
      keptUnder={`station.close.${of.id}`}
      send={(body) => perform<Station>(`/api/stations/${of.id}/closings`, body)}
      close={close}
      done={async (after) => {
        close();
        message.success(t("web.saved"));
        queries.setQueryData(stationKey(of.id), after);
        await queries.invalidateQueries({ queryKey: ["list"] });
      }}
    />
  );
}
