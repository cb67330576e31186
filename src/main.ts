import { backdrop, type Settings } from "./command/settings.ts";

/** Ends with the number it gives, where it gives one. */
type Command = (settings: Settings, words: readonly string[]) => Promise<unknown>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./command/serve.ts")).serve,
  migrate: async () => (await import("./command/migrate.ts")).migrateOnly,
  seed: async () => (await import("./command/seed.ts")).seed,
  backup: async () => (await import("./command/backup.ts")).backup,
  restore: async () => (await import("./command/restore.ts")).restore,
  verify: async () => (await import("./command/verify.ts")).verify,
};

const [name = "serve", ...words] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!load) {
  console.error(`usage: lianxin ${Object.keys(commands).join(" | ")}`);
  process.exitCode = 2;
} else {
  try {
    const command = await load();
    const code = await command(backdrop(process.env), words);
    process.exitCode = typeof code === "number" ? code : 0;
  } catch (error) {
    console.error(`lianxin: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
