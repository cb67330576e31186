/** An activity as groups plan it; `{t}` is the town's short name. */
export interface Planned {
  readonly theme: string;
  readonly kind: string;
  readonly months: readonly [from: number, to: number];
  /** The key of a campaign. */
  readonly campaign?: "jumin" | "5+4" | "2121" | "six visits";
  readonly concern?: string;
  readonly place?: "village" | "station" | "office";
  readonly deputies?: number;
  readonly remarks?: string;
}

/** What groups formed by area do each year. */
export const yearly: readonly Planned[] = [
  {
    ...{ theme: "学习代表法，交流怎样提出高质量的建议", kind: "study", months: [1, 2], place: "station", deputies: 20 },
    concern: "区人大常委会代表培训计划",
  },
  {
    ...{ theme: "代表集中接待选民，征集民生意见", kind: "reception", months: [3, 3], campaign: "jumin", place: "station", deputies: 16 },
    concern: "群众反映问题路远、不知找谁",
  },
  {
    ...{ theme: "小组会议：分析代表建议办理情况，确定重点跟踪事项", kind: "group_activity", months: [9, 9], place: "office", deputies: 20 },
    concern: "代表建议“重答复、轻落实”",
  },
  {
    ...{ theme: "区、镇代表向选民述职，听取评议", kind: "duty_report", months: [11, 12], place: "village", deputies: 6 },
    concern: "代表向原选区选民报告履职情况，接受监督",
    remarks: "每个选区一场，提前七日公告",
  },
];

/** What they choose among, by what weighs most where they are. */
export const chosen: readonly Planned[] = [
  {
    ...{ theme: "视察农村公路“路长制”落实和管护情况", kind: "inspection", months: [4, 4], place: "village", deputies: 12 },
    concern: "村组道路破损、雨天积水，群众出行不便",
  },
  {
    ...{
      theme: "人居环境整治和农村改厕后续管护专题调研",
      kind: "research",
      months: [5, 6],
      campaign: "5+4",
      place: "village",
      deputies: 8,
    },
    concern: "改厕后无人清掏、清运收费不统一",
    remarks: "形成调研报告，报区人大常委会",
  },
  {
    ...{
      theme: "《中华人民共和国固体废物污染环境防治法》执法检查",
      kind: "enforcement_check",
      months: [6, 6],
      place: "village",
      deputies: 10,
    },
    concern: "村头垃圾清运不及时，沟渠漂浮物",
  },
  {
    ...{ theme: "约见区交通、住建部门负责人，推动积水点整治", kind: "appointment", months: [7, 7], place: "office", deputies: 8 },
    concern: "汛期低洼路段积水，学生上学绕行",
  },
  {
    ...{ theme: "养老服务设施和老年助餐点运行情况视察", kind: "inspection", months: [10, 10], place: "village", deputies: 12 },
    concern: "留守老人吃饭难、看病远",
  },
  {
    ...{ theme: "《安徽省物业管理条例》实施情况检查", kind: "enforcement_check", months: [5, 5], place: "village", deputies: 9 },
    concern: "老旧小区停车难、维修资金使用不公开",
  },
  {
    ...{ theme: "夏季用电和农网改造情况专题调研", kind: "research", months: [6, 7], place: "village", deputies: 7 },
    concern: "用电高峰电压不稳，灌溉用电难",
  },
  {
    ...{ theme: "中小学校食堂和校园周边食品安全视察", kind: "inspection", months: [9, 9], place: "village", deputies: 11 },
    concern: "家长关心学生吃得是否安全",
  },
  {
    ...{ theme: "秸秆综合利用和禁烧工作视察", kind: "inspection", months: [5, 6], campaign: "5+4", place: "village", deputies: 10 },
    concern: "秸秆离田成本高，农户出路少",
  },
  {
    ...{ theme: "为困难家庭和残疾人办实事", kind: "good_deed", months: [1, 12], campaign: "2121", place: "village" },
    concern: "困难群众就医、就学、住房安全",
    remarks: "每名代表至少办一件，年底汇总",
  },
  {
    ...{ theme: "民生实事项目推进情况视察", kind: "inspection", months: [8, 9], place: "village", deputies: 14 },
    concern: "票决的民生实事项目能不能按期完工",
  },
  {
    ...{ theme: "采煤沉陷区居民搬迁安置情况专题调研", kind: "research", months: [3, 5], campaign: "2121", place: "village", deputies: 6 },
    concern: "安置房办证慢、过渡期长",
  },
];

/** In the month of the six visits. */
export const sixVisits: Planned = {
  ...{ theme: "代表进农户、进田间，听意见、办实事", kind: "six_visits", months: [6, 6], campaign: "six visits", place: "village" },
  ...{ deputies: 18, concern: "“三夏”期间农户的急难愁盼" },
};

/** What groups formed by field do. */
export const byField: Readonly<Record<string, readonly Planned[]>> = {
  机关事业单位: [
    { theme: "优化办事流程、减少跑动专题调研", kind: "research", months: [3, 4], concern: "群众办事多头跑、重复交材料", deputies: 8 },
    { theme: "旁听法院庭审，视察诉讼服务中心", kind: "inspection", months: [5, 5], concern: "立案难、执行慢的反映", deputies: 10 },
    {
      theme: "《中华人民共和国医师法》执法检查",
      kind: "enforcement_check",
      months: [7, 7],
      concern: "乡村医生待遇和基层医疗力量",
      deputies: 9,
    },
    { theme: "学习交流：预算审查怎样看、怎样问", kind: "study", months: [10, 10], concern: "区级预算公开和绩效", deputies: 12 },
    {
      theme: "代表进校园，听取师生意见",
      kind: "six_visits",
      months: [6, 6],
      campaign: "six visits",
      concern: "学位紧张和课后服务",
      deputies: 9,
    },
  ],
  工业企业: [
    {
      theme: "企业用工和技能培训专题调研",
      kind: "research",
      months: [3, 5],
      campaign: "2121",
      concern: "企业招工难与群众就业难并存",
      deputies: 8,
    },
    {
      theme: "约见科技经济信息化部门负责人，推动惠企政策兑现",
      kind: "appointment",
      months: [6, 6],
      concern: "政策兑现慢、门槛不清楚",
      deputies: 7,
    },
    {
      theme: "《中华人民共和国安全生产法》执法检查",
      kind: "enforcement_check",
      months: [8, 8],
      concern: "企业和园区安全生产",
      deputies: 10,
    },
    {
      theme: "代表进企业，开展“送政策、听意见”活动",
      kind: "six_visits",
      months: [6, 6],
      campaign: "six visits",
      concern: "中小企业融资成本",
      deputies: 8,
    },
    { theme: "园区道路和公交配套视察", kind: "inspection", months: [9, 10], campaign: "5+4", concern: "职工上下班乘车不便", deputies: 9 },
  ],
};

export const aims = [
  "围绕区委中心工作和群众急难愁盼，全年活动主题明确、每月有安排，做到活动有方案、有记录、有成果，形成的意见建议及时转交办理。",
  "坚持小型、就近、管用，把活动办到村组和站点，一次活动解决一两个具体问题，结果向选民公开。",
  "以“聚民生、惠民意”行动为主线，活动与接待、调研、视察相结合，年底向选民报告完成情况。",
];

export const returned = "第三季度活动偏少，“视察”一项请写明对应的群众关切，补充后再提交。";
export const amendments = ["区里新增民生实事项目，增加一次视察", "汛期调整：约见活动提前，地点改到现场"];
