import { useCallback, useEffect, useState } from "react";
import { ProblemError } from "../../../web/api/client.ts";
import type { Attachment } from "../../../web/ui/attachment-field.tsx";
import { type Entry, type Kept, moment, outgoing, readEntries, refusalIn, withEntry, without, writeEntries } from "./kept-entries.ts";
import { isOffline, isRefused, sendAll, sendOne, type Written } from "./sending.ts";

/** What was taken, with its first words. */
export type Sent = Written & { readonly words: string };

const most = 50;
const every = 30_000;

/** Identifier of a form, by chance; also where the page came over plain HTTP. */
export function freshSubmission(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export interface Outbox {
  readonly kept: readonly Kept[];
  readonly sending: boolean;
  /** What came through since the page was opened, with its receipts. */
  readonly sent: readonly Sent[];
  /**
   * Sends at once; where there is no line, keeps it. Throws the house's refusal, so that what was typed can be mended. An entry that
   * is kept already is replaced by what is put under its identifier, and was said when it was said.
   */
  readonly put: (entry: Entry, files?: readonly Attachment[]) => Promise<Written | "kept">;
  readonly flush: () => void;
  readonly drop: (submission: string) => void;
}

/** Sends what was written down, now or as soon as there is a line. Each form has an identifier of its own, so that nothing comes twice. */
export function useOutbox(account: string): Outbox {
  const [kept, setKept] = useState(() => readEntries(account));
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const keep = useCallback(
    (change: (all: readonly Kept[]) => readonly Kept[]) => {
      // Another tab may have written meanwhile: what is stored is changed, not what was seen.
      const all = change(readEntries(account));
      writeEntries(account, all);
      setKept(all);
    },
    [account],
  );
  const flush = useCallback(async () => {
    const waiting = readEntries(account).filter((one) => !one.refusal);
    if (waiting.length === 0) return;
    setSending(true);
    try {
      const entries = waiting.slice(0, most).map(outgoing);
      const answers = new Map((await sendAll(entries)).map((result) => [result.submission, result]));
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
    drop: (submission) => keep((all) => without(all, submission)),
    async put(entry, files) {
      const { submission } = entry;
      const before = readEntries(account).find((one) => one.entry.submission === submission);
      const one: Kept = { entry, at: before?.at ?? moment(), ...(files && files.length > 0 ? { files } : {}) };
      // First kept, then sent: whatever happens to the page in between, it is not lost.
      keep((all) => withEntry(all, one));
      try {
        const written = await sendOne(outgoing(one));
        keep((all) => without(all, submission));
        return written;
      } catch (error) {
        if (isOffline(error)) return "kept";
        // The form has a new one's words; one that was kept before stays kept, with what is wrong now.
        const again = isRefused(error) ? { ...one, refusal: refusalIn(error.problem) } : before;
        keep((all) => (before && again ? withEntry(all, again) : without(all, submission)));
        throw error;
      }
    },
  };
}
