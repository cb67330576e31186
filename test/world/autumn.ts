import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import { organisationId, organisations } from "./organisations.ts";
import { type Mandate, mandates } from "./people.ts";
import { townshipArea } from "./places.ts";
import { act, beginWay, deputy, officer, unit, type Way } from "./suggestion-stage.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import { answersOf, autumnSuggestions, type SuggestionText, suggestionHandling } from "./texts/suggestion-texts.ts";
import { later } from "./times.ts";

const today = "2023-09-22" as DateISO;
const soon = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;
const office = () => officer("deputy_office", "reviewer");

/** What came in this autumn: the desks of the reviewing office and of the transport bureau are as full as in life. */
export function autumnWays(): Way[] {
  const random = randomFrom("autumn");
  return [
    ...autumnSuggestions.transport.map((text, index) => withTransport(random, text, index)),
    ...autumnSuggestions.accepted.map((text, index) => accepted(random, text, index)),
    ...autumnSuggestions.review.map((text, index) => submitted(text, index, inReview[index] ?? 1)),
  ];
}

/** So many days ago, those in review and those accepted were handed in. */
const inReview = [7, 6, 5, 4, 4, 3, 2, 1];
const toAssign = [10, 9, 8, 8, 7, 7, 6, 4, 3];
const atTransport = [20, 38, 52, 60];

/** A deputy of the place that the title names, or else of any; the nth of them. */
function leadOf(text: SuggestionText, index: number): Mandate {
  const district = mandates.filter((one) => one.level === "district");
  const place = organisations.find(({ key, name }) => key.endsWith("_office") && text.title.includes(placeIn(name)));
  const own = district.filter((one) => `${one.township}_office` === place?.key);
  const among = own.length > 0 ? own : district;
  return among[(index + 3) % among.length]!;
}

const placeIn = (office: string): string => /^(.+?)(?:镇|街道)/.exec(office)?.[1] ?? office;

function submitted(text: SuggestionText, index: number, daysAgo: number): Way {
  const lead = leadOf(text, index);
  const at = momentOn(shift(today, -daysAgo), 18 * 60 + index * 7);
  const way = beginWay({ key: `autumn ${text.title}`, lead, text, reviewer: "deputy_office", at, areaId: townshipArea(lead.township) });
  act(way, "submit", {}, soon(at, 25), deputy(lead));
  return way;
}

function accepted(random: Random, text: SuggestionText, index: number): Way {
  const way = submitted(text, index, toAssign[index] ?? 8);
  act(way, "accept", { category: text.category, note: null }, later(random, way.at, 1, 3), office());
  return way;
}

/** Assigned under a numbered notice, and as far with the bureau as its place in the list says. */
function withTransport(random: Random, text: SuggestionText, index: number): Way {
  const way = submitted(text, index, atTransport[index] ?? 30);
  act(way, "accept", { category: text.category, note: null }, later(random, way.at, 1, 2), office());
  const assignment = { viaId: organisationId("government_office"), units: [], note: "请在规定期限内答复代表，并抄送区人大代表联络室" };
  act(way, "assign", assignment, later(random, way.at, 1, 3), office());
  act(way, "issue_paper", { kind: "assignment" }, soon(way.at, 15), office());
  const units = ["transport", ...text.coUnitKeys].map((key, at) => ({
    unitId: organisationId(key),
    role: at === 0 ? "LEAD" : "CO",
    scope: null,
  }));
  act(way, "forward", { units, note: null }, later(random, way.at, 1, 2), officer("government_office", "forwarder"));
  if (index > 0) handled(random, way, index);
  return way;
}

function handled(random: Random, way: Way, index: number): void {
  const bureau = (role: "officer" | "leader" = "officer") => unit(way, "transport", role);
  const said = suggestionHandling(random, way.text, "区交通运输局");
  act(way, "sign_for", {}, later(random, way.at, 1, 2), bureau());
  for (const key of way.text.coUnitKeys) act(way, "sign_for", {}, later(random, way.at, 1, 2), unit(way, key));
  const meet = (stage: "before" | "during", content: string, at: Instant) =>
    act(
      way,
      "contact",
      { stage, way: stage === "before" ? "visit" : "phone", heldOn: dateIn(at), withWhom: "领衔代表", content },
      at,
      bureau(),
    );
  meet("before", said.before, later(random, way.at, 2, 4));
  act(way, "plan", { plan: said.plan, owner: "分管副局长" }, later(random, way.at, 1, 3), bureau());
  for (const key of way.text.coUnitKeys) act(way, "give_opinion", { opinion: said.coOpinion }, later(random, way.at, 2, 4), unit(way, key));
  if (index === 1) return;
  meet("during", said.during, later(random, way.at, 4, 8));
  const answers = answersOf(way.text, "我局");
  const done = { resultClass: "A", outcome: "resolved", reason: null, commitments: [] };
  const promise = { content: said.commitment, owner: "区交通运输局", dueOn: "2024-07-31" };
  const going = { resultClass: "B", outcome: "in_progress", reason: "需要分年实施", commitments: [promise] };
  act(way, "draft_reply", { answers, ...(index === 2 ? going : done) }, later(random, way.at, 2, 4), bureau());
  if (index === 2) return;
  act(way, "sign_reply", { documentNo: "杜交函〔2023〕86号" }, later(random, way.at, 1, 2), bureau("leader"));
}
