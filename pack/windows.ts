import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { below, filesIn, joined, writeFiles, type Files } from "./files.js";
import { fetchNode } from "./node-release.js";
import { programFiles } from "./program.js";
import { asWindowsText } from "./windows-text.js";
import { zipped } from "./zip.js";

/* npm run pack:windows [-- --node 24.21.0 --out out]: the program with a Node of its own, as a folder and a zip. */

const { values: asked } = parseArgs({
  options: { node: { type: "string" }, out: { type: "string", default: "out" } },
});

/** npm runs its scripts at the root of the project. */
const ROOT = process.cwd();

/** What stands beside the program, by the name of its source in pack/windows. */
const BESIDE: readonly (readonly [source: string, name: string])[] = [
  ["drop.cmd", "把文件夹拖到这里.cmd"],
  ["report.cmd", "report.cmd"],
  ["readme.txt", "使用说明.txt"],
  ["unblock.cmd", "program/unblock.cmd"],
];

async function besideFiles(): Promise<Files> {
  const files = BESIDE.map(async ([source, name]) => {
    const text = await readFile(path.join(ROOT, "pack/windows", source), "utf8");
    return [name, asWindowsText(name, text)] as const;
  });
  return new Map(await Promise.all(files));
}

const passing = await mkdtemp(path.join(tmpdir(), "pack-"));
try {
  const node = await fetchNode(passing, asked.node);
  const program = joined([
    await programFiles(ROOT),
    await filesIn(path.join(import.meta.dirname, "menu"), "menu"),
    new Map([["node.exe", node.program]]),
  ]);
  const files = joined([await besideFiles(), below("program", program)]);
  const { version } = JSON.parse(String(program.get("package.json"))) as { version: string };
  const name = `report-${version}-windows-x64`;
  const folder = path.resolve(asked.out, name);
  await writeFiles(folder, files);
  const zip = zipped(below(name, files));
  await writeFile(`${folder}.zip`, zip);
  const megabytes = (zip.length / 1e6).toFixed(1);
  process.stdout.write(
    `${folder}\n${folder}.zip　${megabytes} MB\nNode.js ${node.version}　node.exe SHA-256 ${node.sha256}\n`,
  );
} finally {
  await rm(passing, { recursive: true, force: true });
}
