import { defineConfig } from "vitest/config";

/** Proofs open what we write in another program: run by `npm run proof`, not by the tests. */
export default defineConfig({
  test: {
    include: ["test/proof/**/*.proof.ts"],
    // Office suites take their time to start, as packing and Windows do, and one at a time is enough for a small machine.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 900_000,
  },
});
