import { Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { useWide } from "../../../web/ui/wide.ts";

interface Kind {
  readonly subjectType: string;
  readonly verb: string;
  readonly count: number;
  readonly overdue: number;
}

export interface Chosen {
  readonly subjectType?: string;
  readonly verb?: string;
  readonly overdue?: "true";
  readonly search?: string;
}

interface Props {
  readonly kinds: readonly Kind[];
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

/** Narrows the list to one kind of work, or to what is overdue. */
export function Kinds({ kinds, chosen, choose }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const overdue = kinds.reduce((sum, kind) => sum + kind.overdue, 0);
  const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
  if (total === 0) return null;
  // What the address asks for is told even when none of it is left.
  const asked = kinds.some(({ subjectType, verb }) => subjectType === chosen.subjectType && verb === chosen.verb);
  const none = chosen.subjectType && chosen.verb && !asked ? [{ subjectType: chosen.subjectType, verb: chosen.verb, count: 0 }] : [];
  const options = [
    { value: "", label: `${t("desk.all")} ${total}` },
    ...[...kinds, ...none].map(({ subjectType, verb, count }) => ({
      value: `${subjectType}.${verb}`,
      label: `${t(`${subjectType}.verb.${verb}`)} · ${t(`desk.subject.${subjectType}`)} ${count}`,
    })),
  ];
  const narrow = (value: string) => {
    const [subjectType, verb] = value.split(".");
    const { subjectType: _s, verb: _v, ...others } = chosen;
    choose({ ...others, ...(subjectType && verb ? { subjectType, verb } : {}) });
  };
  const { overdue: _, ...rest } = chosen;
  return (
    <div className="filters">
      <Input.Search
        allowClear
        key={chosen.search ?? ""}
        defaultValue={chosen.search ?? ""}
        placeholder={t("desk.search")}
        aria-label={t("desk.search")}
        onSearch={(typed) => choose({ ...withoutSearch(chosen), ...(typed.trim() ? { search: typed.trim() } : {}) })}
        style={{ width: wide ? 290 : "100%" }}
      />
      <Select
        value={chosen.verb ? `${chosen.subjectType}.${chosen.verb}` : ""}
        options={options}
        onChange={narrow}
        aria-label={t("desk.field.what")}
        style={{ minWidth: 260 }}
      />
      {overdue > 0 || chosen.overdue ? (
        // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
        <label style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
          <Switch checked={chosen.overdue === "true"} onChange={(only) => choose(only ? { ...rest, overdue: "true" } : rest)} />
          {t("desk.overdue_only")} {overdue}
        </label>
      ) : null}
    </div>
  );
}

const withoutSearch = ({ search: _, ...others }: Chosen): Chosen => others;
