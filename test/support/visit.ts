import { readFile } from "node:fs/promises";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { comeToRest } from "./rest.ts";
import "./provided.ts";

/** People with a browser window each, as wide as a phone or a desk. */
export interface Visitors {
  /** Signs a persona in by a click on the sign-in page, as a person would. */
  open(persona: string, width?: number): Promise<Page>;
  /** Somebody who is signed in nowhere, with a window of his own. */
  stranger(options?: { readonly width?: number; readonly script?: boolean }): Promise<Page>;
}

const phone = 390;

/** One product for all journeys: whoever comes first waits for it, and when it never is ready nobody waits again. */
let ready: Promise<void> | undefined;

/** Opens a browser before the tests of this file and closes it after them. */
export function visitors(): Visitors {
  const open = new Map<string, Page>();
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    browser = await chromium.launch({ executablePath: inject("browser"), args });
    ready ??= comeToRest(inject("site"), 280_000);
    await ready;
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
  });
  const window = async (width: number, javaScriptEnabled = true) => {
    const context = await browser.newContext({
      baseURL: inject("site"),
      locale: "zh-CN",
      viewport: { width, height: width <= phone ? 844 : 900 },
      hasTouch: width <= phone,
      // What slides and fades takes time of every step, and tells a test nothing.
      reducedMotion: "reduce",
      javaScriptEnabled,
    });
    context.setDefaultTimeout(45_000);
    contexts.push(context);
    return await context.newPage();
  };
  return {
    stranger: ({ width = phone, script = true } = {}) => window(width, script),
    async open(persona, width = 1440) {
      const key = `${persona} ${width}`;
      const known = open.get(key);
      if (known) return known;
      const page = await window(width);
      await page.goto("/sign-in");
      await page.locator(`[data-persona="${persona}"]`).click();
      await page.waitForURL("**/desk");
      open.set(key, page);
      return page;
    },
  };
}

/** Hands a file in on a page that takes one. */
export async function handIn(page: Page, file: File): Promise<void> {
  const buffer = Buffer.from(await file.arrayBuffer());
  await page.locator('input[type="file"]').setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer });
}

/** The bytes that are saved when something is done on a page. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return new Uint8Array(await readFile(await file.path()));
}
