import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { chosenColumns, moved } from "./chosen-columns.ts";
import type { ColumnsProps } from "./columns-props.ts";
import { useListSettings, useSetColumns } from "./list-settings.ts";
import { SmallWindow } from "./small-window.tsx";

/** The window of it; `button` opens it, and has done so as it comes. */
export function ColumnChoice({ button, ...of }: ColumnsProps & { readonly button: ReactElement }) {
  const { t } = useTranslation();
  return (
    <SmallWindow placement="bottomRight" title={t("web.columns.title")} content={<Choice {...of} />} opened>
      {button}
    </SmallWindow>
  );
}

function Choice({ list, columns }: ColumnsProps) {
  const { t } = useTranslation();
  const kept = useListSettings(list).data?.columns ?? null;
  const set = useSetColumns(list);
  const shown = chosenColumns(columns, kept);
  const names = shown.map(({ name }) => name);
  const hidden = columns.filter((column) => !shown.includes(column));
  const toggle = (name: string, on: boolean) => set(on ? [...names, name] : names.filter((one) => one !== name));
  return (
    <div style={{ width: 260 }}>
      {[...shown, ...hidden].map(({ name, label, fixed }) => {
        const at = names.indexOf(name);
        return (
          <div key={name} style={{ display: "flex", alignItems: "center", minHeight: 34 }}>
            <Checkbox
              checked={at >= 0}
              disabled={fixed ?? false}
              onChange={({ target }) => toggle(name, target.checked)}
              style={{ flex: 1 }}
            >
              {label}
            </Checkbox>
            {at >= 0 ? (
              <>
                <Move label={t("web.columns.up", { label })} off={at === 0} act={() => set(moved(names, name, -1))} up />
                <Move label={t("web.columns.down", { label })} off={at === names.length - 1} act={() => set(moved(names, name, 1))} />
              </>
            ) : null}
          </div>
        );
      })}
      <Button type="link" size="small" disabled={kept === null} onClick={() => set(null)} style={{ paddingInline: 0, marginTop: 6 }}>
        {t("web.columns.usual")}
      </Button>
    </div>
  );
}

function Move({ label, off, act, up = false }: { label: string; off: boolean; act: () => void; up?: boolean }) {
  return (
    <Button
      type="text"
      size="small"
      icon={up ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
      aria-label={label}
      title={label}
      disabled={off}
      onClick={act}
    />
  );
}
