import { DownOutlined, FileTextOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ChoiceMenu } from "../../../web/ui/choice-menu.tsx";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { addressedBy } from "../papers/addressing.ts";
import { type AddressedKind, addressedKinds, type IssuedKind } from "../papers/kinds.ts";
import { type Printable, printableOf, unissued } from "../papers/printable.ts";
import { caseKey, perform, type Suggestion } from "./api.ts";

/** The official papers that can be printed now, as PDF and for Word. */
export function Papers({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const papers = printableOf(of);
  const issuable = of.can.includes("issue_paper") ? unissued(of) : [];
  const issue = useIssuing(of);
  if (papers.length === 0) return null;
  const several = of.replies.length > 1;
  const items = papers.map((paper) => ({
    key: `${paper.kind} ${paper.replyId ?? ""}`,
    type: "group" as const,
    label: `${t(`suggestion.papers.kind.${paper.kind}${paper.draft ? "_draft" : ""}`)}${several ? whose(of, paper) : ""}`,
    children: [
      ...(["pdf", "docx"] as const).map((format) => ({
        key: `${paper.kind} ${paper.replyId ?? ""} ${format}`,
        label: (
          <a href={address(of.id, paper, { format })} target="_blank" rel="noreferrer">
            {t(`suggestion.papers.${format}`)}
          </a>
        ),
      })),
      ...eachOf(of, paper, t),
      ...issuable
        .filter((kind) => kind === paper.kind)
        .map((kind) => ({
          key: `issue ${kind}`,
          label: <span data-issue={kind}>{t("suggestion.papers.issue")}</span>,
          onClick: () => issue(kind),
        })),
    ],
  }));
  return (
    <ChoiceMenu menu={{ items, style: { maxHeight: "70vh", overflowY: "auto" } }}>
      <Button icon={<FileTextOutlined />}>
        {t("suggestion.papers.menu")} <DownOutlined />
      </Button>
    </ChoiceMenu>
  );
}

/** One letter or form for each deputy to whom the reply goes, his own name on it; once it is signed, all of them in one file, too. */
function eachOf(of: Suggestion, paper: Printable, t: TFunction) {
  const reply = of.replies.find(({ id }) => id === paper.replyId);
  const addressees = reply && isAddressed(paper.kind) ? addressedBy(of, reply) : [];
  if (addressees.length < 2) return [];
  const key = `each ${paper.kind} ${paper.replyId ?? ""}`;
  const all = paper.draft
    ? []
    : (["pdf", "docx"] as const).map((format) => ({
        key: `${key} ${format}`,
        label: (
          <a href={address(of.id, paper, { format, each: true })} data-all={`${paper.kind} ${format}`}>
            {t(`suggestion.papers.all.${format}`, { count: addressees.length })}
          </a>
        ),
      }));
  const one = addressees.map(({ mandateId, name }) => ({
    key: `${key} ${mandateId}`,
    label: (
      <a
        href={address(of.id, paper, { format: "pdf", addresseeId: mandateId })}
        target="_blank"
        rel="noreferrer"
        data-addressee={mandateId}
      >
        {name}
      </a>
    ),
  }));
  return [...all, { key, label: t("suggestion.papers.to_each"), children: one }];
}

const isAddressed = (kind: string): kind is AddressedKind => addressedKinds.some((one) => one === kind);

/** Asks, gives the notice its number, and says which. */
function useIssuing(of: Suggestion): (kind: IssuedKind) => void {
  const { t } = useTranslation();
  const { message } = useTelling();
  const ask = useConfirmed();
  const queries = useQueryClient();
  return (kind) => {
    const name = t(`suggestion.papers.kind.${kind}`);
    ask({
      title: t("suggestion.papers.issue_title", { kind: name }),
      text: t("suggestion.papers.issue_help"),
      yes: t("suggestion.papers.issue"),
      act: async () => {
        const after = await perform(of.id, "issue_paper", { kind });
        queries.setQueryData(caseKey(of.id), after);
        message.success(
          t("suggestion.papers.issued", { kind: name, no: after.papers.findLast((one) => one.kind === kind)?.documentNo ?? "" }),
        );
      },
    });
  };
}

function whose(of: Suggestion, { replyId }: Printable): string {
  const reply = of.replies.find((one) => one.id === replyId);
  const unit = of.parts.find((part) => part.id === reply?.partId)?.unit.name;
  return unit ? ` · ${[unit, reply?.documentNo].filter(Boolean).join(" ")}` : "";
}

interface Taken {
  readonly format: "pdf" | "docx";
  readonly addresseeId?: string;
  readonly each?: true;
}

const address = (id: string, { kind, replyId }: Printable, { each, ...taken }: Taken): string =>
  `/api/suggestions/${id}/papers/${kind}${each ? "/each" : ""}?${new URLSearchParams({ ...taken, ...(replyId ? { replyId } : {}) })}`;
