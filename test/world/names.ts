import type { Random } from "./texts/random.ts";

const surnames =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文".split(
    "",
  );
const compound = ["欧阳", "司马", "上官", "诸葛"];
const male = "伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆国建志文德成海山林峰龙春生才东亮永庆学兴荣义光福忠".split("");
const female = "芳娜敏静丽艳娟霞秀英慧巧美雅梅琳玲燕红云莲荣爱凤洁颖倩婷雪莉桂珍萍兰花荷菊翠素".split("");

/** A made-up name. Rare double surnames and single given names occur, as they do. */
export function personName(random: Random, gender: "male" | "female"): string {
  const surname = random.chance(0.01) ? random.pick(compound) : random.pick(surnames);
  const given = gender === "male" ? male : female;
  return surname + random.pick(given) + (random.chance(0.75) ? random.pick(given) : "");
}
