import type { Random } from "./random.ts";
import { autumnSources, otherSources, sessionThreeSources } from "./suggestions/index.ts";
import type { SuggestionSource, SuggestionText } from "./suggestions/source.ts";
import { fill } from "./template.ts";
import { type UnitKey, unitNames } from "./units.ts";

export interface SuggestionHandling {
  /** 办前联系 */
  readonly before: string;
  /** 办理方案 */
  readonly plan: string;
  /** 办中沟通 */
  readonly during: string;
  /** What the first of the co-handling units has to say. */
  readonly coOpinion: string;
  /** The body of the reply, one paragraph a line. */
  readonly reply: string;
  readonly commitment: string;
  /** 办后回访 */
  readonly visit: string;
}

/** How a suggestion was handled, point by point, from the first contact to the return visit. */
export function suggestionHandling(random: Random, text: SuggestionText, unitName: string): SuggestionHandling {
  const { points, promise } = answersTo(text);
  const heads = points.map((point) => point.head);
  const variables = {
    unit: unitName,
    topic: text.title.replace(/^关于/, "").replace(/的建议$/, ""),
    first: heads[0]!,
    last: heads.at(-1)!,
    heads: heads.map((head) => `“${head}”`).join("、"),
    count: numerals[heads.length - 1] ?? "几",
    together: text.coUnitKeys.length > 0 ? `会同${text.coUnitKeys.map(coName).join("、")}` : "组织有关科室",
    support: supports[text.coUnitKeys[0] ?? "county_town"] ?? "在职责范围内做好配合",
    progress: points[0]!.answer
      .split("，")
      .slice(0, 2)
      .join("，")
      .replace(/[。；]$/, ""),
  };
  const say = (templates: readonly string[]) => fill(random.pick(templates), random, variables, new Map());
  const paragraphs = points.map(({ head, answer }, at) => `${numerals[at] ?? at + 1}、关于“${head}”。${answer}`);
  return {
    before: say(befores),
    plan: say(plans),
    during: say(durings),
    coOpinion: say(coOpinions),
    reply: [say(replyOpenings), ...paragraphs, `${say(replyOutlooks)}${promise}${say(replyClosings)}`].join("\n"),
    commitment: promise.replace(/。$/, ""),
    visit: say(visits),
  };
}

/** Why a unit says that a suggestion is not its business. */
export function handbackReason(random: Random, unitName: string): string {
  return fill(random.pick(handbacks), random, { unit: unitName }, new Map());
}

/** Why a unit asks for more time. */
export function extensionReason(random: Random): string {
  return fill(random.pick(extensions), random, {}, new Map());
}

interface Answered {
  readonly points: readonly { readonly head: string; readonly answer: string }[];
  readonly promise: string;
}

const sources: ReadonlyMap<string, SuggestionSource> = new Map(
  [...sessionThreeSources, ...otherSources, ...Object.values(autumnSources).flat()].map((source) => [source.title, source]),
);

/** The same answers point by point, as the reply editor takes them (R2.29). */
export function answersOf(text: SuggestionText, unitName: string) {
  const { points, promise } = answersTo(text);
  return {
    opening: `您提出的建议收悉。${unitName}高度重视，现场查看并当面听取了您的意见，现将办理情况答复如下：`,
    points: points.map(({ answer }) => answer),
    closing: `下一步，${promise}感谢您对我们工作的关心和支持，欢迎继续监督。`,
  };
}

/** Suggestions that grew out of an opinion have no answer of their own; they get one in general terms. */
function answersTo(text: SuggestionText): Answered {
  const source = sources.get(text.title);
  if (source) return { points: source.points.map(([head, , answer]) => ({ head, answer })), promise: source.promise };
  const asked = text.proposal
    .split(/\n|(?=[一二三四五六七八九]、)|(?=\d[.．]\s)/)
    .map((line) => line.replace(/^\s*(?:[一二三四五六七八九]、|\d[.．]\s*)/, "").trim())
    .filter((line) => line.length > 0);
  const points = (asked.length > 0 ? asked : [text.title]).map((line, at) => ({
    head: line.split(/[。；]/)[0]!,
    answer: generalAnswers[at % generalAnswers.length]!,
  }));
  return { points, promise: "年底前按照答复内容抓好落实，并将进展情况书面告知代表。" };
}

