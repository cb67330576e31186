import { overloaded, Refused } from "../refusal.ts";

interface Waiting<In, Out> {
  readonly one: In;
  done(out: Out): void;
  fail(error: unknown): void;
}

/** Whoever finds so many before him is told to come back later. */
const mostWaiting = 2_000;

/**
 * Lets many callers at once share what each would have to do alone, such as waiting for the disk: whoever comes while a round is under
 * way waits for the next, `most` in each. `work` answers in the order of what it is given. A mistake of ours in a round is not borne by
 * all: each is then tried alone. `Refused` concerns the whole round; what concerns one is a value among the answers.
 */
export function inRounds<In, Out>(work: (all: readonly In[]) => Promise<readonly Out[]>, most = 200): (one: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let underWay = false;

  async function round(all: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const answers = await work(all.map(({ one }) => one));
      for (const [at, { done }] of all.entries()) done(answers[at]!);
    } catch (error) {
      if (all.length > 1 && !(error instanceof Refused)) for (const one of all) await round([one]);
      else for (const { fail } of all) fail(error);
    }
  }
  async function rounds(): Promise<void> {
    underWay = true;
    while (waiting.length > 0) await round(waiting.splice(0, most));
    underWay = false;
  }
  return (one) =>
    new Promise((done, fail) => {
      if (waiting.length >= mostWaiting) return fail(new Refused(overloaded));
      waiting.push({ one, done, fail });
      if (!underWay) void rounds();
    });
}
