import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { PaperSheet } from "../../../web/ui/paper-sheet.tsx";
import { isWritten } from "../papers/papers.ts";
import { replyLetter } from "../papers/reply.ts";
import { Addressed } from "./addressed.tsx";
import type { Suggestion } from "./api.ts";
import { useCodes } from "./codes.ts";
import { answersIn, type Part, type ReplyDraft, textIn } from "./reply-draft.ts";
import { useFullNames } from "./units.ts";

/** The letter as it stands at this moment: the same paper that will be printed, made of what is being typed. */
export function ReplyPreview({ of, part, draft }: { of: Suggestion; part: Part; draft: ReplyDraft }) {
  const { t } = useTranslation();
  const me = useMe();
  const names = useFullNames();
  const addressing = useCodes().data?.addressing ?? "each";
  const full = <One extends { id: string; name: string }>(one: One) => ({ ...one, name: names.get(one.id) ?? one.name });
  const reply = {
    ...{ id: "draft", partId: part.id, round: of.round, body: textIn(of, draft), className: "" },
    answers: draft.whole ? null : answersIn(of, draft.answers),
    ...{ resultClass: draft.resultClass ?? "　", outcome: draft.outcome ?? "resolved", reason: draft.reason || null },
    ...{ draftedByName: me.name, documentNo: null, signedByName: null, signedAt: null, addressing },
  };
  const promises = (draft.commitments ?? [])
    .filter((one) => one?.content && one.dueOn)
    .map(({ content = "", owner = "", dueOn = "" }, index) => ({
      ...{ id: String(index), partId: part.id, content, owner, dueOn, state: "draft" as const },
      ...{ carriedTo: null, settledOn: null, evidence: null },
    }));
  const paper = replyLetter(
    {
      ...of,
      parts: of.parts.map((one) => ({ ...one, unit: full(one.unit) })),
      ...{ reviewer: full(of.reviewer), forwarder: of.forwarder && full(of.forwarder) },
      replies: [reply],
      commitments: [...of.commitments.filter((one) => one.state !== "draft"), ...promises],
    },
    { replyId: reply.id },
  );
  if (!isWritten(paper)) return null;
  return (
    <>
      <Addressed of={of} reply={reply} />
      <PaperSheet of={paper} label={t("suggestion.reply_editor.preview")} />
    </>
  );
}
