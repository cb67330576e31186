import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { theme as appearance, ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError } from "./api/client.ts";
import { kitWords, startI18n } from "./i18n.ts";
import type { HeadWidget, Page, Panel } from "./page.ts";
import { PanelsContext, panelsOf } from "./panels.tsx";
import { makeRouter } from "./router.tsx";
import "./style.css";
import { calmed, isCalm } from "./motion.ts";
import { enlarged, isLarge } from "./print.ts";
import { theme } from "./theme.ts";
import { TellingRound } from "./ui/telling.tsx";
import { recall } from "./without-line/known.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status > 0), staleTime: 5_000 },
  },
});

/** What the modules bring to the client. */
export interface Brought {
  readonly pages: readonly Page[];
  /** What stands beside the matters of other modules. */
  readonly panels: readonly Panel[];
  readonly widgets: readonly HeadWidget[];
}

/** Draws the client with what the modules bring. */
export async function start(into: HTMLElement, { pages, panels, widgets }: Brought): Promise<void> {
  const [locale] = await Promise.all([kitWords(), startI18n()]);
  document.documentElement.classList.toggle("large", isLarge());
  recall(queries, location.pathname);
  const letters = isLarge() ? enlarged(theme) : theme;
  const calm = isCalm();
  createRoot(into).render(
    <ConfigProvider theme={calm ? calmed(letters) : letters} wave={{ disabled: calm }} locale={locale} button={{ autoInsertSpace: false }}>
      <Letters>
        <TellingRound>
          <QueryClientProvider client={queries}>
            <PanelsContext value={panelsOf(panels)}>
              <RouterProvider router={makeRouter(pages, widgets)} />
            </PanelsContext>
          </QueryClientProvider>
        </TellingRound>
      </Letters>
    </ConfigProvider>,
  );
}

/** Sets what stands outside of the kit's parts in the letters of the kit. */
function Letters({ children }: { children: ReactNode }) {
  const { colorText: color, fontSize, lineHeight, fontFamily } = appearance.useToken().token;
  return <div style={{ minHeight: "100%", color, fontSize, lineHeight, fontFamily }}>{children}</div>;
}
