import { systemClock } from "../../../platform/clock/clock.ts";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { IdentityTables } from "./tables.ts";

const year = 365 * 24 * 3_600_000;

/** Sessions and sign-in attempts are forgotten after twelve months, as their tables promise; both live by the machine's time. */
export const forgetSignIns: Sweep = {
  name: "identity.forget_sign_ins",
  async run(database) {
    const before = new Date(Date.parse(systemClock.now()) - year).toISOString() as Instant;
    await database.write(async (tx) => {
      const tables = tx.withTables<IdentityTables>();
      await tables.deleteFrom("signIn").where("expiresAt", "<", before).execute();
      await tables.deleteFrom("signInAttempt").where("at", "<", before).execute();
    });
  },
};
