import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseManifest } from "../../src/data/folder/manifest.js";
import { run } from "../../src/commands/program.js";
import { narrativeSkeleton } from "../../src/narrative/skeleton.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import { children, women } from "../plan/shipped.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  const code = await run(argv, surroundings);
  return { code, ...surroundings.said };
}

const init = (...argv: string[]) => say("init", ...argv, "--data", folder.data);
const held = () => readdirSync(folder.data, { recursive: true, encoding: "utf8" }).sort();
const text = (name: string) => readFileSync(path.join(folder.data, name), "utf8");

describe("report init", () => {
  it("makes manifest, narrative headings and calendar of the year before, and says what is next", async () => {
    const { code, out, err } = await init();
    expect([code, err]).toEqual([0, ""]);
    expect(held()).toEqual(
      [
        "manifest.yaml",
        "narrative",
        path.join("narrative", "children-2025.md"),
        path.join("narrative", "women-2025.md"),
        "年历.md",
      ].sort(),
    );
    expect(out).toContain(`report form 2025 --data ${folder.data}`);
  });

  it("writes a manifest that says 初稿 and 初步 and has no slip", async () => {
    await init("2024");
    const { manifest, issues } = parseManifest("manifest.yaml", text("manifest.yaml"));
    expect(issues).toEqual([]);
    expect(manifest).toMatchObject({ region: "永川区", review: "初稿", status: "初步", notes: [] });
  });

  it("shows by comments what can be said: without their marks they are read, too", async () => {
    await init();
    const said = text("manifest.yaml").replaceAll(/^#(?= {2}|\w+:)/gmu, "");
    const { manifest, issues } = parseManifest("manifest.yaml", said);
    expect(issues).toEqual([]);
    expect(manifest).toMatchObject({
      issuedBy: "永川区统计局",
      notes: [/妇幼/u],
      silences: [{ cell: "E14" }],
    });
  });

  it("leaves every file as it is that is there, in whatever letters, and adds the rest", async () => {
    await mkdir(path.join(folder.data, "narrative"), { recursive: true });
    const mine = { "Manifest.YML": "region: 江城\n", "narrative/women-2025.md": "# 我的\n", "年历.md": "" };
    for (const [name, content] of Object.entries(mine))
      await writeFile(path.join(folder.data, name), content);
    const { code, out } = await init("2025");
    expect(code).toBe(0);
    for (const [name, content] of Object.entries(mine)) expect(text(name), name).toBe(content);
    expect(held()).toContain(path.join("narrative", "children-2025.md"));
    expect(held()).not.toContain("manifest.yaml");
    expect(out).toMatch(/已有，没有改动：\n.*Manifest\.YML/u);
    expect((await init("2025")).out).not.toContain("已写出");
  });

  it("brings another year its texts alone, with the evaluation's headings where one is due", async () => {
    await init("2024");
    expect(text("narrative/women-2024.md")).not.toContain("主要做法和成效");
    const calendar = text("年历.md");
    await init("2025");
    expect(text("narrative/women-2025.md")).toContain("# 主要做法和成效\n");
    expect(text("年历.md")).toBe(calendar);
  });

  it("names in its calendar commands that work: known verbs, each step in the order of the year", async () => {
    await init("2025");
    const { out } = await say("--help");
    const verbs = [...text("年历.md").matchAll(/^ {4}report (\w+)/gmu)].map(([, verb]) => verb ?? "");
    for (const verb of verbs) expect(out).toContain(`\n  ${verb} `);
    expect(verbs.slice(0, 7)).toEqual([
      "form",
      "collect",
      "collect",
      "tasks",
      "collect",
      "validate",
      "score",
    ]);
    expect(verbs).toContain("midterm");
  });

  it("names other plans in every command, so that none is made from those that come with the program", async () => {
    const plans = path.resolve("fixtures/national/plans");
    const { out } = await say("init", "2024", "--plans", plans, "--data", folder.data);
    const commands = [...out.split("\n"), ...text("年历.md").split("\n")].filter((line) =>
      /\breport (?!validate 的)\w+ ?(?:\d|--|回收)/u.test(line),
    );
    expect(commands.length).toBeGreaterThan(15);
    for (const line of commands) expect(line).toContain(` --plans ${plans} --data ${folder.data}`);
    await init("2024");
    expect((await init("2024")).out).not.toContain("--plans");
  });

  it("quotes a folder with spaces, and writes no backslash before the quote", async () => {
    const data = path.join(folder.data, "监测 数据（2025）") + path.sep;
    expect((await say("init", "--data", data)).out).toContain(` --data "${data.slice(0, -1)}"`);
  });

  it("lets a draft be made at once: no warning of an empty heading, only a note", async () => {
    await init("2025");
    await folder.write(
      "data/监测数据.csv",
      indicatorCsv([2024, 2025], [["W04", "孕产妇系统管理率", 94, 95]]),
    );
    const annual = ["annual", "2025", "--plan", "women", "--data", folder.data, "--out", folder.out];
    const { code, err } = await say(...annual, "--format", "json");
    expect(code).toBe(0);
    expect(err).not.toContain("标题");
  });

  it.each([["2020"], ["2031"]])("refuses %s, a year of no plan, and writes nothing", async (year) => {
    const { code, err } = await init(year);
    expect(code).toBe(2);
    expect(err).toContain("规划期");
    expect(() => held()).toThrow();
  });

  it("tells where the folder is a file", async () => {
    await folder.write("data", "");
    const { code, err } = await init();
    expect(code).toBe(2);
    expect(err).toMatch(/无法写入 .*data/u);
  });
});

describe("the headings of a narrative file", () => {
  it.each([women, children])("of $shortTitle are all that reports take text from", (plan) => {
    const skeleton = narrativeSkeleton(plan, ["annual", "midterm"]);
    const written = skeleton.replace(/^#.*$/gmu, "$&\n\n文字。");
    const { issues, sections } = parseNarrative("a.md", written, everySlot(plan));
    expect([...issues, ...sections.flatMap((section) => section.issues)]).toEqual([]);
    const parts = (["annual", "midterm"] as const).flatMap((kind) => slotsFor(kind, plan));
    expect(sections.map(({ slot }) => slot).sort()).toEqual([...new Set(parts.map(({ id }) => id))].sort());
  });
});
