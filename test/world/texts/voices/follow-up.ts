import type { Random } from "../random.ts";
import { fill } from "../template.ts";

const say = (random: Random, templates: readonly string[]): string => fill(random.pick(templates), random, {}, new Map());

export const progressNote = (random: Random): string =>
  say(random, [
    "{已到现场看过|派人看了现场}，{正在算工程量|方案这两天定下来}。",
    "材料已经{订好|到位}，{等天晴|排好队}就施工。",
    "和{村里|居委会|施工队}碰过头，{分工定了|时间定在下周}。",
    "已向{分管领导|上级单位}报告，{资金正在走流程|同意先办}。",
    "施工队{昨天|今天}进场，{先做急的一段|预计一周完工}。",
  ]);

export const handbackNote = (random: Random): string =>
  say(random, ["经核实{产权|管理权}不在本单位，请转{产权单位|主管部门}办理", "该处属于{国道|市管河道}范围，本单位无权施工，请重新转办"]);

export const unhappyReasons = (random: Random): string =>
  say(random, [
    "{修是修了，没几天又坏|面子活，里头没弄}，{你们再来看看|下雨就知道}",
    "{只弄了一半|说的好几样只办了一样}，剩下的没人提了",
    "人来看了一眼，{没动静了|就说没钱}，{到现在还那样|等于没办}",
    "{答复写得好|电话里说得好}，{跟实际对不上|地里没见变化}",
  ]);

export const contentWords = (random: Random): string | null =>
  random.chance(0.45)
    ? null
    : say(random, [
        "{办得快|没想到这么快}，{谢谢|心里踏实了}",
        "{比原来强多了|可算好了}",
        "行，{满意|没啥说的}，{以后别再坏就行|有人管就好}",
        "{老伴|邻居}也说好",
      ]);

export const halfContent = (random: Random): string | null =>
  random.chance(0.4)
    ? null
    : say(random, ["{慢了点|拖得久}，好在办了", "{先这样吧|将就着用}，{盼着彻底修|明年再说}", "还行，{细节上差点|边上没弄平}"]);

export const triedNote = (random: Random): string =>
  say(random, ["电话{没人接|关机|停机}", "上门{没人在家|锁着门}，留了条子", "号码{是空号|打错了}", "短信没有回"]);

export const addedWords = (random: Random): string =>
  say(random, [
    "{昨天|今天早上}又{看了一下|去走了一趟}，{还是老样子|比上回还重}，补充一句。",
    "忘了说，{晚上更厉害|就在{大槐树|小卖部|水塔}旁边}。",
    "{邻居们|我们几户}都愿意{出工|搭把手}，需要就喊。",
    "{看到有人来量了|今天施工的来了}，先谢谢，盼着早点弄好。",
  ]);

export const reopenedWords = (random: Random): string =>
  say(random, ["{才一个来月|没多久}又{坏了|堵上了|不亮了}，请再来看看。", "{雨一下|天一冷}老毛病又犯，跟没修一样，还得麻烦你们。"]);

export const tails = [
  "{麻烦给问问。|请代表给反映反映。|给个准话就行。|}",
  "{不图别的，就图个方便。|大伙都等着呢。|}",
  "{谢谢了。|拜托。|有信给回个话。|}",
  "",
  "",
];

/** What a deputy answers who took the matter up himself. */
export const takenAnswer = (random: Random, solved: boolean): string =>
  solved
    ? say(random, [
        "我和{村里|社区}的同志到现场看了，{协调|请}施工的人当{天|周}处理好，您再看看合不合适。",
        "跑了{两|三}趟，把{双方|几家}叫到一起，{当面说定|签了字}，事情已经办了。",
        "已找{主管单位|产权单位}当面谈，对方{派人修好|补办了手续}，回头我再去看一次。",
      ])
    : say(random, [
        "我去问过，这件事眼下{缺资金|手续不全}，办不了，我会接着盯，年底前再给您回话。",
        "两头都谈了，还没有谈拢，先把情况如实告诉您，我再想办法。",
      ]);
