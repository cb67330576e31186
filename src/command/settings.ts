import { resolve } from "node:path";
import { z } from "zod";
import { proxiesIn } from "../platform/http/caller.ts";

const headers = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "must be a JSON object of headers" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));

const proxies = z.string().transform((text, context) => {
  try {
    return proxiesIn(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: String(error instanceof Error ? error.message : error) });
    return z.NEVER;
  }
});

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
  LIANXIN_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LIANXIN_PROXIES: proxies.prefault(""),
  LIANXIN_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  LIANXIN_MAIL_FROM: z.string().includes("@").max(200).optional(),
  LIANXIN_WEBHOOK_PRIVATE: z.enum(["0", "1"]).default("0"),
  LIANXIN_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  LIANXIN_GATEWAY_METHOD: z.enum(["POST", "PUT"]).default("POST"),
  LIANXIN_GATEWAY_HEADERS: headers.default({}),
  LIANXIN_GATEWAY_BODY: z.string().default('{"phone":"{phone}","text":"{text}"}'),
});

/** Ways out of the house; half a setting is a mistake that would show only when nothing arrives. */
function outward(of: z.output<typeof Settings>) {
  const { LIANXIN_SMTP_URL: smtp, LIANXIN_MAIL_FROM: from, LIANXIN_GATEWAY_URL: url } = of;
  if ((smtp === undefined) !== (from === undefined))
    throw new Error("wrong settings — LIANXIN_SMTP_URL and LIANXIN_MAIL_FROM are set together or not at all");
  const gateway = { method: of.LIANXIN_GATEWAY_METHOD, headers: of.LIANXIN_GATEWAY_HEADERS, body: of.LIANXIN_GATEWAY_BODY };
  return {
    mail: smtp !== undefined && from !== undefined ? { url: smtp, from } : undefined,
    gateway: url === undefined ? undefined : { url, ...gateway },
    webhookPrivate: of.LIANXIN_WEBHOOK_PRIVATE === "1",
    publicUrl: (of.LIANXIN_PUBLIC_URL ?? `http://localhost:${of.PORT}`).replace(/\/$/, ""),
  };
}

/** What the environment says, checked once at the start. Throws naming the variable that is wrong. */
export function backdrop(environment: NodeJS.ProcessEnv) {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`wrong settings — ${names.join("; ")}`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, LIANXIN_KEY, LIANXIN_WORLD, LIANXIN_DEMO_PUBLIC, LIANXIN_PROXIES } = parsed.data;
  const folder = resolve(DATA_DIR);
  return {
    port: PORT,
    host: HOST,
    folder,
    url: DATABASE_URL,
    key: LIANXIN_KEY,
    world: LIANXIN_WORLD,
    proxies: LIANXIN_PROXIES,
    demoToAll: LIANXIN_DEMO_PUBLIC === "1",
    ...outward(parsed.data),
  };
}

export type Settings = ReturnType<typeof backdrop>;

/** The one file that a command is given. */
export function oneFile(command: string, words: readonly string[]): string {
  const [path] = words;
  if (!path || words.length > 1) throw new Error(`usage: lianxin ${command} FILE`);
  return resolve(path);
}
