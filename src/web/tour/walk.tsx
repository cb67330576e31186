import { Tour } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { useFocusBack } from "../ui/focus.ts";
import { tours, visitorOf } from "./steps.ts";
import "./tour.css";

/** The tour itself: each step points at what it speaks of. */
export function Walk({ close }: { close: () => void }) {
  useFocusBack();
  const { t } = useTranslation();
  const steps = tours[visitorOf(useMe())];
  return (
    <Tour
      open
      onClose={close}
      onFinish={close}
      zIndex={1100}
      steps={steps.map(({ name, at }, index) => ({
        title: t(`web.tour.step.${name}.title`),
        description: t(`web.tour.step.${name}.text`),
        target: () => shown(at) as HTMLElement,
        ...(index > 0 ? { prevButtonProps: { children: t("web.tour.back") } } : {}),
        nextButtonProps: { children: t(index === steps.length - 1 ? "web.tour.end" : "web.tour.next") },
      }))}
    />
  );
}

/** What is pointed at: an entry with its sign, or on a phone the button that opens the menu; nothing where neither is there, and the step stands in the middle. */
const shown = (at: string | undefined): HTMLElement | null => {
  const found = at ? document.querySelector<HTMLElement>(at) : null;
  if (found?.checkVisibility()) return found.closest<HTMLElement>("nav li") ?? found;
  return at?.startsWith("nav ") ? document.querySelector<HTMLElement>("header > button:first-child") : null;
};
