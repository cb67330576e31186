import { useCallback, useEffect, useState } from "react";
import { systemClock } from "../../../platform/clock/clock.ts";
import { type Problem, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";

/** What was written down, as it goes to the house. */
export interface Entry {
  readonly submission: string;
  readonly words: string;
  readonly [field: string]: unknown;
}

interface Kept {
  readonly entry: Entry;
  /** By this phone's clock, in milliseconds; only how long ago it was is told. */
  readonly at: number;
  /** Why the house did not take it, where it was asked. */
  readonly refusal?: { readonly reasons: readonly Said[]; readonly fields: readonly { readonly field: string; readonly code: string }[] };
}

interface Said {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export type Written = Schemas["WrittenVoice"];
/** What was taken, with its first words. */
export type Sent = Written & { readonly words: string };

/** The phone's own clock, right or wrong: only what passed between two of its moments is told. */
const moment = (): number => Date.parse(systemClock.now());

/** What goes out: the entry, and how long ago it was said. */
const outgoing = ({ entry, at }: Kept): Entry => ({ ...entry, minutesAgo: Math.max(0, Math.floor((moment() - at) / 60_000)) });

const most = 50;
const every = 30_000;
const placeOf = (account: string): string => `lianxin.voices.${account}`;

/** What this phone still has to send. It outlives a reload and a sign-out: a voter's words must not get lost. */
function read(account: string): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(account)) ?? "[]");
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}

function write(account: string, all: readonly Kept[]): void {
  if (all.length === 0) localStorage.removeItem(placeOf(account));
  else localStorage.setItem(placeOf(account), JSON.stringify(all));
}

/** Identifier of a form, by chance; also where the page came over plain HTTP. */
export function freshSubmission(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { "content-type": "application/json", "accept-language": language() };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok) return answer as Answer;
  throw new ProblemError((answer as Problem | undefined) ?? offline);
}

const offline: Problem = { type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] };
const isOffline = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 0;

interface Outbox {
  readonly kept: readonly Kept[];
  readonly sending: boolean;
  /** What came through since the page was opened, with its receipts. */
  readonly sent: readonly Sent[];
  /** Sends at once; where there is no line, keeps it. Throws the house's refusal, so that what was typed can be mended. */
  readonly put: (entry: Entry) => Promise<Written | "kept">;
  readonly flush: () => void;
  readonly drop: (submission: string) => void;
}

/** Sends what was written down, now or as soon as there is a line. Each form has an identifier of its own, so that nothing comes twice. */
export function useOutbox(account: string): Outbox {
  const [kept, setKept] = useState(() => read(account));
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const keep = useCallback(
    (change: (all: readonly Kept[]) => readonly Kept[]) => {
      // Another tab may have written meanwhile: what is stored is changed, not what was seen.
      const all = change(read(account));
      write(account, all);
      setKept(all);
    },
    [account],
  );
  const flush = useCallback(async () => {
    const waiting = read(account).filter((one) => !one.refusal);
    if (waiting.length === 0) return;
    setSending(true);
    try {
      const entries = waiting.slice(0, most).map(outgoing);
      const { results } = await post<{ results: Result[] }>("/api/voice-batches", { entries });
      const answers = new Map(results.map((result) => [result.submission, result]));
      keep((all) =>
        all.flatMap((one) => {
          const answer = answers.get(one.entry.submission);
          if (!answer) return [one];
          return answer.refusal ? [{ ...one, refusal: answer.refusal }] : [];
        }),
      );
      const came = entries.flatMap((entry) => {
        const written = answers.get(entry.submission)?.written;
        return written ? [{ ...written, words: entry.words }] : [];
      });
      setSent((before) => [...came, ...before]);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      // No line, or signed out meanwhile: what is kept stays kept, and is sent another time.
    } finally {
      setSending(false);
    }
  }, [account, keep]);
  useEffect(() => {
    void flush();
    const again = () => void flush();
    addEventListener("online", again);
    const timer = setInterval(again, every);
    return () => {
      removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [flush]);
  return {
    kept,
    sending,
    sent,
    flush: () => void flush(),
    drop: (submission) => keep((all) => all.filter(({ entry }) => entry.submission !== submission)),
    async put(entry) {
      // First kept, then sent: whatever happens to the page in between, it is not lost.
      keep((all) => [...all.filter((one) => one.entry.submission !== entry.submission), { entry, at: moment() }]);
      try {
        const written = await post<Written>("/api/voices", entry);
        keep((all) => all.filter((one) => one.entry.submission !== entry.submission));
        return written;
      } catch (error) {
        if (isOffline(error)) return "kept";
        keep((all) => all.filter((one) => one.entry.submission !== entry.submission));
        throw error;
      }
    },
  };
}

interface Result {
  readonly submission: string;
  readonly written: Written | null;
  readonly refusal: Kept["refusal"] | null;
}
