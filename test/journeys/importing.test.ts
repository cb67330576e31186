import { expect, test } from "vitest";
import { rowsIn, sheetFile } from "../support/sheet.ts";
import { downloaded, handIn, visitors } from "../support/visit.ts";

const people = visitors();
const headings = ["姓名", "性别", "出生年月", "联系电话"];

test("the administrator imports people, mends the wrong row in the sheet handed back, and imports it", async () => {
  const page = await people.open("administrator");
  await page.goto("/imports");
  const [template] = await rowsIn(await downloaded(page, () => page.locator("[data-template]").click()));
  expect(template?.[0]).toBe("姓名 *");

  await handIn(page, new File(["不是表格"], "名单.xlsx"));
  await page.getByText("这不是 .xlsx 表格").waitFor();

  await handIn(page, await sheetFile([headings, ["导入甲", "男", "1970-05", "13700000001"], ["导入乙", "女", "1982.1", "13700000002"]]));
  await page.getByText("以下内容尚未写入").waitFor();
  await page.getByText("月份写两位").waitFor();
  const [head = [], row = []] = await rowsIn(await downloaded(page, () => page.locator("[data-faults]").click()));
  await page.locator("[data-import]").click();
  await page.locator("[data-confirm]").click();
  await page.getByText("新增 1 行，变更 0 行").first().waitFor();

  row[head.indexOf("出生年月")] = "1982-01";
  await page.locator("[data-again]").click();
  await handIn(page, await sheetFile([head, row]));
  await page.locator("[data-import]").click();
  await page.locator("[data-confirm]").click();
  await page.getByText("导入完成：").waitFor();

  await page.goto("/people?search=导入");
  await page.getByText("导入乙").waitFor();
  await page.locator("button[data-export]").click();
  const rows = await rowsIn(await downloaded(page, () => page.locator('[data-export="xlsx"]').click()));
  expect(rows.map(([name]) => name)).toEqual(["姓名", "导入甲", "导入乙"]);
});
