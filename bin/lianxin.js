#!/usr/bin/env node
// The `lianxin` command: prepares what is missing, then serves (`npm start`), or does what it is told.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { prepare, root } from "./prepare.js";

const words = process.argv.slice(2);
// Node lets the memory of short-lived objects grow with the machine's; a small one keeps a busy server below 200 MB, as fast as before.
const thrift = "--max-semi-space-size=4";
const product = spawn(prepare(), [thrift, join(root, "src", "main.ts"), ...words], { stdio: "inherit", cwd: process.cwd() });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => product.kill(signal));
product.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
