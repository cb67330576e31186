import { momentOn, shift } from "../../src/platform/clock/instant.ts";
import { organisationId } from "./organisations.ts";
import type { Random } from "./texts/random.ts";
import {
  addedWords,
  contentWords,
  halfContent,
  handbackNote,
  instantAnswer,
  progressNote,
  refusedNote,
  reopenedWords,
  takenAnswer,
  triedNote,
  unhappyReasons,
  type VoiceText,
  voiceAnswer,
} from "./texts/voice-texts.ts";
import { deputy, house, inDays, inMinutes, liaison, office, receiver, type Speech, say, statusAt, unit, voter } from "./voice-stage.ts";

/** The unit whose business it is, by its key. */
const unitOf = (speech: Speech, { matter }: VoiceText): string =>
  matter.unit === "county_town" ? `${speech.township}_office` : matter.unit;
const desk = (speech: Speech) =>
  speech.station && speech.station.liaison !== receiver(speech).person ? liaison(speech, speech.station) : receiver(speech);

/** Not taken, and told where to go. */
export const directed = (random: Random, speech: Speech, way: string): boolean =>
  say(speech, "direct", { way, note: refusedNote[way] ?? null }, inMinutes(speech.at, random.int(4, 300)), desk(speech));

/** Stands with another voice of the same matter; false where that one has already ended. */
export function joined(random: Random, speech: Speech, other: Speech): boolean {
  const at = inDays(random, speech.at, 0, 2);
  const state = statusAt(other, at);
  if (!["received", "handling", "taken_up", "answered", "escalated"].includes(state)) return false;
  return say(speech, "join", { voiceId: other.thing.id, note: "反映的是同一处问题，并案办理，结果一并告知" }, at, receiver(speech));
}

/** Answered on the spot: by the deputy who received, or by whoever keeps the station. */
export function answeredAtOnce(random: Random, speech: Speech, text: VoiceText): boolean {
  const answer = instantAnswer(random, text);
  if (!answer) return false;
  const { mandateId } = speech.thing;
  const doer = mandateId && random.chance(0.6) ? deputy(mandateId, "addressed") : desk(speech);
  if (!say(speech, "answer_at_once", { answer, solved: true }, inMinutes(speech.at, random.int(3, 25)), doer)) return true;
  asked(random, speech, text);
  return true;
}

/** Passed to a unit, handled, answered, and asked about. */
export function routed(random: Random, speech: Speech, text: VoiceText): void {
  const key = unitOf(speech, text);
  if (random.chance(0.03) && key !== "urban") {
    if (!routeTo(random, speech, "urban", text)) return;
    if (!say(speech, "hand_back", { note: handbackNote(random) }, inDays(random, speech.at, 1, 2), unit("urban"))) return;
  }
  if (!routeTo(random, speech, key, text)) return;
  handled(random, speech, text, key);
}

const isNear = (key: string): boolean => key.endsWith("_office");

function routeTo(random: Random, speech: Speech, key: string, { matter }: VoiceText): boolean {
  const input = { unitId: organisationId(key), limit: null, shareContact: speech.contact !== null && random.chance(0.35) };
  return say(
    speech,
    "route",
    { ...input, note: matter.category === "other" ? "请先调解" : null },
    inDays(random, speech.at, 0, 2),
    receiver(speech),
  );
}

function handled(random: Random, speech: Speech, text: VoiceText, key: string): void {
  if (random.chance(0.3) && !say(speech, "report_progress", { note: progressNote(random) }, inDays(random, speech.at, 1, 4), unit(key)))
    return;
  if (random.chance(0.12)) saidMore(random, speech);
  const answer = { answer: voiceAnswer(random, text, false), solved: false };
  const done = random.chance(0.82) ? { answer: voiceAnswer(random, text, true), solved: true } : answer;
  const [least, most] = speech.thing.urgent ? [0, 1] : isNear(key) ? [2, 11] : [4, 24];
  if (say(speech, "answer", done, inDays(random, speech.at, least, most), unit(key))) asked(random, speech, text);
}

/** The speaker says more, by his receipt or to the station. */
function saidMore(random: Random, speech: Speech): void {
  const at = inMinutes(speech.at, random.int(300, 3000));
  const doer = speech.station && random.chance(0.4) ? liaison(speech, speech.station) : voter;
  say(speech, "add_words", { words: addedWords(random) }, at, doer);
}

/** The deputy to whom it was said takes it up himself. */
export function takenUp(random: Random, speech: Speech, text: VoiceText): boolean {
  const { mandateId } = speech.thing;
  if (!mandateId) return false;
  if (!say(speech, "take_up", {}, inDays(random, speech.at, 0, 2), deputy(mandateId, "addressed"))) return true;
  const taker = deputy(mandateId, "addressed", "taker");
  if (random.chance(0.5) && !say(speech, "report_progress", { note: progressNote(random) }, inDays(random, speech.at, 1, 5), taker))
    return true;
  const solved = random.chance(0.8);
  if (say(speech, "answer", { answer: takenAnswer(random, solved), solved }, inDays(random, speech.at, 3, 18), taker))
    asked(random, speech, text);
  return true;
}

export const withdrawn = (random: Random, speech: Speech): boolean =>
  say(speech, "withdraw", {}, inMinutes(speech.at, random.int(60, 2800)), voter);

