import type { Random } from "./random.ts";
import { fill } from "./template.ts";

const say = (random: Random, templates: readonly string[]): string => fill(random.pick(templates), random, {}, new Map());

/** What the liaison officer writes down of a reception as a whole. */
export const receptionSummary = (random: Random, visitors: number): string =>
  visitors === 0
    ? say(random, ["当天没有群众来访，代表{查看了公示栏和意见箱|学习了代表法有关条款|与值守人员商量了下月接待安排}。"])
    : say(random, [
        `接待群众${visitors}人，{能当场答复的已经答复|政策问题当场作了解释}，其余{逐件登记转办|已登记，按程序转办}。`,
        `来访${visitors}人，反映的{多是村里的小事|以道路、排水、用水为主|主要是老年人补贴和看病的事}，都作了登记，{代表记下电话准备回访|联络员负责跟进}。`,
        `接待${visitors}人次，代表{逐一听取|耐心听取}群众意见，{对上次反映的问题当面作了反馈|并到现场看了一处}。`,
        `共${visitors}人来站，{天气原因人不多|赶集的日子人来得早}，{谈得比较充分|问题都留下了地点和联系方式}。`,
      ]);

export const cancelReason = (random: Random, day: string): string =>
  day.slice(5, 7) === "12" || day.slice(5, 7) === "01"
    ? say(random, ["道路结冰，为安全起见取消，群众可到联络站当面反映。", "因流感高发暂停集中接待，可以扫码或者打电话反映。"])
    : say(random, [
        "{暴雨预警|大风预警}，接待取消，下一次照常。",
        "当天{镇里|街道}召开全体代表会议，接待并入会后进行。",
        "场所{停电检修|临时占用}，改为下月一并接待。",
      ]);

export const excuse = (random: Random): string =>
  say(random, ["临时到{市里|区里}开会", "{孩子|老人}生病，需要陪护", "企业有{安全检查|客户来访}，走不开", "{农忙|收麦}抢收，已提前说明"]);

export const exchangeNote = (random: Random): string =>
  say(random, [
    "那天要{到区里开会|去市里体检|外出培训}，请帮忙替一次班。",
    "家里{有喜事|老人住院}，麻烦您代我接待。",
    "单位{检修|盘点}走不开，想请您替我。",
  ]);
