import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import type { Desk } from "./desk.js";
import { droppedPaths } from "./dropped.js";
import { menu } from "./menu.js";

const PROGRAM = path.resolve(import.meta.dirname, "../dist/cli.js");

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const desk: Desk = {
  say: (text) => void process.stdout.write(text),
  ask: async (question) => {
    process.stdout.write(question);
    const line: IteratorResult<string, undefined> = await lines.next();
    return line.value ?? null;
  },
  run: async (argv) => {
    const child = spawn(process.execPath, [PROGRAM, ...argv], { stdio: ["ignore", "inherit", "inherit"] });
    const [code] = (await once(child, "exit")) as [number | null];
    return code ?? 1;
  },
  isFolder: (folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false,
  show: (folder) => {
    // Where there is no Explorer, the program has said where the files are.
    spawn(path.join(process.env["SystemRoot"] ?? "", "explorer.exe"), [folder], {
      detached: true,
      stdio: "ignore",
    })
      .on("error", () => undefined)
      .unref();
  },
};

const { REPORT_DROPPED: commandLine = "", REPORT_HERE: home = process.cwd() } = process.env;
const now = new Date();
await menu(
  {
    dropped: droppedPaths(commandLine, process.argv.slice(2)),
    today: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`,
    home,
  },
  desk,
);
process.exit(0);
