import { MoreOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VerbName } from "../lifecycle.ts";
import type { Suggestion } from "./api.ts";
import { VerbDialog } from "./verb-dialog.tsx";
import { foremost, isDestructive } from "./verb-forms.ts";

/** What I can do now. The most usual stands first; what is possible only after something else is greyed out and says why. */
export function VerbBar({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<VerbName>();
  const can = [...(of.can as VerbName[])].sort((a, b) => foremost(a) - foremost(b));
  const cannot = of.cannot.filter((one) => foremost(one.verb as VerbName) < 100);
  const shown = can.slice(0, 3);
  const rest = can.slice(3);
  const button = (verb: VerbName, first: boolean) =>
    verb === "revise" ? (
      <Link key={verb} to="/suggestions/$id/edit" params={{ id: of.id }}>
        <Button>{t("suggestion.verb.revise")}</Button>
      </Link>
    ) : (
      <Button key={verb} type={first ? "primary" : "default"} danger={isDestructive(verb)} onClick={() => setOpen(verb)} data-verb={verb}>
        {t(`suggestion.verb.${verb}`)}
      </Button>
    );
  return (
    <>
      {shown.map((verb, index) => button(verb, index === 0 && !isDestructive(verb) && verb !== "revise"))}
      {cannot.map(({ verb, reasons }) => (
        <Tooltip key={verb} title={reasons.map((reason) => t(reason.code, { ...reason.params })).join("；")}>
          <span>
            <Button disabled data-verb={verb}>
              {t(`suggestion.verb.${verb}`)}
            </Button>
          </span>
        </Tooltip>
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: rest.map((verb) => ({
              key: verb,
              danger: isDestructive(verb),
              label:
                verb === "revise" ? (
                  <Link to="/suggestions/$id/edit" params={{ id: of.id }}>
                    {t("suggestion.verb.revise")}
                  </Link>
                ) : (
                  <span data-verb={verb}>{t(`suggestion.verb.${verb}`)}</span>
                ),
              ...(verb === "revise" ? {} : { onClick: () => setOpen(verb) }),
            })),
          }}
        >
          <Button icon={<MoreOutlined />} data-more>
            {t("web.more")}
          </Button>
        </Dropdown>
      ) : null}
      {open ? <VerbDialog key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}
