import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { Lamp } from "./lamp.tsx";
import type { LinesProps } from "./lines-props.ts";
import { type Matter, pageOf } from "./list-spec.ts";
import { Found, Marked } from "./marked.tsx";
import { Refused } from "./refused.tsx";

/** On a phone: a card each. */
export function LineCards<Line extends Matter>({ choice, ...rest }: LinesProps<Line>) {
  const { t } = useTranslation();
  const { lines } = rest;
  if (!choice) return lines.map((line) => <LineCard key={line.id} line={line} {...rest} />);
  return lines.map((line) => (
    <div key={line.id} style={{ display: "flex", gap: 10, alignItems: "flex-start", marginBottom: 10 }}>
      <Checkbox
        aria-label={t("web.together.select", { title: line.title })}
        checked={choice.ids.includes(line.id)}
        onChange={({ target }) => choice.choose(target.checked ? [...choice.ids, line.id] : choice.ids.filter((id) => id !== line.id))}
        style={{ paddingTop: 16 }}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <LineCard line={line} {...rest} />
        <Refused reason={choice.reasons[line.id]} />
      </div>
    </div>
  ));
}

function LineCard<Line extends Matter>({ spec, line, search }: Omit<LinesProps<Line>, "choice"> & { readonly line: Line }) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <Link className="line-card" to={pageOf(spec, line)}>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
        <span>
          {spec.status(line)}
          {spec.mark?.(line, false)}
        </span>
        {line.dueOn ? <Lamp dueOn={line.dueOn} today={today} /> : null}
      </div>
      <div className="title">
        <Marked text={line.title} search={search} />
      </div>
      <Found match={line.match} search={search} name={(field) => t(`${spec.words}.found_in.${field}`)} />
      <div className="meta">
        {[line.label, ...spec.small(line)].filter(Boolean).map((said, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same small print in the same order each time
          <span key={at}>{said}</span>
        ))}
      </div>
    </Link>
  );
}
