import { idOf } from "./ids.ts";

/** The campaign under which deputies raise one opinion a month. */
export const campaignId = idOf("campaign jumin");

const blank = { label: null, endsOn: null, targetPerDeputy: null, targetPeriod: null, aim: null };

/** The named campaigns of the newspaper; what the numbers in some of the names mean is the district's to say. */
export const campaigns = [
  {
    ...blank,
    id: campaignId,
    name: "聚民生、惠民意行动",
    startsOn: "2022-04-01",
    targetPerDeputy: 1,
    targetPeriod: "month",
    aim: "五级人大代表每月提出一条涉及民生的建议，推动解决群众急难愁盼问题",
  },
  { ...blank, id: idOf("campaign 5+4"), name: "“5+4”代表主题活动", label: "5+4", startsOn: "2022-03-01" },
  { ...blank, id: idOf("campaign 2121"), name: "代表工作“2121”工程", label: "2121", startsOn: "2022-01-10" },
  {
    ...blank,
    id: idOf("campaign six visits"),
    name: "代表“六进”活动",
    label: "六进",
    startsOn: "2023-06-01",
    endsOn: "2023-06-30",
    aim: "进农户、进田间、进部门、进超市、进企业、进校园",
  },
];
