import { MoreOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceMenu } from "./choice-menu.tsx";
import { useWide } from "./wide.ts";

interface Props {
  readonly words: string;
  /** Allowed verbs, the most usual first. */
  readonly can: readonly string[];
  readonly cannot: readonly {
    readonly verb: string;
    readonly reasons: readonly { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }[];
  }[];
  readonly isDestructive: (verb: string) => boolean;
  readonly open: (verb: string) => void;
  /** A verb that has a page of its own instead of a dialog. The page can be opened early: it says itself what is missing. */
  readonly link?: (verb: string, words: ReactNode) => ReactNode | undefined;
}

/**
 * What I can do now. The most usual stands first; what is possible only after something else is greyed out and says why: at a
 * desk when one comes to it, on a phone, where nothing can be pointed at, under "more".
 */
export function VerbBar({ words, can, cannot, isDestructive, open, link }: Props) {
  const { t } = useTranslation();
  const name = (verb: string) => t(`${words}.verb.${verb}`);
  const wide = useWide();
  const [shown, rest] = [can.slice(0, 3), can.slice(3)];
  const further = rest.map((verb) => {
    const linked = link?.(verb, <span data-verb={verb}>{name(verb)}</span>);
    return {
      key: verb,
      danger: isDestructive(verb),
      label: linked ?? <span data-verb={verb}>{name(verb)}</span>,
      ...(linked ? {} : { onClick: () => open(verb) }),
    };
  });
  const why = (reasons: Props["cannot"][number]["reasons"]) => reasons.map((reason) => t(reason.code, { ...reason.params })).join("；");
  const later = cannot.map(({ verb, reasons }) => {
    const linked = link?.(verb, name(verb));
    return { key: verb, label: <Later verb={verb} name={linked ?? name(verb)} why={why(reasons)} />, disabled: !linked };
  });
  const more = [...further, ...(wide ? [] : later)];
  return (
    <>
      {shown.map((verb, index) => {
        const linked = link?.(
          verb,
          <Button type={index === 0 ? "primary" : "default"} data-verb={verb}>
            {name(verb)}
          </Button>,
        );
        if (linked) return <span key={verb}>{linked}</span>;
        return (
          <Button
            key={verb}
            type={index === 0 && !isDestructive(verb) ? "primary" : "default"}
            danger={isDestructive(verb)}
            onClick={() => open(verb)}
            data-verb={verb}
          >
            {name(verb)}
          </Button>
        );
      })}
      {(wide ? cannot : []).map(({ verb, reasons }) => (
        <Tooltip key={verb} trigger={["hover", "focus"]} title={why(reasons)}>
          <span>
            {link?.(verb, <Button data-verb={verb}>{name(verb)}</Button>) ?? (
              <Button aria-disabled className="greyed" data-verb={verb}>
                {name(verb)}
              </Button>
            )}
          </span>
        </Tooltip>
      ))}
      {more.length > 0 ? (
        <ChoiceMenu menu={{ items: more }}>
          <Button icon={<MoreOutlined />} data-more>
            {t("web.more")}
          </Button>
        </ChoiceMenu>
      ) : null}
    </>
  );
}

function Later({ verb, name, why }: { verb: string; name: ReactNode; why: string }) {
  return (
    <div className="later" data-verb={verb}>
      {name}
      <div>{why}</div>
    </div>
  );
}
