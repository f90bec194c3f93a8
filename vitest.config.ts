import { defineConfig } from "vitest/config";

/**
 * Names tell what a file of tests needs: `….browser.test.ts` a browser, `….fuzz.test.ts` patience; a single test
 * among quick ones is tagged with it. `npm run test:fast` leaves all of these out.
 */
export default defineConfig({
  // The libraries as users run them: vitest asks for their development builds, slower and not what is shipped.
  ssr: { resolve: { conditions: ["node"] } },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/seed.ts"],
    tags: [
      {
        name: "patience",
        description: "many random runs, whole samples, sizes nobody has: a third of a second or more",
      },
    ],
    // Our modules keep nothing that one test could leave for another: read once a thread, not once a file.
    pool: "threads",
    isolate: false,
    // Vitest leaves one core to itself, which is half of a machine with two.
    maxWorkers: "100%",
    // What was made of a file is kept under its content: most files are the same from one run to the next.
    experimental: { fsModuleCache: true, fsModuleCachePath: "node_modules/.cache/vitest-modules" },
    // Printing real PDFs in a real browser takes seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
