import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import type { Kept } from "../../../web/ui/collection-api.ts";
import { CollectionForm } from "../../../web/ui/collection-form.tsx";
import { CollectionCards, CollectionTable } from "../../../web/ui/collection-view.tsx";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useWide } from "../../../web/ui/wide.ts";

interface Props<Thing extends Kept> {
  readonly spec: CollectionSpec<Thing>;
  readonly stationId: string;
  /** May the reader add and change? */
  readonly keeps: boolean;
}

/** A plain list of one station, inside its page: find, look, add, change. */
export function KeptList<Thing extends Kept>({ spec, stationId, keeps }: Props<Thing>) {
  const { t } = useTranslation();
  const wide = useWide();
  const [editing, setEditing] = useState<Thing | "new">();
  const list = useCursorList<Thing>(spec.path, { stationId });
  const edit = keeps ? { edit: setEditing } : {};
  const View = wide ? CollectionTable<Thing> : CollectionCards<Thing>;
  const own = { ...spec, initial: (today: string) => ({ ...spec.initial?.(today), stationId }) };
  return (
    <section>
      <div className="section-head">
        <span className="muted">{t(`${spec.words}.help`)}</span>
        <span className="action-bar">
          <ExportButton path={spec.path} query={{ stationId }} />
          {keeps ? (
            <Button icon={<PlusOutlined />} onClick={() => setEditing("new")} data-add={spec.words}>
              {t(`${spec.words}.add`)}
            </Button>
          ) : null}
        </span>
      </div>
      <ListBody list={list}>{(things) => <View spec={own} things={things} {...edit} />}</ListBody>
      {editing === undefined ? null : (
        <CollectionForm
          spec={own}
          {...(editing === "new" ? {} : { before: editing })}
          close={() => setEditing(undefined)}
          key={editing === "new" ? "new" : editing.id}
        />
      )}
    </section>
  );
}