const coName = (key: UnitKey) => (key === "county_town" ? "有关镇（街道）" : unitNames[key]);

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

const generalAnswers = [
  "已组织人员到现场调查，情况与建议反映的基本一致，办理方案已经确定，明确专人负责，正在按照时间节点组织实施。",
  "所需资金和手续已与有关部门衔接，能够立即做的已经着手，需要分步实施的列入年度工作计划，完成一项、公布一项。",
  "将结合日常管理建立长效办法，落实管护责任，定期检查，并请代表和群众监督。",
];

const supports: Partial<Record<UnitKey, string>> = {
  reform: "做好项目立项审批和上级资金争取工作",
  resources: "做好规划选址和用地保障，符合条件的加快办理手续",
  hospital: "做好业务需求论证，配合落实人员和设备",
  housing: "做好工程质量安全监管和行业指导",
  finance: "按照预算管理规定，统筹财力给予支持并加强资金监管",
  health: "组织医疗卫生机构做好技术支持和人员培训",
  labour: "落实就业培训和社会保障有关政策",
  women: "发挥联系妇女和家庭的作用，组织宣传和志愿服务",
  education: "组织学校做好配合，开展师生宣传教育",
  data: "做好数据共享和线上办理的技术支持",
  rural: "将相关内容与乡村振兴项目统筹安排",
  transport: "做好道路交通设施完善和运输保障工作",
  police: "加强现场秩序维护和执法配合",
  water: "做好农业农村和水利方面的技术指导、项目衔接",
  emergency: "加强安全指导和应急物资、队伍保障",
  market: "依法加强质量、价格和食品安全监管",
  urban: "做好市容环卫和市政设施方面的配合",
  environment: "做好环境监测和监督执法",
  economy: "做好企业协调和通信设施保障",
  power_company: "做好供电方案制定和用电保障",
  water_company: "做好供水管网配套和运行维护",
  commerce: "做好产销对接和市场主体协调",
  culture: "组织文化旅游体育资源参与，做好宣传推广",
  forestry: "做好林地手续办理和绿化技术指导",
  civil: "做好困难群众保障和社会组织动员",
  medical_insurance: "落实医保支付和救助政策",
  disabled: "做好残疾人需求摸底和服务对接",
  county_town: "做好属地协调、群众工作和日常管护",
};

const befores = [
  "{unit}分管负责人上门走访代表，当面听取意见。代表介绍了提出建议前的调研情况，认为“{first}”最为迫切，希望先从群众反映集中的地方做起。",
  "与代表电话联系后约定见面，承办科室负责人和代表一起查看现场，就建议的背景、重点和代表的期望作了详细了解，代表特别提到“{last}”。",
  "邀请代表到{unit}座谈，逐条核对建议内容，代表补充了{两|三}个具体事例，双方就办理重点和时间安排交换了意见。",
  "{unit}主要负责人与代表联系沟通，说明办理计划，征求代表对办理方式的意见，代表希望邀请群众代表参加实地调研。",
];

const plans = [
  "成立由{主要|分管}负责人任组长的办理小组，将建议分解为{heads}等{count}项任务，逐项明确责任人。第一个月完成调研摸底，第二个月集中推进并与代表沟通，第三个月形成答复。",
  "一是{together}开展实地调研，摸清底数；二是围绕{heads}制定措施，能办的立即办；三是与代表沟通答复意见，经代表认可后正式行文；四是答复后跟踪落实。",
  "明确一名分管负责人牵头、一个科室具体承办，{together}每半月会商一次。先解决“{first}”，再推进其余事项，答复前征求代表意见，确保按期办结。",
];

