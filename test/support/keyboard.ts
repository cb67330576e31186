import type { Page } from "playwright-core";

/** What one meets on the way through a part of a page with the Tab key. */
export interface Walk {
  readonly stops: number;
  /** What can be clicked, but was not come to. */
  readonly unreached: readonly string[];
  /** Where one stood without seeing it. */
  readonly unmarked: readonly string[];
  /** Tab led no further. */
  readonly trapped: boolean;
}

interface Watch {
  /** Notes where focus stands; false as soon as it has left, or has been there before. */
  readonly next: () => boolean;
  readonly found: () => Omit<Walk, "trapped">;
}

declare global {
  interface Window {
    watch: Watch;
  }
}

const most = 500;

/** Walks through what is inside `within`, from its beginning until focus leaves it. */
export async function walk(page: Page, within: string): Promise<Walk> {
  // What fades would be looked at half faded; it still ends, since windows wait for that.
  await page.addStyleTag({ content: "* { transition-duration: 1ms !important; animation-duration: 1ms !important }" });
  await page.evaluate(watching, within);
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => window.watch.next())) continue;
    return { ...(await page.evaluate(() => window.watch.found())), trapped: false };
  }
  return { ...(await page.evaluate(() => window.watch.found())), trapped: true };
}

/** Runs in the page: remembers where focus stood, and whether it could be seen there. */
function watching(within: string): void {
  const root = document.querySelector<HTMLElement>(within);
  if (!root) throw new Error(`nothing on this page is ${within}`);
  const clickable =
    "a[href], button, input, select, textarea, summary, [role=button], [role=switch], [role=tab], [role=combobox], [role=menuitem], [tabindex='0']";
  // A field's own cross and arrows have keys in the field; a chosen file goes through the button before it.
  const served =
    ".ant-input-clear-icon, .ant-select-clear, .ant-picker-clear, .ant-input-number-handler, input[type=file], [aria-hidden=true], [inert], :disabled, [aria-disabled=true]";
  const companies = "[role=tablist], [role=menu], [role=tree], [role=radiogroup]";
  /** Where focus stood; how it looked there, for the first of each kind. */
  const met = new Map<Element, string>();
  const kinds = new Set<string>();

  const visible = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const named = (one: Element) =>
    `${one.tagName.toLowerCase()}.${[...one.classList].slice(0, 2).join(".")} “${one.getAttribute("aria-label") ?? one.textContent?.trim().slice(0, 24)}”`;
  const drawn = (one: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
    return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth, boxShadow, borderColor, backgroundColor].join();
  };
  /** Everything near it that a mark of focus can be drawn with. */
  const look = (one: Element) => {
    const near = [...one.children];
    for (let at: Element | null = one, depth = 0; at && depth < 4; at = at.parentElement, depth++)
      near.push(at, ...[at.nextElementSibling, at.previousElementSibling].filter((other) => other !== null));
    return near.map(drawn).join("|");
  };
  /** Of several of which Tab meets one, all: the arrow keys go through them. */
  const company = (one: Element) => {
    if (!one.matches("input[type=radio]")) return [...(one.closest(companies)?.querySelectorAll("*") ?? [])];
    const named = root.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(one.getAttribute("name") ?? "")}"]`);
    return [...named].flatMap((radio) => [radio, ...(radio.labels ?? [])]);
  };

  /** Does the client listen for clicks on it? A row of a table does for the kit's sake, and then looks like any other. */
  const answers = (one: Element) =>
    (!one.matches("tr") || getComputedStyle(one).cursor === "pointer") &&
    Object.entries(one).some(([key, props]) => key.startsWith("__reactProps$") && typeof props?.onClick === "function");

  const start = document.createElement("span");
  start.tabIndex = -1;
  root.prepend(start);
  start.focus({ preventScroll: true });
  start.remove();
  window.watch = {
    next() {
      const at = document.activeElement;
      if (!at || at === document.body || !root.contains(at) || met.has(at)) return false;
      const kind = `${at.tagName} ${at.className} ${at.parentElement?.className}`;
      met.set(at, kinds.has(kind) ? "" : look(at));
      kinds.add(kind);
      return true;
    },
    found() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const stops = [...met.keys()];
      const reached = new Set<Element>(stops.flatMap((one): Element[] => [one, ...company(one), ...one.querySelectorAll("*")]));
      const around = new Set<Element>(stops.flatMap((one): Element[] => [...ancestorsOf(one)]));
      const open = (one: Element) => !reached.has(one) && !around.has(one) && visible(one);
      const unreached = [...root.querySelectorAll<HTMLElement>("*")].filter(
        (one) => (one.matches(clickable) || answers(one)) && open(one) && !one.closest(served),
      );
      return {
        stops: met.size,
        unreached: unreached.map(named),
        unmarked: [...met].filter(([one, seen]) => visible(one) && look(one) === seen).map(([one]) => named(one)),
      };
    },
  };
  function* ancestorsOf(one: Element) {
    for (let at = one.parentElement; at; at = at.parentElement) yield at;
  }
}

/** Presses `key` until focus stands on what `selector` names. */
export async function moveTo(page: Page, selector: string, key: "Tab" | "Shift+Tab" | "ArrowDown" | "ArrowRight" = "Tab"): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await page.evaluate((wanted) => Boolean(document.activeElement?.closest(wanted)), selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
}

/** Goes to what `selector` names, and presses Enter on it. */
export async function enter(page: Page, selector: string): Promise<void> {
  await moveTo(page, selector);
  await page.keyboard.press("Enter");
}
