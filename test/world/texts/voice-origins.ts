import type { Instant } from "../../../src/platform/clock/instant.ts";
import { idAt } from "../ids.ts";

/** The words that suggestions of the world grew from, by the suggestion's title. */
export const grownWords: Readonly<Record<string, string>> = {
  关于加强村卫生室队伍建设的建议: "村里的大夫六十多了，一个人管三千来口，他一歇班，俺们量个血压都没处量，年轻大夫为啥不肯来？",
  关于增设矿山集片区公交线路和站点的建议: "从岱河这边去区医院得倒两趟车，末班车五点半就没了，下班的、看病的都赶不上。",
  关于提升农村公路养护水平的建议: "路修的时候都好，就是没人管养，一个坑从碗大长到锅大才有人补，能不能早补早省钱？",
  "关于推进城乡供水一体化、保障农村饮水安全的建议": "烧水壶里全是白碱，井水越打越深，隔壁县都喝上地表水了，咱们这啥时候接上？",
  关于在老旧小区增设电动自行车充电设施的建议: "一个楼道七八家从窗户往下甩电线充电，我夜里闻着糊味起来拔过一回，想想都后怕。",
  关于建立农村生活垃圾长效清运机制的建议: "检查来了天天收，检查一走三天不见车，垃圾的事能不能不分检查不检查？",
  关于打通朔里镇区断头路的建议: "那条路就差二百来米，接孩子得绕一大圈，救护车头回进来都找不着道。",
  "关于加强货运车辆管理、治理道路扬尘的建议": "拉石子的大车一天到晚过，俺家窗户三年没敞开过，路也压烂了。",
  "关于改善偏远村庄网络信号、推进数字乡村建设的建议": "在家打个电话得爬到房顶上，孩子上网课抱着手机满院子找信号。",
  关于完善矿区铁路平交道口安全设施的建议: "道口的杆子坏了半年，火车来了全靠人喊，我亲眼看见一辆三轮差点没过去。",
  关于加强农村慢性病管理的建议: "我糖尿病十来年，村里没有那种药，一个月进城一趟，车费比药钱还贵。",
  关于规范犬只管理的建议: "早上送孙女上学，一群没主的狗跟着跑，娃吓得不敢走那条路了。",
};

/** The voice behind a suggestion that began at a moment: told to the deputy three days before. */
export function originAt(title: string, begun: Instant): { id: string; at: Instant } {
  const at = new Date(Date.parse(begun) - 3 * 86_400_000 + 47 * 60_000).toISOString() as Instant;
  return { id: idAt(at, `voice suggestion ${title}`), at };
}
