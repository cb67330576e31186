import type { StationFunction } from "../../../src/modules/stations/index.ts";

/** What happens at stations, by the function that it serves; templates, `{s}` is the station's place. */
export const eventTitles: Readonly<Record<Exclude<StationFunction, "reception">, readonly string[]>> = {
  work: ["{s}代表小组议事会", "{s}民生实事项目意见征集会", "{s}重点工作代表视察碰头会", "{s}村规民约修订听证座谈"],
  learning: ["学习党的二十大精神专题课", "代表法和组织法读书会", "怎样提出高质量的代表建议", "民法典宣讲进{s}", "手机上怎样办理代表事务"],
  service: ["{s}冬季送温暖走访", "{s}义诊和健康咨询", "{s}招聘信息进村", "帮老人办理补贴资格认证", "{s}清沟疏渠志愿活动"],
  publicity: ["宪法宣传日活动", "反电信诈骗宣传进{s}", "人大制度图片展", "代表履职事迹分享会", "{s}防溺水宣传"],
};

export const eventSummaries = [
  "{代表和村民|代表、村干部和群众}到场参加，{现场解答问题|收集意见}{3-12}条，{能办的当场办理|已登记转办}。",
  "活动{一个半|两个}小时，{大家发言踊跃|讨论比较深入}，形成{两|三|四}条共识，由{联络员|村委会}跟进。",
  "发放资料{40-180/20}份，{老人和孩子参加较多|赶集的群众驻足观看}，反响较好。",
];

interface Post {
  readonly kind: "notice" | "law" | "study" | "deed";
  readonly title: string;
  readonly body: string;
}

export const noticeFor = (name: string, hours: string): Post => ({
  kind: "notice",
  title: `${name}2023年接待安排`,
  body: `${hours}群众可以当面反映，也可以扫描门口的二维码。正在诉讼、仲裁、信访程序中的事项不在接待范围，工作人员会告诉您该去哪里。遇紧急情况请拨打110、119、120、122。`,
});

export const materials: readonly Post[] = [
  {
    kind: "law",
    title: "代表怎样联系群众",
    body: "代表应当与原选区选民保持密切联系，听取和反映他们的意见和要求。代表在闭会期间的活动以集体活动为主、以小组活动为基本形式，每位代表都编入代表小组，就近进站。",
  },
  {
    kind: "study",
    title: "一件好建议的五个要素",
    body: "一看事实：地点、户数、时间写清楚。二看原因：到现场看，多问一句为什么。三看办法：提得出，办得到。四看责任：写明归哪个单位管。五看回头：办完再去看一次，问问群众满意不满意。",
  },
  {
    kind: "study",
    title: "接待选民的三句话",
    body: "第一句，听完再说，不打断、不判断，按原话记。第二句，说清去处，能办的办，不能受理的告诉他去哪里。第三句，一定回音，办到哪一步都让他知道。",
  },
  {
    kind: "deed",
    title: "六个村的路是怎样修好的",
    body: "2022年6月的一个接待日，一位村民在朱庄社区代表活动室说起村里的烂路。代表当天到六个村走了一遍，七月初提出意见建议，街道人大工委交办后跟踪督办，街道办事处投入一百余万元，十余天把路整修硬化。路通以后联络员回访，那位村民说：孙子自己骑车上学了。",
  },
];

/** Hearings of state organs at stations: what they asked about, and what was said. */
export const hearings: readonly {
  readonly organ: string;
  readonly station: string;
  readonly on: string;
  readonly topic: string;
  readonly about: string;
  readonly points: readonly { readonly said: string; readonly unit: string; readonly answer: string }[];
}[] = [
  {
    organ: "court",
    station: "SL01",
    on: "2023-03-22",
    topic: "听取对巡回审判和诉前调解的意见",
    about: "区法院到站听取代表和群众对派出法庭工作的意见。",
    points: [
      {
        said: "巡回审判多开到村里来，赶集的日子人多，看一场比讲十遍管用。",
        unit: "court",
        answer: "已定每季度第一个集日在镇区巡回审判一次，开庭前三天在联络站公告。",
      },
      { said: "老人打赡养官司不会写状子，希望站里有人帮。", unit: "court", answer: "与司法所约定，每周二上午派一名干警在联络站代写诉状。" },
    ],
  },
  {
    organ: "procuratorate",
    station: "ST01",
    on: "2023-05-16",
    topic: "听取公益诉讼线索和饮用水安全意见",
    about: "区检察院到站听取群众对饮用水水源保护的意见。",
    points: [
      {
        said: "老水厂旁边有人倒废料，下大雨顺沟流，请去看看。",
        unit: "procuratorate",
        answer: "现场勘查属实，已向主管部门发出检察建议，废料清运完毕，沟口封堵。",
      },
      {
        said: "水质化验结果能不能贴到村口，让大伙看得见？",
        unit: "water_company",
        answer: "自六月起每月在各村公示栏张贴一次水质检测结果。",
      },
    ],
  },
  {
    organ: "government_office",
    station: "KS01",
    on: "2023-07-18",
    topic: "听取对上半年民生实事办理的意见",
    about: "区政府督查室会同有关部门到站听取意见。",
    points: [
      {
        said: "雨污分流挖开的路要尽快恢复，学校九月一日前必须通。",
        unit: "housing",
        answer: "学校门前路段八月二十日恢复通车，其余路段九月底完工。",
      },
      { said: "公交末班车太早，夜班工人回不了家。", unit: "transport", answer: "与公交公司商定，两条线路末班车延后四十分钟。" },
    ],
  },
  {
    organ: "health",
    station: "GY01",
    on: "2023-09-05",
    topic: "听取对村卫生室和家庭医生的意见",
    about: "区卫健委到站听取代表和群众意见。",
    points: [
      {
        said: "家庭医生签了约，一年上门要有个准数，写在本子上。",
        unit: "health",
        answer: "制作签约服务记录本，上门一次签一次字，每季度抽查。",
      },
      { said: "慢性病的药能不能一次开两个月的？", unit: "medical_insurance", answer: "" },
      { said: "村卫生室晚上没有人，能不能留个电话？", unit: "health", answer: "" },
    ],
  },
  {
    organ: "police",
    station: "ZZ01",
    on: "2023-10-12",
    topic: "听取对社区治安和电动车管理的意见",
    about: "公安分局到站听取群众意见。",
    points: [],
  },
];

export const ratingEvidence: Readonly<Record<string, string>> = {
  organisation: "站长、联络员在岗，进站代表名单上墙，会议记录齐全",
  facilities: "接待室、公示栏、意见箱和图书资料齐全，照片存档",
  rota: "全年轮值计划和签到记录，接待台账",
  results: "群众反映事项办理清单和回访记录",
  publicity: "宣传栏每季度更换，学习活动签到表",
};
