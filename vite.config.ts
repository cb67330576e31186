import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { opensWithoutLine } from "./src/web/without-line/build.ts";

/** Lays a compressed copy beside each file of the client, once, so that serving one costs nothing. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  closeBundle() {
    for (const file of readdirSync("dist/assets").filter((name) => /\.(js|css|svg)$/.test(name))) {
      const bytes = readFileSync(`dist/assets/${file}`);
      writeFileSync(`dist/assets/${file}.br`, brotliCompressSync(bytes));
      writeFileSync(`dist/assets/${file}.gz`, gzipSync(bytes, { level: 9 }));
    }
  },
};

/** What is drawn wherever there is a list. */
const ofLists = [
  /antd\/es\/(skeleton|empty|checkbox)\//,
  /rc-component\/checkbox\//,
  /icons\/(Filter|Plus)Outlined/,
  /infiniteQuery|useInfiniteQuery/,
  /web\/ui\/(page-head|list-body|filter-fold|nothing-found|cursor-list|collection-api|narrowed|lamp)\./,
];

/** Voices are written down where there is no line; other pages, signing in and the tour are not for there. */
const withoutLine = opensWithoutLine({
  page: /\/modules\/voices\/web\/enter\.tsx$/,
  without: /\/modules\/\w+\/web\/|\/web\/(pages|tour)\//,
});

export default defineConfig({
  plugins: [react(), compressed, withoutLine],
  build: {
    outDir: "dist",
    target: "chrome80",
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // The kit's small packages do not say that importing them does nothing.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/(@rc-component|@ant-design)\//, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs: the kit by itself, so that it stays in the reader's store while the house's own words change.
            { name: "kit", tags: ["$initial"], test: /node_modules/, priority: 2 },
            { name: "house", tags: ["$initial"], priority: 2 },
            // What a list needs, in one file of many crumbs: on a slow line a request costs more than some bytes.
            { name: "list", test: (id) => ofLists.some((one) => one.test(id)), includeDependenciesRecursively: false, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://localhost:8080", "/healthz": "http://localhost:8080" } },
});
