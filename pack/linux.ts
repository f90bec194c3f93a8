import { copyFile, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { chromiumFiles, withBundled } from "./bundled.js";
import { joined, writeFiles } from "./files.js";
import { npm } from "./npm.js";
import { programFiles } from "./program.js";

/* npm run pack:linux [-- --out out]: the program as one npm package with its fonts and its browser inside. */

const { values: asked } = parseArgs({ options: { out: { type: "string", default: "out" } } });

/** npm runs its scripts at the root of the project. */
const ROOT = process.cwd();

const passing = await mkdtemp(path.join(tmpdir(), "pack-"));
try {
  const program = joined([await programFiles(ROOT), await chromiumFiles(ROOT)]);
  const stage = path.join(passing, "package");
  await writeFiles(stage, withBundled(program));
  const packed = (await npm(stage, "pack", "--silent", "--pack-destination", passing)).trim();
  const { version } = JSON.parse(String(program.get("package.json"))) as { version: string };
  const out = path.resolve(asked.out, `report-${version}-linux-x64.tgz`);
  await mkdir(path.dirname(out), { recursive: true });
  await copyFile(path.join(passing, packed), out);
  process.stdout.write(`${out}　${((await stat(out)).size / 1e6).toFixed(1)} MB\n`);
} finally {
  await rm(passing, { recursive: true, force: true });
}
