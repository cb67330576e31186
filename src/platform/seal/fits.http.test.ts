import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { testHouse } from "../../../test/support/house.ts";
import { assertKeyFits } from "./fits.ts";
import { sealUnder } from "./seal.ts";

const world = testHouse();

test("a database goes on with the key of its first start, and with no other", async () => {
  const [first, other] = [sealUnder(randomBytes(32)), sealUnder(randomBytes(32))];
  await assertKeyFits(world.database, first);
  await assertKeyFits(world.database, first);
  await expect(assertKeyFits(world.database, other)).rejects.toThrow(/LIANXIN_KEY/);
  await assertKeyFits(world.database, first);
});
