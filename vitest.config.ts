import { defineConfig } from "vitest/config";

const web = "test/web/**/*.test.ts";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Browsers and child processes wait more than they work.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "record", include: ["test/**/*.test.ts"], exclude: [web] } },
      // The desk in a real browser: built once, over the example reports.
      { extends: true, test: { name: "web", include: [web], globalSetup: ["test/web/setup.ts"] } },
    ],
  },
});
