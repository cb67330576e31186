import type { CategoryCode } from "./categories.ts";
import { opinionKinds } from "./opinions/index.ts";
import type { OpinionKind, Season } from "./opinions/kind.ts";
import { isVillage, type OpinionPlace, placeVariables, townOffice, worded } from "./places.ts";
import type { Random } from "./random.ts";
import { fill } from "./template.ts";
import { type UnitKey, unitNames } from "./units.ts";

export { appraisalReason, supervisionNote } from "./follow-up-texts.ts";
export type { OpinionPlace } from "./places.ts";

export interface OpinionText {
  readonly category: CategoryCode;
  readonly title: string;
  readonly content: string;
  readonly unitKey: UnitKey;
}

export interface OpinionResult {
  readonly answer: string;
  readonly solved: boolean;
  /** Yuan, as the answer names it; 0 when it names none. */
  readonly cost: number;
  readonly days: number;
  /** Who benefits; 0 when not solved. */
  readonly households: number;
  readonly people: number;
}

/** What a text was made of, so that its answer speaks of the same matter and the same numbers. */
interface Origin {
  readonly kind: OpinionKind;
  readonly season: Season;
  readonly variant: number;
  readonly bound: ReadonlyMap<string, string>;
}

const origins = new Map<string, Origin>();
const keyOf = (text: OpinionText) => `${text.title}\n${text.content}`;

/** The place, the numbers and the like that `text`, which `opinionText` has made, speaks of. */
export const boundIn = (text: Pick<OpinionText, "title" | "content">): ReadonlyMap<string, string> | undefined =>
  origins.get(`${text.title}\n${text.content}`)?.bound;

/** What each generator has already said. */
const told = new WeakMap<Random, Set<string>>();

/** A livelihood opinion that fits the place and the season; the same generator never repeats itself. */
export function opinionText(random: Random, place: OpinionPlace, season: Season): OpinionText {
  const before = told.get(random) ?? new Set();
  told.set(random, before);
  for (;;) {
    const { text, origin } = compose(random, place, season);
    if (before.has(text.content)) continue;
    before.add(text.content);
    origins.set(keyOf(text), origin);
    return text;
  }
}

function compose(random: Random, place: OpinionPlace, season: Season): { text: OpinionText; origin: Origin } {
  const { category, kind } = random.pick(candidates(season, isVillage(place)));
  const unitKey = smallMatters.has(kind.unit) && random.chance(0.4) ? "county_town" : kind.unit;
  const variant = random.int(0, kind.wrong.length - 1);
  const bound = new Map<string, string>();
  if (kind.vars?.ppl && !kind.vars.hh) bindFamilies(random, kind.vars.ppl, bound);
  const variables = { ...placeVariables(place, season, unitName(unitKey, place)), ...kind.vars };
  const say = (template: string) => fill(worded(template, place), random, variables, bound);
  const one = (list: readonly string[]) => ofVariant(random, kind, variant, list);

  const wrong = kind.wrong[variant]!;
  const title = say(one(kind.titles));
  const opened = !wrong.includes("反映") && random.chance(0.55);
  const problem = (opened ? say(random.pick(kind.desk ? deskOpenings : openings)) : "") + say(wrong);
  const others = wrong.includes("{hh}") ? kind.suffer.filter((sentence) => !sentence.includes("{hh}")) : kind.suffer;
  const harm = others.length > 0 && (problem.length < 45 || random.chance(0.85)) ? say(random.pick(others)) : "";
  const asked = say(one(kind.ask));
  const short = problem.length + harm.length + asked.length < 40;
  const history = short || random.chance(0.12) ? say(random.pick(kind.desk ? histories : siteHistories)) : "";
  const content = problem + harm + history + asked;

  return { text: { category, title, content, unitKey }, origin: { kind, season, variant, bound } };
}

/** How the matter of `text`, which `opinionText` has made, was handled. */
export function opinionResult(random: Random, text: OpinionText, place: OpinionPlace, solved: boolean): OpinionResult {
  const origin = origins.get(keyOf(text));
  if (!origin) throw new Error(`opinionText has not made this text: ${text.title}`);
  const { kind, season, variant } = origin;
  const bound = new Map(origin.bound);
  const variables = { ...placeVariables(place, season, unitName(text.unitKey, place)), ...kind.vars };
  const say = (template: string) => fill(worded(template, place), random, variables, bound);
  const days = solved ? random.int(...kind.days) : random.int(5, 20);
  const price = solved ? cost(random, kind, say) : 0;
  bound.set("days", String(days));
  bound.set("cost", money(price));

  const body = ofVariant(random, kind, variant, solved ? kind.done : kind.undone);
  const opening = random.chance(0.7) ? say(random.pick(kind.desk ? deskReceptions : receptions)) : "";
  const handled = opening + say(body);
  const closing = handled.length < 45 || random.chance(0.6) ? say(random.pick(closingsOf(kind, body, solved))) : "";
  const concerned = solved ? beneficiaries(random, kind, say) : { households: 0, people: 0 };
  return { answer: handled + closing, solved, cost: body.includes("{cost}") ? price : 0, days, ...concerned };
}

const smallMatters: ReadonlySet<UnitKey> = new Set(["transport", "urban", "civil", "culture", "water", "emergency", "women", "disabled"]);

const unitName = (key: UnitKey, place: OpinionPlace) => (key === "county_town" ? townOffice(place.town) : unitNames[key]);