/** Grown beyond a single answer: into the pool of projects, or into a lead for the procuratorate. */
export function proposed(random: Random, speech: Speech, text: VoiceText, as: "project" | "lead"): void {
  const note = as === "project" ? "多个村都有同样需求，建议列入明年民生实事候选项目" : "涉及公共利益，线索移送区检察院";
  if (!say(speech, as === "project" ? "propose_project" : "propose_lead", { note }, inDays(random, speech.at, 1, 3), receiver(speech)))
    return;
  const answer =
    as === "project" ? "已列入明年民生实事候选项目，票决结果公布后再告知您。" : "检察机关已向主管部门发出检察建议，问题点位已整改。";
  if (random.chance(0.5) && say(speech, "conclude", { answer, solved: as === "lead" }, inDays(random, speech.at, 20, 60), office(speech)))
    asked(random, speech, text);
}

/** Somebody who had no hand in it asks the speaker; or the speaker says it himself; or nobody can be asked. */
export function asked(random: Random, speech: Speech, text: VoiceText | undefined): void {
  const { reachable } = speech.thing;
  const turn = random.next();
  if (turn < (reachable ? 0.18 : 0.3)) {
    judged(random, speech, text, "voter");
    return;
  }
  if (reachable && turn < 0.22) {
    unreached(random, speech);
    return;
  }
  // Without a telephone only somebody of the village can still find whoever spoke at its station.
  const known = reachable || (speech.station?.kind === "point" && turn < 0.7);
  if (known) {
    judged(random, speech, text, "visitor");
    return;
  }
  const due = speech.thing.clocks.find(({ key, stoppedOn }) => key === "voice.revisit" && stoppedOn === null)!.dueOn;
  say(speech, "end_unheard", {}, momentOn(shift(due, 1), 35), house);
}

const visitor = (speech: Speech) => {
  const doer = desk(speech);
  return [doer, receiver(speech), office(speech)].find(({ relations }) => relations.includes("visitor"))!;
};

function unreached(random: Random, speech: Speech): void {
  for (const way of ["phone", "phone", "visit"])
    if (!say(speech, "try_visit", { way, note: triedNote(random) }, inDays(random, speech.at, 1, 2), visitor(speech))) return;
  say(speech, "end_unreached", { note: "三次回访均未联系上" }, inMinutes(speech.at, random.int(10, 200)), visitor(speech));
}

function judged(random: Random, speech: Speech, text: VoiceText | undefined, by: "voter" | "visitor"): void {
  const solved = speech.thing.answers.at(-1)?.solved ?? false;
  const turn = random.next();
  // Where nobody but the house has handled it, dissatisfaction brings it back to triage, and then it must be known what it is.
  const unclear = !text && !speech.thing.unitId && !speech.thing.takerId;
  const worst = unclear ? "BASIC" : "DISSATISFIED";
  const grade = turn < (solved ? 0.84 : 0.35) ? "SATISFIED" : turn < (solved ? 0.94 : 0.75) ? "BASIC" : worst;
  const reasons = grade === "DISSATISFIED" ? unhappyReasons(random) : grade === "BASIC" ? halfContent(random) : contentWords(random);
  const before = speech.thing.round;
  const told = heard(random, speech, { grade, reasons }, by);
  if (!told || speech.thing.status === "closed") ended(random, speech, text);
  else if (speech.thing.round > before) again(random, speech, text);
}

function heard(random: Random, speech: Speech, said: { grade: string; reasons: string | null }, by: "voter" | "visitor"): boolean {
  if (by === "voter") return say(speech, "appraise", said, inMinutes(speech.at, random.int(400, 6000)), voter);
  if (random.chance(0.08))
    say(speech, "try_visit", { way: "phone", note: triedNote(random) }, inDays(random, speech.at, 1, 2), visitor(speech));
  const way = speech.thing.reachable ? random.pick(["phone", "phone", "visit"]) : "visit";
  return say(speech, "revisit", { ...said, way }, inDays(random, speech.at, 1, 5), visitor(speech));
}

/** Dissatisfied: back to whoever handled it, and then it is mostly done. */
function again(random: Random, speech: Speech, text: VoiceText | undefined): void {
  const { unitId, takerId, status } = speech.thing;
  if (status === "received") {
    if (text) routed(random, speech, text);
    return;
  }
  const key = unitId && [...new Set([text && unitOf(speech, text), "urban"])].find((one) => one && organisationId(one) === unitId);
  const doer = status === "taken_up" ? deputy(takerId!, "taker") : key ? unit(key) : undefined;
  if (!doer) return;
  const answer = text ? `收到回访意见后再次到现场。${voiceAnswer(random, text, true)}` : takenAnswer(random, true);
  if (!say(speech, "answer", { answer, solved: true }, inDays(random, speech.at, 3, 9), doer)) return;
  const content = random.chance(0.88);
  heard(
    random,
    speech,
    content ? { grade: "SATISFIED", reasons: contentWords(random) } : { grade: "DISSATISFIED", reasons: unhappyReasons(random) },
    "visitor",
  );
}

/** What may still happen to a closed voice: it is cleared for everyone to read, or comes back once. */
function ended(random: Random, speech: Speech, text: VoiceText | undefined): void {
  if (speech.thing.status !== "closed") return;
  if (random.chance(0.14))
    say(speech, "clear_public", { publicWords: speech.thing.words }, inDays(random, speech.at, 1, 6), receiver(speech));
  if (speech.thing.reopened || !text || !random.chance(0.012)) return;
  const closedAt = speech.thing.closedAt!;
  if (say(speech, "reopen", { reasons: reopenedWords(random) }, inDays(random, closedAt, 8, 25), voter)) routed(random, speech, text);
}
