import { type Problem, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";
import { type Entry, type Refused, refusalIn } from "./kept-entries.ts";

export type Written = Schemas["WrittenVoice"];

/** What the house said to one entry. */
interface Result {
  readonly submission: string;
  readonly written: Written | null;
  readonly refusal: Refused | null;
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { "content-type": "application/json", "accept-language": language() };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok) return answer as Answer;
  throw new ProblemError((answer as Problem | undefined) ?? offline);
}

const offline: Problem = { type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] };
/** There was no answer. */
export const isOffline = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 0;
/** The answer is about the entry; signed out, too often and a fault of the house are not. */
export const isRefused = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && [403, 404, 409, 422].includes(error.problem.status);

/** Sends one entry. Throws `ProblemError`. */
export const sendOne = (entry: Entry): Promise<Written> => post<Written>("/api/voices", entry);

/** Sends entries together, each answered on its own. Throws `ProblemError` where nothing was answered. */
export async function sendAll(entries: readonly Entry[]): Promise<readonly Result[]> {
  try {
    return (await post<{ results: Result[] }>("/api/voice-batches", { entries })).results;
  } catch (error) {
    // One that breaks the form of the whole must not hold the others back: each goes by itself then.
    if (!(error instanceof ProblemError) || error.problem.status !== 422) throw error;
    return await oneByOne(entries);
  }
}

async function oneByOne(entries: readonly Entry[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const entry of entries) {
    const { submission } = entry;
    try {
      results.push({ submission, written: await sendOne(entry), refusal: null });
    } catch (error) {
      // What was answered so far counts; the rest is sent another time.
      if (!isRefused(error)) return results;
      results.push({ submission, written: null, refusal: refusalIn(error.problem) });
    }
  }
  return results;
}
