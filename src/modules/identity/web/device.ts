/** The browser first that claims to be another one second: Edge calls itself Chrome, Chrome calls itself Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, "wechat"],
  [/DingTalk\//, "dingtalk"],
  [/Edg(e|A|iOS)?\//, "edge"],
  [/QQBrowser\//, "qq"],
  [/Firefox\/|FxiOS\//, "firefox"],
  [/Chrome\/|CriOS\//, "chrome"],
  [/Safari\//, "safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "harmony"],
  [/iPhone/, "iphone"],
  [/iPad/, "ipad"],
  [/Android/, "android"],
  [/Windows/, "windows"],
  [/Mac OS X/, "macos"],
  [/Kylin/i, "kylin"],
  [/UOS|UnionTech/i, "uos"],
  [/Linux/, "linux"],
];

/** Browser and system behind the name that a browser gives itself, as keys of the catalogue; what is not known is left out. */
export const deviceParts = (userAgent: string): string[] =>
  [browsers, systems].flatMap((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []);
