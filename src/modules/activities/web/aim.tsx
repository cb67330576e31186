import { EditOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "../../../web/ui/verb-field.tsx";
import { verbFields } from "../../../web/ui/verb-field.tsx";
import type { Plan } from "./api.ts";
import { Revision } from "./revision.tsx";

const fields: readonly Field[] = [{ name: "aim", kind: "text", optional: true, rows: 5 }];

/** What the year is about, and where it is written. */
export function Aim({ of }: { of: Plan }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const editable = of.can.includes("revise");
  if (!of.aim && !editable) return null;
  const name = t(of.aim ? "activity_plan.edit_aim" : "activity_plan.add_aim");
  return (
    <Card
      title={t("activity_plan.field.aim")}
      extra={
        editable ? (
          <Button type="text" icon={<EditOutlined />} onClick={() => setOpen(true)} data-aim="">
            {name}
          </Button>
        ) : null
      }
    >
      {of.aim ? <div className="prose">{of.aim}</div> : <span className="muted">{t("activity_plan.hint.aim")}</span>}
      {open ? (
        <Revision
          {...{ of, title: name, fields, keptUnder: "aim" }}
          drawing={verbFields({ words: "activity_plan", verb: "revise", fields, own: () => undefined })}
          initial={{ aim: of.aim ?? "" }}
          change={({ aim }) => ({ aim: typeof aim === "string" ? aim : null, items: of.items })}
          close={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}
