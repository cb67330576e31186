// Makes a fresh clone ready to run: the pinned runtime, the packages, the built client. Plain JavaScript for any
// Node >= 18, no dependency; what is already there is left alone.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runtimeVersion = "24.21.0";
const stamps = join(root, ".cache");

/** The Node that runs the product: the caller's own when it is new enough, else the pinned one. */
export function runtime() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const binary = join(root, ".runtime", "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(binary)) {
    say(`fetching Node ${runtimeVersion}, because this machine has ${process.version} …`);
    mkdirSync(join(root, ".runtime"), { recursive: true });
    npm(process.execPath, [
      "install",
      "--prefix",
      join(root, ".runtime"),
      "--no-save",
      "--no-package-lock",
      "--ignore-scripts",
      `${name}@${runtimeVersion}`,
    ]);
  }
  const version = execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();
  if (version !== `v${runtimeVersion}`) throw new Error(`${binary} is ${version}, not v${runtimeVersion}; remove .runtime and start again`);
  return binary;
}

/** Installs the packages of the lockfile when it has changed since the last time. */
export function packages(node) {
  const wanted = digest([join(root, "package-lock.json"), join(root, "package.json")]);
  if (stamped("packages") === wanted && existsSync(join(root, "node_modules"))) return;
  say("installing packages …");
  npm(node, ["ci", "--no-audit", "--no-fund"]);
  stamp("packages", wanted);
}

/** Builds the client when anything it is made of has changed. */
export function client(node) {
  const wanted = digest([
    ...filesIn(join(root, "src")),
    join(root, "index.html"),
    join(root, "vite.config.ts"),
    join(root, "package-lock.json"),
  ]);
  if (stamped("client") === wanted && existsSync(join(root, "dist", "index.html"))) return;
  say("building the client …");
  run(node, [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"]);
  stamp("client", wanted);
}

/** Everything that `npm start` needs. Returns the runtime to start with. */
export function prepare() {
  const node = runtime();
  packages(node);
  client(node);
  return node;
}

function npm(node, args) {
  // npm is a script; it runs on whichever Node is handed to it.
  const script = process.env.npm_execpath ?? beside("npm-cli.js");
  if (script?.endsWith(".js")) run(node, [script, ...args]);
  else run("npm", args);
}

function beside(file) {
  const places = [
    join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", file),
    join(dirname(process.execPath), "node_modules", "npm", "bin", file),
  ];
  return places.find((place) => existsSync(place));
}

export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(" ")} … ended with ${result.status ?? result.signal}`);
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) if (existsSync(path)) hash.update(path.slice(root.length)).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

function stamped(name) {
  const path = join(stamps, `${name}.stamp`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function stamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, `${name}.stamp`), value);
}

const say = (text) => console.log(`lianxin: ${text}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare();
