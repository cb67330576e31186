import { defineConfig } from "vitest/config";

const server = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  // The product runs its sources as they stand, and so do its tests; a worker keeps what it has loaded for the next file.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  isolate: false,
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...server, name: "rules", include: ["src/**/*.test.ts"], exclude: ["src/**/*.http.test.ts"] } },
      {
        test: {
          ...server,
          name: "embedded",
          include: ["src/**/*.http.test.ts", "test/http/**/*.test.ts"],
          globalSetup: ["test/support/embedded-image.ts"],
          provide: { engine: "embedded" },
        },
      },
      {
        test: {
          ...server,
          name: "postgres",
          include: ["src/**/*.http.test.ts", "test/http/**/*.test.ts"],
          globalSetup: ["test/support/postgres.ts"],
          provide: { engine: "server" },
        },
      },
      { test: { ...server, name: "boundaries", include: ["test/boundaries/**/*.test.ts"] } },
      { test: { ...server, name: "faults", include: ["test/faults/**/*.test.ts"] } },
      {
        test: {
          ...server,
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: ["test/support/browser.ts"],
          // On a busy machine a page can be slow; what does not come at all is missed much sooner, by its own wait.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // All of them visit one product; a group of its own keeps them apart from those that run two by two.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
