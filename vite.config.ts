import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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

export default defineConfig({
  plugins: [react(), compressed],
  build: {
    outDir: "dist",
    target: "chrome80",
    chunkSizeWarningLimit: 900,
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /node_modules\/(@rc-component|@ant-design)\//, sideEffects: false }] } },
  },
  server: { proxy: { "/api": "http://localhost:8080", "/healthz": "http://localhost:8080" } },
});
