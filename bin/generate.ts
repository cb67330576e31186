// Writes what is derived from the contracts and the tables: the client's types and the life-cycle diagrams.

import { writeFileSync } from "node:fs";
import { generated } from "../src/command/generated.ts";

for (const { path, text } of await generated()) writeFileSync(new URL(`../${path}`, import.meta.url), text);
