import { existsSync, lstatSync, readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import "../../src/report/annual.js";
import "../../src/run/reports.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { collectInto } from "../../src/forms/collect/collect.js";
import { ReportError } from "../../src/issues/error.js";
import { WRITTEN_FILE } from "../../src/narrative/written.js";
import { saveNarrative } from "../../src/run/save-narrative.js";
import { line } from "../data/ledger/lines.js";
import { posix } from "../files/folder.js";
import { fewRows } from "../plan/few-rows.js";
import { indicatorCsv } from "../commands/folder.js";
import { silentSurroundings } from "../commands/surroundings.js";

const FEW = await fewRows("孕产妇健康");

/** Writes something into a data folder, the second time something else; gives what is said against it. */
type Writing = (data: string, turn: 1 | 2) => Promise<string>;

/** All that writes into a data folder; what it makes there that is gone when it ends; what we ourselves put there. */
const WRITINGS: Readonly<
  Record<string, { write: Writing; passing?: readonly string[]; inputs?: readonly string[] }>
> = {
  collect: { write: collecting, passing: [".监测数据库.lock"] },
  "the text beside the data": { write: narrating },
  publish: { write: publishing, inputs: ["manifest.yaml", "2025.csv"] },
  init: { write: (data, turn) => (turn === 1 ? Promise.resolve("") : say("init", "2025", "--data", data)) },
};

async function collecting(data: string, turn: number): Promise<string> {
  const name = `区教委${turn}.xlsx`;
  const source = { file: name, sheet: "表", cell: `E${turn}` };
  const content = { name, bytes: 1, sha256: name, sheets: [], keywords: "", issues: [] };
  const returned = {
    content,
    reporter: "区教委",
    formYear: 2025,
    entries: [line(turn, { source })],
    imprint: null,
    shown: [],
    bases: [],
    issues: [],
    isForm: false,
    unanswered: new Set<string>(),
    answered: new Set<never>(),
  };
  const world = { accepted: new Set<never>(), year: null, beside: {}, waiting: () => undefined };
  const patience = { pause: 1, looks: 4, stale: 1000 };
  const clock = { now: Date.now(), time: `2026-05-2${turn}T09:30:00+08:00`, patience };
  const { issues } = await collectInto(data, [returned], { ...world, ...clock });
  return issues.map(({ message }) => message).join("\n");
}

async function narrating(data: string, turn: number): Promise<string> {
  const names = ["narrative/women-2025.md", WRITTEN_FILE];
  const files = names.map(async (name) => {
    const earlier = await readFile(path.join(data, name)).catch(() => null);
    return { name, earlier, bytes: Buffer.from(`第${turn}次`) };
  });
  await saveNarrative(data, await Promise.all(files));
  return "";
}

async function publishing(data: string, turn: number): Promise<string> {
  const folders = [
    "--data",
    data,
    "--out",
    path.join(data, "../out"),
    "--plans",
    path.join(data, "../plans"),
  ];
  await mkdir(path.join(data, "../plans"), { recursive: true });
  await writeFile(path.join(data, "../plans/women.yaml"), FEW);
  await writeFile(path.join(data, "manifest.yaml"), "region: 永川区\nstatus: 最终\nreview: 定稿\n");
  const rows = [["W04", "孕产妇系统管理率", 94 + turn]] as const;
  await writeFile(path.join(data, "2025.csv"), indicatorCsv([2025], rows));
  const printed = await say("annual", "2025", "--format", "json", ...folders);
  return printed + (await say("publish", "2025", ...folders));
}

async function say(...argv: string[]): Promise<string> {
  const surroundings = silentSurroundings();
  const code = await run(argv, surroundings);
  return code === 0 ? "" : surroundings.said.err;
}

const contents = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });

describe.runIf(posix)("a link in the place of what the program writes into a data folder", () => {
  let top = "";
  beforeAll(async () => {
    top = await mkdtemp(path.join(tmpdir(), "links-"));
  });
  afterAll(() => rm(top, { recursive: true }));

  describe.each(Object.entries(WRITINGS))("%s", (_, { write, passing = [], inputs = [] }) => {
    let [first, second] = ["", ""];
    beforeAll(async () => {
      const own = await mkdtemp(path.join(top, "写-"));
      [first, second] = [path.join(own, "先/data"), path.join(own, "后/data")];
      await mkdir(first, { recursive: true });
      await write(first, 1);
      await cp(path.dirname(first), path.dirname(second), { recursive: true });
      expect(await write(second, 2)).toBe("");
    });

    it.each(["what lay there", "an empty folder", "nothing"])(
      "that leads to %s outside is not followed",
      async (what) => {
        const names = [...contents(second), ...passing].filter((name) => !inputs.includes(name));
        expect(names.length).toBeGreaterThan(1);
        for (const name of names) {
          const base = await mkdtemp(path.join(top, "次-"));
          const [data, outside] = [path.join(base, "data"), path.join(base, "别处")];
          await cp(path.dirname(first), base, { recursive: true });
          const [target, kept] = [path.join(data, name), path.join(outside, "文")];
          await mkdir(path.dirname(target), { recursive: true });
          await mkdir(outside);
          if (what === "what lay there" && existsSync(target)) await rename(target, kept);
          else await rm(target, { recursive: true, force: true });
          if (what === "an empty folder") await mkdir(kept);
          const before = await stateOf(outside);
          await symlink(kept, target);
          const told = await write(data, 2).catch((error: unknown) => {
            if (!(error instanceof ReportError)) throw error;
            return `${error.message}\n${error.hint ?? ""}`;
          });
          expect(await stateOf(outside), `${name}：${told}`).toEqual(before);
          if (!passing.includes(name)) expect(lstatSync(target).isSymbolicLink(), name).toBe(true);
          if (told.includes("链接")) expect(told).toContain("请删去这个链接");
        }
      },
    );
  });
});

async function stateOf(folder: string): Promise<Record<string, string>> {
  const names = contents(folder).filter((name) => lstatSync(path.join(folder, name)).isFile());
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}
