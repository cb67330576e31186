import { Tour } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { useFocusBack } from "../ui/focus.ts";
import { tours, visitorOf } from "./steps.ts";

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

/** Nothing where it is not on the screen, as the menu is not on a phone: the step stands in the middle then. */
const shown = (at: string | undefined): HTMLElement | null => {
  const found = at ? document.querySelector<HTMLElement>(at) : null;
  return found?.checkVisibility() ? found : null;
};
