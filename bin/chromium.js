// Finds a Chromium for the browser journeys, or installs one where that is possible, or says how.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

function found() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

const hasChinese = () => spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" }).stdout?.trim();

/** The path of a Chromium with Chinese fonts. Throws with what to do when there is none. */
export function chromium() {
  const there = found();
  if (there && (process.platform !== "linux" || hasChinese())) return there;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("lianxin: installing Chromium and Chinese fonts for the browser journeys …");
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", ["-qq", "-y", ...args], { stdio: ["ignore", "ignore", "inherit"], env: environment });
    apt("update");
    apt("install", "--no-install-recommends", "chromium", "fonts-noto-cjk", "fontconfig");
    const now = found();
    if (now) return now;
  }
  if (there) return there;
  throw new Error(
    "no Chromium was found for the browser journeys. Install one (Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM, and run again",
  );
}
