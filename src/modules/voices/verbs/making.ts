import { z } from "zod";
import type { Refusal } from "../../../platform/refusal.ts";
import type { ClockRow } from "../../calendar/index.ts";
import { type Change, type Context, subjectType, type Voice, type VoiceAnswer } from "../voice.ts";

export const words = (max: number, min = 2) => z.string().trim().min(min).max(max);
export const maybe = z.string().trim().max(2000).nullable().default(null);
export const reasoned = z.strictObject({ note: words(2000) });

/** A verb with the type of its input checked against its deciding function. */
export const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Voice, input: Input, context: Context) => Change | Refusal,
) => ({ input, decide });

export const start = (of: Pick<Voice, "id">, context: Pick<Context, "clocks" | "newId" | "today">, key: string): ClockRow =>
  context.clocks.start({ id: context.newId(), subjectType, subjectId: of.id, key: `voice.${key}`, startsOn: context.today });

export const stopAll = (of: Voice, context: Context, by: string): ClockRow[] =>
  of.clocks.filter((clock) => clock.stoppedOn === null).map((clock) => context.clocks.stop(clock, context.today, by));

/** An answer as it is given: unheard. */
export const answered = (
  of: Voice,
  { newId, today, doer }: Context,
  { answer, outcome = null, solved }: Pick<VoiceAnswer, "answer" | "solved"> & { outcome?: string | null },
): VoiceAnswer => ({
  ...{ id: newId(), round: of.round, answer, outcome, solved, answeredOn: today },
  ...{ byPerson: doer.person, actingFor: doer.actingFor, grade: null, gradeReasons: null, gradedAt: null, gradedBy: null },
});
