import { resolve } from "node:path";
import { z } from "zod";

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:/)
    .optional(),
  LIANXIN_KEY: z.string().min(1).optional(),
  LIANXIN_WORLD: z.enum(["demo", "empty"]).default("demo"),
  LIANXIN_DEMO_PUBLIC: z.enum(["0", "1"]).default("0"),
});

/** What the environment says, checked once at the start. Throws naming the variable that is wrong. */
export function backdrop(environment: NodeJS.ProcessEnv) {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`wrong settings — ${names.join("; ")}`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, LIANXIN_KEY, LIANXIN_WORLD, LIANXIN_DEMO_PUBLIC } = parsed.data;
  const folder = resolve(DATA_DIR);
  return {
    port: PORT,
    host: HOST,
    folder,
    url: DATABASE_URL,
    key: LIANXIN_KEY,
    world: LIANXIN_WORLD,
    demoToAll: LIANXIN_DEMO_PUBLIC === "1",
  };
}

export type Settings = ReturnType<typeof backdrop>;

/** The one file that a command is given. */
export function oneFile(command: string, words: readonly string[]): string {
  const [path] = words;
  if (!path || words.length > 1) throw new Error(`usage: lianxin ${command} FILE`);
  return resolve(path);
}
