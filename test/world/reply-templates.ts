import { idOf } from "./ids.ts";
import { organisationId } from "./organisations.ts";

const template = (
  unit: string,
  title: string,
  rest: { resultClass: string | null; opening: string; closing: string; phrases: string[] },
) => ({
  ...{ id: idOf(`reply template ${unit} ${title}`), organisationId: organisationId(unit), title },
  ...{ ...rest, retired: false, version: 1 },
});

/** What handling units keep for their replies. */
export const replyTemplates = [
  template("transport", "农村公路养护类答复", {
    resultClass: "B",
    opening: "您提出的关于农村公路养护的建议收悉。经我局到现场核查，并与您当面沟通，现答复如下：",
    closing: "我局将按上述计划抓紧实施，完工后请您到现场查看。感谢您对交通运输工作的关心，欢迎继续监督。",
    phrases: [
      "已列入年度农村公路养护计划，由……负责实施。",
      "破损路段已于……前完成修补，长……公里。",
      "养护责任人已公示到村，群众可拨打……反映问题。",
    ],
  }),
  template("transport", "公交线路站点类答复", {
    resultClass: "B",
    opening: "您提出的关于优化公交线路站点的建议收悉。经会同公交企业实地查勘并听取居民意见，现答复如下：",
    closing: "我局将督促公交企业按时落实，并根据客流变化继续优化。感谢您的关心，欢迎继续监督。",
    phrases: ["经客流调查，……", "拟于……前调整线路走向，新增站点……处。", "受道路条件限制，暂以……方式解决。"],
  }),
  template("transport", "当场办结类答复", {
    resultClass: "A",
    opening: "您提出的建议收悉。所提问题已经解决，现将办理情况答复如下：",
    closing: "感谢您对我们工作的关心和支持，我局将做好日常管理，巩固办理成果。",
    phrases: ["已于……完成施工并验收。", "办理结果已于……向您当面说明。"],
  }),
  template("housing", "老旧小区改造类答复", {
    resultClass: "B",
    opening: "您提出的关于老旧小区改造的建议收悉。经现场查看，并征求街道、社区和居民意见，现答复如下：",
    closing: "我局将会同街道推进实施，欢迎继续监督。",
    phrases: ["该小区已列入……年度改造计划。", "改造内容经居民议事会商定，包括……"],
  }),
];
