import { backdrop } from "./command/settings.ts";

const commands: Readonly<Record<string, () => Promise<(settings: ReturnType<typeof backdrop>) => Promise<number | undefined>>>> = {
  serve: async () => (await import("./command/serve.ts")).serve,
  verify: async () => (await import("./command/verify.ts")).verify,
};

const name = process.argv[2] ?? "serve";
const load = commands[name];
if (!load) {
  console.error(`usage: lianxin ${Object.keys(commands).join(" | ")}`);
  process.exitCode = 2;
} else {
  try {
    const command = await load();
    process.exitCode = (await command(backdrop(process.env))) ?? 0;
  } catch (error) {
    console.error(`lianxin: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
