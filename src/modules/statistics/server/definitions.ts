import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Cut } from "./cut.ts";
import { type OpinionPart, opinions, type Population, type SessionPart, sessionSuggestions } from "./population.ts";

/** A published number: what is counted, and against what. Its words stand in the catalogue under `words`. */
export interface Definition {
  readonly key: string;
  readonly words: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly numerator: (cut: Cut) => Population;
  /** Only rates have one. */
  readonly denominator?: (cut: Cut) => Population;
  /** What of all opinions these are, for where their sums are kept ready. */
  readonly ofOpinions?: { readonly numerator: OpinionPart; readonly denominator?: OpinionPart };
}

const opinionFigure = (name: string, numerator: OpinionPart, denominator?: OpinionPart): Definition => ({
  ...{ key: `opinions.${name}`, words: `opinions.${name}`, params: {} },
  numerator: (cut) => opinions(cut, numerator),
  ...(denominator ? { denominator: (cut: Cut) => opinions(cut, denominator) } : {}),
  ofOpinions: { numerator, ...(denominator ? { denominator } : {}) },
});

const opinionFigures: readonly Definition[] = [
  opinionFigure("received", "count"),
  opinionFigure("in_handling", "open"),
  opinionFigure("closed", "closed"),
  opinionFigure("closing_rate", "closed", "count"),
];

interface Session {
  readonly id: string;
  readonly congressNo: number;
  readonly sessionNo: number;
  readonly congressName: string;
}

const sessionFigures = ({ id, congressNo, sessionNo, congressName }: Session): Definition[] => {
  const figure = (name: string, numerator: SessionPart, denominator?: SessionPart | "all"): Definition => ({
    key: `suggestions.session_${congressNo}_${sessionNo}.${name}`,
    words: `suggestions.session.${name}`,
    params: { congress: congressName, session: sessionNo },
    numerator: (cut) => sessionSuggestions(cut, id, numerator),
    ...(denominator ? { denominator: (cut: Cut) => sessionSuggestions(cut, id, denominator === "all" ? undefined : denominator) } : {}),
  });
  return [
    figure("count", undefined),
    figure("closed", "closed"),
    figure("closing_rate", "closed", "all"),
    figure("satisfaction_rate", "satisfied", "heard"),
    figure("satisfaction_and_basic_rate", "satisfiedOrBasic", "heard"),
    figure("solved_rate", "solved", "closed"),
  ];
};

/** Every number that is published, those of the sessions held by the cut-off day included. */
export async function definitions(db: Db, { district, asOf }: Cut): Promise<Definition[]> {
  const sessions = await sql<Session>`
    select n.id, c.congress_no, n.session_no, c.name as congress_name
    from congress_session n join congress c on c.district = n.district and c.id = n.congress_id
    where n.district = ${district} and c.level = 'district' and n.opened_on <= ${asOf} order by c.congress_no desc, n.session_no desc`.execute(
    db,
  );
  return [...opinionFigures, ...sessions.rows.flatMap(sessionFigures)];
}
