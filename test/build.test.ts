import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown, type Plugin } from "rolldown";
import { expect, it } from "vitest";

it("leaves a program that npx can run, also where a build takes the place of another", async () => {
  const config = new URL("../rolldown.config.js", import.meta.url).href;
  const { default: build } = (await import(config)) as { default: { plugins: Plugin[] } };
  const folder = mkdtempSync(path.join(tmpdir(), "build-"));
  const executable = build.plugins.filter(({ name }) => name === "executable");
  const bundle = await rolldown({ input: { cli: "src/terms/long-lists.ts" }, plugins: executable });
  await bundle.write({ dir: folder });
  await bundle.close();
  // Windows runs what node is told to run, and has no such mark.
  const asked = process.platform === "win32" ? 0 : 0o111;
  expect(statSync(path.join(folder, "cli.js")).mode & asked).toBe(asked);
  rmSync(folder, { recursive: true });
});
