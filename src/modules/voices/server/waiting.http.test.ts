import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { office, openStation, solved, spoken, stationId } from "../../../../test/support/voice.ts";
import { idOf } from "../../../../test/world/ids.ts";
import { personas } from "../../../../test/world/personas.ts";
import { district } from "../../../../test/world/places.ts";
import { differences } from "../../../command/differences.ts";

const world = testHouse();
beforeAll(async () => {
  await openStation(world);
  const account = personas.find(({ persona }) => persona === "station_officer")?.account ?? "";
  await world.database.write((tx) =>
    sql`insert into station_staff (district, id, station_id, person_id, post, starts_on, version)
      select ${district}, ${idOf("liaison at the station of the tests")}, ${stationId}, person_id, 'liaison', '2022-01-01', 1
      from account where district = ${district} and id = ${account}`.execute(tx),
  );
});

interface Task {
  readonly subjectId: string;
  readonly verb: string;
  readonly holder: string;
}
const tasksOf = async (persona: string): Promise<Task[]> =>
  (await (await world.as(persona)).get("/api/tasks?subjectType=voice&limit=200")).body.items;
/** What waits for a persona in one voice. */
const waits = async (persona: string, id: string) =>
  (await tasksOf(persona)).filter(({ subjectId }) => subjectId === id).map(({ verb }) => verb);
const contact = { phone: "13856100009" };

describe("return visits on the to-do lists", () => {
  test("stand with the receiver and at the station where it was said, once for each of them, until one has asked", async () => {
    const voice = await spoken(world, { contact });
    await voice.does("committee", "routings", office);
    expect(await waits("station_officer", voice.id)).toEqual([]);
    await voice.does("subdistrict_clerk", "answers", solved);
    // The committee keeps the station, too: that is no second visit.
    for (const persona of ["committee", "station_officer"]) expect(await waits(persona, voice.id), persona).toEqual(["revisit"]);
    expect(await waits("subdistrict_clerk", voice.id), "whoever answered does not ask").toEqual([]);
    const counted = (await (await world.as("station_officer")).get("/api/task-counts")).body.count;
    await voice.does("station_officer", "return-visits", { grade: "SATISFIED", way: "visit", reasons: null });
    for (const persona of ["committee", "station_officer"]) expect(await waits(persona, voice.id), persona).toEqual([]);
    expect((await (await world.as("station_officer")).get("/api/task-counts")).body.count).toBe(counted - 1);
  });

  test("do not stand with whoever answered, though he works at the receiver's or at the station", async () => {
    const [first, second] = [await spoken(world, { contact }), await spoken(world, { contact })];
    await first.does("committee", "instant-answers", solved);
    await second.does("station_officer", "instant-answers", solved);
    expect([await waits("committee", first.id), await waits("station_officer", first.id)]).toEqual([[], ["revisit"]]);
    expect([await waits("committee", second.id), await waits("station_officer", second.id)]).toEqual([["revisit"], []]);
  });

  test("say what the page of the voice offers, and the page offers no visit that is not on the list", async () => {
    const taken = await spoken(world);
    await taken.does("deputy", "take-ups");
    await spoken(world);
    for (const persona of ["committee", "station_officer", "subdistrict_clerk", "deputy"]) {
      const caller = await world.as(persona);
      const tasks = await tasksOf(persona);
      const voices: { id: string }[] = (await caller.get("/api/voices?limit=200")).body.items;
      expect(
        tasks.filter(({ subjectId }) => !voices.some(({ id }) => id === subjectId)),
        persona,
      ).toEqual([]);
      for (const { id } of voices) {
        const { can, label } = (await caller.get(`/api/voices/${id}`)).body;
        const verbs = tasks.filter(({ subjectId }) => subjectId === id).map(({ verb }) => verb);
        expect(can, `${persona} ${label}`).toEqual(expect.arrayContaining(verbs));
        expect(verbs.filter((verb) => verb === "revisit").length, `${persona} ${label}`).toBe(can.includes("revisit") ? 1 : 0);
      }
    }
    expect(await differences(world.database, world.home.modules)).toEqual([]);
  });
});
