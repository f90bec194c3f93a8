import { defineConfig } from "vitest/config";

/** Proofs open what we write in another program: run by `npm run proof`, not by the tests. */
export default defineConfig({
  test: {
    include: ["test/proof/**/*.proof.ts"],
    // An office suite takes its time to start, and one at a time is enough for a small machine.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
