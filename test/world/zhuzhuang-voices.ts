import { type DateISO, momentOn } from "../../src/platform/clock/instant.ts";
import { idAt } from "./ids.ts";
import type { Life } from "./opinions.ts";
import { receiverOf } from "./organisations.ts";
import { accountOf, deputyOf } from "./personas.ts";
import type { Sitting } from "./receptions.ts";
import { stationByCode } from "./stations.ts";
import { followOpinion } from "./voice-links.ts";
import type { Plan } from "./voice-plan.ts";
import { type Beginning, beginSpeech, deputy, inMinutes, liaison, receiver, type Speech, say, voter } from "./voice-stage.ts";

const at = (day: string, hour: number) => momentOn(day as DateISO, hour * 60);
const keys = ["zhuzhuang", "zhuzhuang second", "zhuzhuang third"] as const;

/** The road of the newspaper, from the first villager's words to the visit after it was finished; two more join him. */
export function zhuzhuangVoices(sittings: readonly Sitting[], opinions: readonly Life[]): Plan[] {
  const station = stationByCode("ZZ01");
  const { thing: reception } = sittings.find((one) => one.station.id === station.id && one.thing.day === "2022-06-15")!;
  const road = opinions[0]!;
  const mandateId = deputyOf("deputy");
  const common = {
    ...{ township: "kuangshanji", receiverId: receiverOf("kuangshanji"), areaId: station.areaId, category: "roads", stationId: station.id },
    ...{ longitude: null, latitude: null, urgent: false, externalId: null },
  };
  const write = { account: accountOf(station.liaison), person: station.liaison, actingFor: null, relations: ["station"] as const };
  const spoke = (
    key: string,
    when: ReturnType<typeof at>,
    rest: Pick<Beginning, "words" | "channel" | "place" | "contact"> & Partial<Beginning>,
  ): Beginning => ({
    ...{ ...common, id: idAt(when, `voice ${key}`), key, spokenAt: when, receptionId: null, mandateId: null, enteredBy: null },
    ...rest,
  });
  let first: Speech | undefined;
  const joins = (speech: Speech, when: ReturnType<typeof at>) =>
    say(speech, "join", { voiceId: first!.thing.id, note: "与六村村内道路是同一件事，办理情况一并告知" }, when, receiver(speech));
  return [
    {
      ...{ key: keys[0], at: inMinutes(at("2022-06-15", 9), 25) },
      run() {
        const words =
          "我在朱庄六村住了三十多年，俺们六个村里头的路没一条囫囵的，坑里能养鱼。孙子上学我推着车送，下雨天裤腿全是泥，上个月老邻居就摔断了胳膊。你们给问问，能不能修？";
        const spoken = spoke(keys[0], inMinutes(at("2022-06-15", 9), 20), {
          words,
          channel: "reception",
          place: "六村村内主路",
          contact: { name: "老周", phone: "10055512345" },
        });
        first = beginSpeech(
          { ...spoken, receptionId: reception.id, mandateId, enteredBy: station.liaison },
          write,
          inMinutes(at("2022-06-15", 9), 25),
        );
        theRoad(first, road, mandateId, station);
        return first;
      },
    },
    {
      ...{ key: keys[1], at: inMinutes(at("2022-06-20", 19), 12) },
      run() {
        const words = "扫码说两句：二村到学校那段路坑太多，晚上骑电动车看不见，我闺女摔过，校服都磨破了。听说有人反映过，我也算一个。";
        const spoken = spoke(keys[1], inMinutes(at("2022-06-20", 19), 12), {
          words,
          channel: "qr",
          place: "二村到小学路段",
          contact: null,
        });
        const speech = beginSpeech(spoken, voter, inMinutes(at("2022-06-20", 19), 12));
        joins(speech, at("2022-06-21", 10));
        return speech;
      },
    },
    {
      ...{ key: keys[2], at: inMinutes(at("2022-06-27", 15), 40) },
      run() {
        const words = "我腿脚不好，打电话说。四村俺家门口的水泥板都翘起来了，三轮车进不来，拉煤气罐得靠人扛。大家伙都盼着这条路呢。";
        const spoken = spoke(keys[2], inMinutes(at("2022-06-27", 15), 30), {
          words,
          channel: "phone",
          place: "四村巷口",
          contact: { name: "王大娘", phone: "10055554321" },
        });
        const speech = beginSpeech({ ...spoken, enteredBy: station.liaison }, write, inMinutes(at("2022-06-27", 15), 40));
        joins(speech, at("2022-06-28", 9));
        return speech;
      },
    },
  ];
}

/** Taken up on the day, raised as the opinion of the newspaper, finished, visited, and cleared for everyone to read. */
function theRoad(speech: Speech, road: Life, mandateId: string, station: ReturnType<typeof stationByCode>): void {
  say(speech, "take_up", { note: "当天接待后到六个村走了一遍，情况属实" }, at("2022-06-15", 16), deputy(mandateId, "addressed"));
  const taker = deputy(mandateId, "addressed", "taker");
  say(speech, "report_progress", { note: "已和街道人大工委商量，几位代表准备一起提出意见建议" }, at("2022-06-29", 17), taker);
  say(speech, "become_opinion", { opinionId: road.thing.id }, road.thing.submittedAt, taker);
  say(speech, "add_words", { words: "今天看见压路机进村了，从六村那头开始的，老少爷们都出来看。" }, at("2022-07-12", 18), voter);
  followOpinion(speech, road);
  const content = "路面平整，雨天不积水了，孙子自己骑车上学。满意。";
  say(speech, "revisit", { grade: "SATISFIED", reasons: content, way: "visit" }, at("2022-07-22", 10), liaison(speech, station));
  say(
    speech,
    "clear_public",
    { publicWords: "六个村里头的路没一条囫囵的，下雨天裤腿全是泥，能不能修？" },
    at("2022-07-25", 9),
    receiver(speech),
  );
}
