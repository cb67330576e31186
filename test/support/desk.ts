import type { Locator, Page } from "playwright-core";

/** What a person does in front of a case: find the button, fill in the form, confirm. */
export async function perform(page: Page, verb: string, fill?: (form: Form) => Promise<void>): Promise<void> {
  await press(page, verb);
  const dialog = page.locator(".ant-modal-container, .ant-drawer-section").filter({ has: page.locator("[data-confirm]") });
  await dialog.waitFor();
  await fill?.(new Form(page, dialog));
  await dialog.locator("[data-confirm]").click();
  await dialog.waitFor({ state: "hidden" }).catch(async () => {
    throw new Error(`${verb} was not accepted:\n${await dialog.innerText()}`);
  });
}

/** Looks for the button in plain sight, then under "more", until it is there: the page that is being left has buttons of its own. */
async function press(page: Page, verb: string): Promise<void> {
  const button = page.locator(`button[data-verb="${verb}"]`);
  const item = page.locator(`.ant-dropdown:visible [data-verb="${verb}"]`);
  const more = page.locator("[data-more]");
  for (let attempt = 0; attempt < 30; attempt++) {
    if (await button.isVisible()) return await button.click();
    if (await more.isVisible()) {
      await more.click();
      const found = await item.waitFor({ timeout: 1000 }).then(...cameOrNot);
      if (found) return await item.click();
      await page.keyboard.press("Escape");
    } else
      await button
        .or(more)
        .first()
        .waitFor({ timeout: 1000 })
        .then(...cameOrNot);
  }
  throw new Error(`${verb} is not offered on ${page.url()}:\n${await page.locator("#page").innerText()}`);
}

const cameOrNot = [() => true, () => false] as const;

/** Opens the reply editor, fills it in and hands it to the leader. */
export async function writeReply(page: Page, fill: (form: Form) => Promise<void>): Promise<void> {
  await page.locator('button[data-verb="draft_reply"]').click();
  await page.waitForURL("**/reply");
  await fill(new Form(page, page.locator(".page")));
  await page.locator("[data-confirm]").click();
  await page
    .waitForURL((url) => !url.pathname.endsWith("/reply"))
    .catch(async () => {
      throw new Error(`the reply was not accepted:\n${await page.locator(".page").innerText()}`);
    });
}

/** The form of a verb, filled in by the words on its labels. */
export class Form {
  readonly page: Page;
  readonly dialog: Locator;
  constructor(page: Page, dialog: Locator) {
    this.page = page;
    this.dialog = dialog;
  }

  /** Types into the field of this label. */
  async type(label: string, text: string): Promise<void> {
    await this.dialog.getByRole("textbox", { name: label }).fill(text);
  }

  /** Marks one of several choices. */
  async mark(words: string): Promise<void> {
    await this.dialog.locator("label.ant-radio-wrapper", { hasText: words }).first().click();
  }

  /** Picks from a list, typing a few letters of the wanted one where the list can be searched. */
  async pick(label: string, words: string, search = false): Promise<void> {
    const field = this.dialog.getByRole("combobox", { name: label }).last();
    const option = this.page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: words }).first();
    // A list that has just been asked for can be replaced under the pointer; a person would look and pick again.
    for (let attempt = 0; attempt < 3; attempt++) {
      await field.click();
      if (search) await field.fill(words);
      await option.waitFor();
      await this.page.waitForLoadState("networkidle");
      await option.click();
      await this.dialog.locator("p.muted, h1").first().click();
      if ((await this.dialog.locator(".ant-select", { hasText: words }).count()) > 0) return;
    }
    throw new Error(`${words} could not be picked in ${label}`);
  }

  /** Types a number into the field of this label. */
  async number(label: string, number: string): Promise<void> {
    await this.dialog.getByRole("spinbutton", { name: label }).fill(number);
  }

  /** Chooses a file and waits until it has been taken in. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.dialog.locator("input[type=file]").setInputFiles([file]);
    await this.dialog.locator(".ant-upload-list-item-done").first().waitFor();
  }

  /** Picks a day by typing it. */
  async day(label: string, day: string): Promise<void> {
    const field = this.dialog.getByRole("textbox", { name: label }).last();
    await field.fill(day);
    await field.press("Enter");
  }
}