const durings = [
  "向代表通报阶段进展：{progress}，其余事项正在推进。代表对工作表示肯定，希望加快“{last}”的进度。",
  "邀请代表参加现场查看，代表就“{first}”提出{两|三}点修改意见，承办人员现场记录并吸收进方案。",
  "将答复初稿送代表征求意见，代表认为措施比较实在，建议把“{last}”的时间节点写得更具体，已作修改。",
  "召开办理工作碰头会，代表应邀参加，{unit}介绍了{heads}的办理情况和困难，代表表示理解并帮助做群众工作。",
];

const coOpinions = [
  "建议内容符合实际，我单位赞成。结合职责，将{support}；对涉及多部门的事项，建议主办单位牵头建立会商机制，我单位将指定专人参加。",
  "经研究，建议中“{last}”等内容与我单位工作有关，我单位将{support}，并按主办单位的进度安排及时提供有关资料和数据。",
  "我单位已参加现场调研，对主办单位提出的办理方案没有不同意见。下一步将{support}，进展情况每月向主办单位反馈。",
];

const replyOpenings = [
  "您提出的建议收悉。{unit}高度重视，召开专题会议研究，明确分管负责人和承办科室，{together}开展调研，并与您作了沟通。现将办理情况答复如下：",
  "感谢您对“{topic}”的关注。收到建议后，{unit}主要负责人批示办理，{together}到现场了解情况，逐条研究落实措施。现答复如下：",
  "您的建议反映了群众的愿望，切合我区实际。{unit}将其列入今年重点办理事项，{together}研究制定方案，抓紧推进。现将有关情况答复如下：",
];

const replyOutlooks = ["下一步，我们将继续抓好落实：", "对尚未完成的工作，我们作出如下安排：", "接下来，我们将重点做好以下工作："];

const replyClosings = [
  "感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。",
  "感谢您的监督，我们将及时向您反馈后续进展。",
  "再次感谢您的关心，请继续监督、支持我们的工作。",
];

const visits = [
  "答复后与代表一同到现场回访，查看了“{first}”的落实情况，并随机询问{3-8}名群众。代表认为答复实事求是，办理效果较好。",
  "{unit}办公室负责人走访代表，征求对办理态度和结果的意见，代表表示满意，希望对“{last}”常抓不懈。",
  "以座谈方式回访代表和群众代表，通报答复以来的新进展，代表认可办理结果，提出继续加强宣传和管护的意见。",
  "电话回访代表，说明承诺事项的完成安排，代表对答复没有不同意见，表示将继续关注落实情况。",
];

const handbacks = [
  "经研究，建议所涉主要事项的{审批|建设|监督管理}职责不在{unit}，根据部门职责分工应由其他主管部门牵头，{unit}可作为会办单位配合办理，申请退回重新交办。",
  "建议内容涉及的设施产权和管理单位均不是{unit}，{unit}没有相应的项目和资金渠道，难以作为主办单位答复，申请调整承办单位。",
  "按照机构改革后的职能划转，建议所涉业务已移交其他部门，{unit}不再承担该项职责，特申请退办，并已将掌握的情况整理备查。",
  "建议中的主要诉求属市级管理权限，需由与市主管部门对口的单位衔接办理，{unit}不具有该项管理权限，申请退回并建议改交对口部门。",
];

const extensions = [
  "建议涉及{三|四|五}个部门，会商中对实施主体和资金分担尚未形成一致意见，需提请区政府专题研究，申请延长答复期限。",
  "项目可行性研究和{用地预审|规划选址|环境影响评价}正在进行，结论形成前难以作出明确答复，申请延期办理。",
  "需对全区有关情况全面摸底，样本多、范围广，调查数据{下月|近期}才能汇总完成，为保证答复质量，申请延长办理时间。",
  "上级有关政策正在修订，新的标准即将出台，为避免答复与政策不一致，申请在政策明确后答复。",
  "施工受{汛期|低温天气|管线迁改}影响，主要内容预计在原答复期限之后完成，经与代表沟通同意，申请延期答复。",
];
