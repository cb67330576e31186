import { dateIn } from "../../../platform/clock/instant.ts";
import { faultsOf } from "../../../platform/http/input.ts";
import type { PageCall, PublicPage } from "../../../platform/http/page.ts";
import { type FieldFault, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import { deputyByCode, publicVillages } from "../../identity/index.ts";
import { stationByCode } from "../../stations/index.ts";
import { publicContracts } from "../public-contract.ts";
import { type Parts, speak } from "../server/public-doors.ts";
import { takenIn, withPhotosLimit } from "./photos.ts";
import { receiptPage } from "./receipt-page.ts";
import { stepPage } from "./steps.ts";
import { fresh, type Step, steps, type Typed, typedIn } from "./typed.ts";

/** Speaking in three steps: what, where, how to be reached. Every step is the same form, which carries what was typed before. */
export const speakPages = (parts: Parts, script: string): PublicPage[] => [
  {
    method: "get",
    path: "/portal/speak",
    handle: async (call) => stepPage(call, parts, { step: "what", typed: fresh(call), script }),
  },
  {
    method: "post",
    path: "/portal/speak",
    maxSize: withPhotosLimit,
    async handle(call) {
      const [from, go] = [stepNamed(call, "step"), String(call.form.get("go") ?? "")];
      const said = typedIn(call);
      const { typed, faults: refused } = from === "what" ? await withPhotos(call, parts, said) : { typed: said, faults: [] };
      // Whoever goes back may leave a field as it is; it is asked for again on the way forward.
      const backwards = steps.some((one) => one === go && steps.indexOf(one) < steps.indexOf(from));
      const faults = [...refused, ...(backwards ? [] : faultsAt(from, typed))];
      if (faults.length > 0) return stepPage(call, parts, { step: from, typed, faults, script });
      if (go === "send" && from === "reach") return send(call, parts, typed, script);
      return stepPage(call, parts, { step: steps.find((one) => one === go) ?? from, typed, script });
    },
  },
];

const stepNamed = ({ form }: PageCall, name: string): Step => steps.find((one) => one === form.get(name)) ?? "what";

/** Which field of what is said is typed in which step. */
const asked: Readonly<Record<Step, readonly (keyof Typed)[]>> = {
  what: ["words", "photoConsent"],
  where: ["place"],
  reach: ["name", "phone"],
};

/** What is wrong in this step, by the same rules that the whole will be held to. */
const faultsAt = (step: Step, typed: Typed): FieldFault[] =>
  faultsIn(typed).filter(({ field }) => (asked[step] as readonly string[]).includes(field));

/** The whole as it is said; empty fields are nothing. */
const speechOf = (typed: Typed, { areaId, stationId, mandateId }: { areaId?: string; stationId?: string; mandateId?: string } = {}) => ({
  submission: typed.submission,
  words: typed.words,
  ...(typed.category ? { category: typed.category } : {}),
  ...{ areaId: areaId ?? null, stationId: stationId ?? null, mandateId: mandateId ?? null },
  place: typed.place.trim() || null,
  contact: typed.name.trim() || typed.phone.trim() ? { name: typed.name.trim() || null, phone: typed.phone.trim() || null } : null,
  ...(typed.photos.length > 0 ? { attachments: [...typed.photos] } : {}),
  photoConsent: typed.photoConsent,
  channel: typed.station ? ("qr" as const) : ("portal" as const),
});

/** Fields of a contact stand on the form by their own names. */
const named = ({ field, ...fault }: FieldFault): FieldFault => ({ ...fault, field: field.replace(/^contact\./, "") });
const faultsIn = (typed: Typed): FieldFault[] => faultsOf(publicContracts.speak.body, speechOf(typed)).map(named);

/** The photos that came with the step are named by their identifiers from then on. */
async function withPhotos(call: PageCall, parts: Parts, typed: Typed): Promise<{ typed: Typed; faults: FieldFault[] }> {
  const { photos, faults } = await takenIn(call, parts, typed);
  return { typed: { ...typed, photos }, faults };
}

async function send(call: PageCall, parts: Parts, typed: Typed, script: string): Promise<Response> {
  const back = (step: Step, faults: readonly FieldFault[], refusal?: Refusal) =>
    stepPage(call, parts, { step, typed, faults, script, ...(refusal ? { refusal } : {}) });
  const { db, district, database, now } = call;
  const village = typed.village ? (await publicVillages(db, district)).find(({ code }) => code === typed.village) : undefined;
  if (typed.village && !village) return back("where", [{ field: "village", code: "field.no_such_thing" }]);
  const station = typed.station ? await stationByCode(db, district, typed.station) : undefined;
  const deputy = typed.deputy ? await deputyByCode(db, district, typed.deputy, dateIn(now)) : undefined;
  const whole = speechOf(typed, {
    ...(village ? { areaId: village.id } : {}),
    ...(station && station.closedOn === null ? { stationId: station.id } : {}),
    ...(deputy ? { mandateId: deputy.mandateId } : {}),
  });
  const speech = publicContracts.speak.body.safeParse({ ...whole, district });
  const faults = speech.success ? [] : faultsOf(publicContracts.speak.body, whole).map(named);
  if (!speech.success) return back(stepOf(faults), faults);
  const written = await speak(database, parts, speech.data, call);
  if (!isRefusal(written)) return receiptPage(call, { ...written, station: station?.name, script });
  const wrong = (written.fields ?? []).map(named);
  return back(stepOf(wrong), wrong, written);
}

/** The step on which the first of these fields is typed; the last when none is. */
const stepOf = (faults: readonly FieldFault[]): Step =>
  steps.find((step) => faults.some(({ field }) => ([...asked[step], ...elsewhereOn[step]] as string[]).includes(field))) ?? "reach";

const elsewhereOn: Readonly<Record<Step, readonly string[]>> = {
  what: ["category", "attachments", "files"],
  where: ["areaId", "village", "stationId"],
  reach: [],
};
