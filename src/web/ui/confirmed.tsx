import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import { useTelling } from "./telling.tsx";

interface Question {
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  readonly yes: string;
  readonly danger?: boolean;
  readonly act: () => Promise<void>;
}

/** Asks before it acts; a refusal is shown with its reason. */
export function useConfirmed(): (question: Question) => void {
  const { modal, message } = useTelling();
  const { t } = useTranslation();
  return ({ title, text, yes, danger = false, act }) => {
    modal.confirm({
      title,
      content: text,
      okText: yes,
      cancelText: t("web.cancel"),
      okButtonProps: { danger, "data-confirm": "" },
      onOk: () =>
        act().catch((error: unknown) => {
          message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"), 8);
        }),
    });
  };
}
