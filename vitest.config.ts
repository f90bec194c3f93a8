import { defineConfig } from "vitest/config";

/**
 * Names tell what a test needs: `….browser.test.ts` a browser, `….fuzz.test.ts` patience. `npm run test:fast`
 * leaves both out.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    // Our modules keep nothing that one test could leave for another: read once a thread, not once a file.
    pool: "threads",
    isolate: false,
    // Printing real PDFs in a real browser takes seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
