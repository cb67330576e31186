import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider } from "antd";
import enUS from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { createRoot } from "react-dom/client";
import { ProblemError } from "./api/client.ts";
import { language, startI18n } from "./i18n.ts";
import type { HeadWidget, Page } from "./page.ts";
import { makeRouter } from "./router.tsx";
import "./style.css";
import { enlarged, isLarge } from "./print.ts";
import { theme } from "./theme.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status > 0), staleTime: 5_000 },
  },
});

/** Draws the client with these pages, and these widgets in its head. */
export async function start(into: HTMLElement, pages: readonly Page[], widgets: readonly HeadWidget[]): Promise<void> {
  await startI18n();
  dayjs.locale(language() === "en" ? "en" : "zh-cn");
  document.documentElement.classList.toggle("large", isLarge());
  createRoot(into).render(
    <ConfigProvider
      theme={isLarge() ? enlarged(theme) : theme}
      locale={language() === "en" ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <App style={{ minHeight: "100%" }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={makeRouter(pages, widgets)} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
}