const ofVariant = (random: Random, kind: OpinionKind, variant: number, list: readonly string[]) =>
  kind.paired ? list[variant % list.length]! : random.pick(list);

interface Candidate {
  readonly category: CategoryCode;
  readonly kind: OpinionKind;
}

const known = new Map<string, readonly Candidate[]>();

function candidates(season: Season, village: boolean): readonly Candidate[] {
  const key = `${season} ${village}`;
  const found = known.get(key);
  if (found) return found;
  const all: Candidate[] = [];
  for (const [category, kinds] of Object.entries(opinionKinds) as [CategoryCode, readonly OpinionKind[]][])
    for (const kind of kinds) {
      if (kind.seasons && !kind.seasons.includes(season)) continue;
      const times = (kind.weight ?? 1) * frequency(kind, village);
      for (let time = 0; time < times; time++) all.push({ category, kind });
    }
  known.set(key, all);
  return all;
}

function frequency(kind: OpinionKind, village: boolean): number {
  if (village) return kind.setting === "urban" ? 0 : 2;
  if (kind.setting === "rural") return 1;
  return kind.setting === "urban" ? 3 : 2;
}

function cost(random: Random, kind: OpinionKind, say: (template: string) => string): number {
  if (!kind.cost) return 0;
  if (!("per" in kind.cost)) return rounded(random.int(...kind.cost));
  return rounded(random.int(...kind.cost.yuan) * Number(say(`{${kind.cost.per}}`)));
}

function rounded(yuan: number): number {
  const step = yuan < 10_000 ? 100 : yuan < 1_000_000 ? 1000 : 10_000;
  return Math.max(step, Math.round(yuan / step) * step);
}

const money = (yuan: number) => (yuan < 10_000 ? `${yuan}元` : `${yuan / 10_000}万元`);

function beneficiaries(random: Random, kind: OpinionKind, say: (template: string) => string) {
  const households = Number(say("{hh}"));
  if (!kind.vars?.ppl) return { households, people: Math.round(households * (2.3 + random.next() * 1.3)) };
  const people = Number(say("{ppl}"));
  return { households: kind.vars.hh ? Math.round(people * 0.85) : households, people };
}

/** Where persons are counted, their families are a little fewer. */
function bindFamilies(random: Random, ppl: string, bound: Map<string, string>): void {
  const people = Number(fill(ppl, random, {}, bound));
  bound.set("ppl", String(people));
  bound.set("hh", String(Math.max(1, Math.round(people * (0.7 + random.next() * 0.25)))));
}

const openings = [
  "走访中了解到，",
  "走访{3-16}户{folk}时了解到，",
  "据{folk}反映，",
  "近日入户走访发现，",
  "代表接待日有群众反映，",
  "代表小组视察时看到，",
  "选民反映，",
  "与{folk}座谈时了解到，",
];

const deskOpenings = [
  "走访中了解到，",
  "走访{3-16}户{folk}时了解到，",
  "据{folk}反映，",
  "代表接待日有群众反映，",
  "联系选民时了解到，",
  "与{folk}座谈时了解到，",
];

const histories = [
  "该问题群众已反映多次。",
  "近{两|三}个月先后有{3-12}名{folk}提到此事。",
  "{committee}曾多次协调，没有彻底解决。",
  "近期走访时，多名{folk}再次提到此事。",
];
const siteHistories = [...histories, "此前也曾想过办法，没有根本解决。"];

const receptions = [
  "接到交办后，{us}{当天|次日}派人到现场查看，情况属实。",
  "经{us}会同{committee}实地核查，反映的问题属实。",
  "{us}收到意见后，与提出意见的代表取得联系，一同到现场察看。",
  "{us}将该件列入{当月|近期}办理清单，明确专人负责。",
  "{us}{主要|分管}负责人带队实地了解情况，听取了代表和{folk}的意见。",
];

const deskReceptions = [
  "{us}收到意见后，安排专人逐项核对。",
  "{us}与提出意见的代表和群众当面沟通，了解了具体情况。",
  "接到交办后，{us}会同{committee}作了调查核实。",
  "{us}将该件列入{当月|近期}办理清单，明确专人负责。",
];

const closings = {
  doneOnSite: [
    "完成后请代表到现场看过，代表表示满意。",
    "{committee}和群众代表参加了验收。",
    "办理情况已向代表反馈，{folk}反映较好。",
    "代表现场回访，{folk}对结果认可。",
  ],
  built: ["今后由{committee}落实日常管护。", "{committee}已明确管护人。"],
  doneAtDesk: [
    "办理情况已向代表反馈，代表表示满意。",
    "结果已告知反映问题的群众。",
    "代表回访，群众对结果认可。",
    "后续如有新情况，将及时处理。",
  ],
  undone: [
    "以上情况已向代表当面说明，代表表示理解。",
    "已向代表书面说明，待条件具备后优先办理。",
    "将继续跟踪推进，并及时向代表反馈进展。",
    "已向{folk}做好解释工作。",
  ],
};

const somebodyOrdered = /责令|检查|整改|督促/;
const somethingBuilt = /安装|铺设|硬化|清淤|砌筑|补栽|新建|建成|增设/;

function closingsOf(kind: OpinionKind, body: string, solved: boolean): readonly string[] {
  if (!solved) return closings.undone;
  if (kind.desk) return closings.doneAtDesk;
  return somethingBuilt.test(body) && !somebodyOrdered.test(body) ? [...closings.doneOnSite, ...closings.built] : closings.doneOnSite;
}
