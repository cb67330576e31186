import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds at fault on the page as it stands, by all its rules or those of `tags`. Axe runs in the page itself, and not part by
 * part with a window of its own to sum up in: that is for frames of other houses, of which no page here has any.
 */
export async function violations(page: Page, tags?: string[]) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  return (await (tags ? axe.withTags(tags) : axe).analyze()).violations;
}
