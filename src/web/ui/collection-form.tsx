import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idempotencyKey } from "../api/client.ts";
import { useMe } from "../session.ts";
import type { Field, FormSpec } from "./collection.ts";
import { collectionAt, type Kept } from "./collection-api.ts";
import { FormDialog, type Seen } from "./form-dialog.tsx";
import { keptFields } from "./kept-fields.tsx";
import { useTelling } from "./telling.tsx";

interface Props<Answer> {
  readonly spec: FormSpec;
  /** The thing to change; without it, one is added. */
  readonly before?: Kept;
  readonly close: () => void;
  readonly saved?: (answer: Answer) => void;
}

const seenOf = (thing: Kept): Seen => ({ version: thing.version, values: { ...thing } });

/** Adds or changes one thing of a list. */
export function CollectionForm<Answer extends Kept = Kept>({ spec, before, close, saved }: Props<Answer>) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const at = collectionAt<Answer>(spec.path);
  const done = async (answer: Answer) => {
    close();
    message.success(t("web.saved"));
    saved?.(answer);
    // Names of this thing stand in lists of other things too.
    await queries.invalidateQueries();
  };
  return (
    <FormDialog<Field, Answer>
      title={t(before ? `${spec.words}.edit` : `${spec.words}.add`)}
      submit={t("web.save")}
      intro={
        <p className="muted" style={{ marginTop: 0 }}>
          {t(before ? `${spec.words}.help_edit` : `${spec.words}.help_add`)}
        </p>
      }
      fields={spec.fields}
      drawing={keptFields(spec.words, spec.fields)}
      {...(before
        ? { seen: seenOf(before), latest: async () => seenOf(await at.get(before.id)) }
        : { initial: spec.initial?.(me.today) ?? {} })}
      keptUnder={`${spec.path}.${before?.id ?? "new"}`}
      send={(body, seen) => (before ? at.change(before.id, seen, body) : at.add(body, key))}
      done={done}
      close={close}
    />
  );
}
