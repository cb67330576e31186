import createClient from "openapi-fetch";
import { language } from "../i18n.ts";
import type { components, paths } from "./schema.d.ts";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];

/** An answer that is not what was hoped for: the server's own reasons, in the reader's language. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export const api = createClient<paths>({ baseUrl: "/" });
api.use({
  onRequest({ request }) {
    request.headers.set("accept-language", language());
    return request;
  },
});

interface Result<Data> {
  data?: Data;
  error?: unknown;
  response?: Response;
}

/** The data of an answer. Throws `ProblemError` with the server's reasons, or with "no connection". */
export async function call<Data>(request: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await request.catch((): Result<Data> => ({ error: offline }));
  if (response?.ok) return data as Data;
  throw new ProblemError(isProblem(error) ? error : { ...offline, status: response?.status ?? 0 });
}

const offline: Problem = { type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] };
const isProblem = (error: unknown): error is Problem =>
  typeof error === "object" && error !== null && "code" in error && "reasons" in error;

/** A key that makes one creation happen once, however often it is sent. */
export const idempotencyKey = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
