import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown, type Plugin } from "rolldown";
import { expect, it } from "vitest";

async function pluginsNamed(wanted: string): Promise<Plugin[]> {
  const config = new URL("../rolldown.config.js", import.meta.url).href;
  const { default: builds } = (await import(config)) as { default: { plugins: Plugin[] }[] };
  return builds.flatMap(({ plugins }) => plugins).filter(({ name }) => name === wanted);
}

it("leaves a program that npx can run, also where a build takes the place of another", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "build-"));
  const plugins = await pluginsNamed("executable");
  const bundle = await rolldown({ input: { cli: "src/terms/long-lists.ts" }, plugins });
  await bundle.write({ dir: folder });
  await bundle.close();
  // Windows runs what node is told to run, and has no such mark.
  const asked = process.platform === "win32" ? 0 : 0o111;
  expect(statSync(path.join(folder, "cli.js")).mode & asked).toBe(asked);
  rmSync(folder, { recursive: true });
});

it("runs nothing that lies in the folder it is run in", { tags: ["patience"] }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "build-"));
  const entry = path.join(folder, "entry.js");
  writeFileSync(entry, 'import { connect } from "puppeteer"; process.stdout.write(typeof connect);');
  const plugins = await pluginsNamed("without-the-rest");
  const resolve = { modules: [path.resolve("node_modules")] };
  const bundle = await rolldown({ input: entry, platform: "node", plugins, resolve });
  await bundle.write({ dir: path.join(folder, "dist"), entryFileNames: "[name].mjs" });
  await bundle.close();
  const sprung = path.join(folder, "sprung");
  const trap = `require("node:fs").writeFileSync(${JSON.stringify(sprung)}, "")`;
  for (const name of [".puppeteerrc.cjs", "puppeteer.config.cjs", ".config/puppeteerrc.cjs"]) {
    const mails = path.join(folder, name.replace(/\W/g, "-"));
    mkdirSync(path.join(mails, ".config"), { recursive: true });
    writeFileSync(path.join(mails, name), trap);
    const { stdout } = spawnSync(process.execPath, [path.join(folder, "dist", "entry.mjs")], { cwd: mails });
    expect([name, stdout.toString(), existsSync(sprung)]).toEqual([name, "function", false]);
  }
  rmSync(folder, { recursive: true });
});
