import { district } from "../test/world/places.ts";
import type { Operation } from "./operations.ts";

const get = (path: string) => () => ({ method: "GET", path, ids: [] }) as const;

/** What is counted of opinions, beside what counts them row by row. */
export const opinionOperations: readonly Operation[] = [
  {
    ...{ name: "opinions by state, of the district", persona: "office", request: get("/api/opinions?limit=1") },
    plain: { text: "select status, count(*) from opinion where district = $1 group by 1", values: () => [district] },
  },
  {
    ...{ name: "opinions by state, of one committee", persona: "committee", request: get("/api/opinions?limit=1") },
    plain: {
      text: `select status, count(*) from opinion where district = $1 and receiver_id = (select receiver_id from opinion group by 1
        order by count(*) desc limit 1) group by 1`,
      values: () => [district],
    },
  },
  ...["month", "unit"].map((by) => ({
    ...{ name: `figures of opinions by ${by}`, persona: "office", request: get(`/api/statistics/opinions/breakdowns/${by}`) },
    plain: {
      text: `select ${by === "month" ? "to_char(o.received_on, 'YYYY-MM')" : "o.unit_id"}, count(*), count(*) filter (where o.closed_at is not null),
        count(*) filter (where o.closed_at is not null and r.solved), count(*) filter (where o.closed_at is not null and r.grade = 'SATISFIED')
        from opinion o left join opinion_result r on r.district = o.district and r.opinion_id = o.id and r.round = o.round
        where o.district = $1 and o.received_on is not null group by 1`,
      values: () => [district],
    },
  })),
];
