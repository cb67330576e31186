import { useQueryClient } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { collectionAt } from "../../../web/ui/collection-api.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type MandateVerb, mandateTable } from "../mandate-lifecycle.ts";
import type { MandateDetail } from "./mandate-spec.tsx";

const addresses: Readonly<Record<MandateVerb, string>> = { suspend: "suspensions", resume: "resumptions", end: "endings" };

interface Props {
  readonly of: MandateDetail;
  readonly verb: MandateVerb;
  readonly close: () => void;
}

/** Suspends, resumes or ends a mandate: says what follows, asks for the ground, the day and the paper it rests on. */
export function MandateVerbDialog({ of, verb, close }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const fields = fieldsOf(verb);
  const name = t(`identity.mandate.verb.${verb}`);
  const follows =
    verb === "end" ? `identity.mandate.follows.end_${of.level === "town" ? "town" : "other"}` : `identity.mandate.follows.${verb}`;
  return (
    <FormDialog
      title={t("identity.mandate.verb_of", { verb: name, name: of.personName })}
      submit={name}
      danger={verb !== "resume"}
      intro={
        <Alert
          type="warning"
          showIcon
          title={t(follows, { name: of.personName, congress: of.congressName })}
          style={{ marginBottom: 16 }}
        />
      }
      fields={fields}
      drawing={keptFields("identity.mandate.step", fields)}
      initial={{ effectiveOn: me.today }}
      keptUnder={`/api/mandates.${of.id}.${verb}`}
      send={(body) => collectionAt<MandateDetail>(`/api/mandates/${of.id}/${addresses[verb]}`).add(body, key)}
      done={async () => {
        close();
        message.success(t("identity.mandate.done", { verb: name }));
        await queries.invalidateQueries();
      }}
      close={close}
    />
  );
}

function fieldsOf(verb: MandateVerb): readonly Field[] {
  const { grounds } = mandateTable[verb];
  const ground: Field = { name: "ground", kind: "select", values: grounds, words: "identity.mandate.ground", wide: true };
  return [
    ...(grounds.length > 0 ? [ground] : []),
    { name: "effectiveOn", kind: "date" },
    { name: "documentNo", kind: "text", max: 50, optional: true },
    { name: "note", kind: "lines", max: 500, optional: true, wide: true },
    ...(verb === "end" ? [{ name: "sure", kind: "assent", wide: true } as const] : []),
  ];
}
