import { rm } from "node:fs/promises";
import { URL } from "node:url";
import { defineConfig } from "rolldown";

const compilePlans = {
  name: "compile-plans",
  async writeBundle() {
    // What an earlier build made of the plans is not to be read by this one, should the next step fail.
    await rm(new URL("dist/plans.json", import.meta.url), { force: true });
    const built = await import(new URL("dist/compile-plans.js", import.meta.url).href);
    await built.compilePlans();
  },
};

/**
 * dist/ as few files instead of the thousand that we and our libraries are written in: finding and opening
 * those takes a third of a second at every start. What a command does not use stays in chunks of its own.
 */
export default defineConfig({
  input: {
    cli: "src/cli.ts",
    index: "src/index.ts",
    "compile-plans": "src/run/compile-plans.ts",
    "side-thread": "src/run/side-thread.ts",
  },
  platform: "node",
  // Libraries ask for it at every turn, and look it up in the environment each time.
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
  output: { dir: "dist", chunkFileNames: "[name].js" },
  plugins: [compilePlans],
});
