import { DownOutlined, FileTextOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { type Printable, printableOf } from "../papers/printable.ts";
import type { Suggestion } from "./api.ts";

/** The official papers that can be printed now, as PDF and for Word. */
export function Papers({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const papers = printableOf(of);
  if (papers.length === 0) return null;
  const several = of.replies.length > 1;
  const items = papers.map((paper) => ({
    key: `${paper.kind} ${paper.replyId ?? ""}`,
    type: "group" as const,
    label: `${t(`suggestion.papers.kind.${paper.kind}${paper.draft ? "_draft" : ""}`)}${several ? whose(of, paper) : ""}`,
    children: (["pdf", "docx"] as const).map((format) => ({
      key: `${paper.kind} ${paper.replyId ?? ""} ${format}`,
      label: (
        <a href={address(of.id, paper, format)} target="_blank" rel="noreferrer">
          {t(`suggestion.papers.${format}`)}
        </a>
      ),
    })),
  }));
  return (
    <Dropdown menu={{ items, style: { maxHeight: "70vh", overflowY: "auto" } }} trigger={["click"]}>
      <Button icon={<FileTextOutlined />}>
        {t("suggestion.papers.menu")} <DownOutlined />
      </Button>
    </Dropdown>
  );
}

function whose(of: Suggestion, { replyId }: Printable): string {
  const reply = of.replies.find((one) => one.id === replyId);
  const unit = of.parts.find((part) => part.id === reply?.partId)?.unit.name;
  return unit ? ` · ${[unit, reply?.documentNo].filter(Boolean).join(" ")}` : "";
}

const address = (id: string, { kind, replyId }: Printable, format: string): string =>
  `/api/suggestions/${id}/papers/${kind}?${new URLSearchParams({ format, ...(replyId ? { replyId } : {}) })}`;
