import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Printing real PDFs in a real browser takes seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
