// `npm start`: prepares what is missing, then serves.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./prepare.js";

const server = spawn(prepare(), [join(root, "src", "main.ts"), "serve", ...process.argv.slice(2)], {
  stdio: "inherit",
  cwd: process.cwd(),
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
