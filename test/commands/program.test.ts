import { describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { VERBS } from "../../src/commands/verbs.js";
import { FORMATS } from "../../src/run/formats.js";
import { displayWidth } from "../../src/terminal/display-width.js";
import { silentSurroundings } from "./surroundings.js";

const VERB_NAMES = [
  "init",
  "form",
  "collect",
  "validate",
  "score",
  "explain",
  "overview",
  "annual",
  "brief",
  "tasks",
  "midterm",
  "final",
  "recheck",
  "publish",
  "diff",
  "batch",
  "rollup",
  "doctor",
  "schema",
];

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  return { code: await run(argv, surroundings), ...surroundings.said };
}

describe("the command line", () => {
  it("knows each command by its own name", () => {
    const surroundings = silentSurroundings();
    const named = [...VERBS.values()].map((verb) => verb(surroundings, () => undefined).name());
    expect(named).toEqual([...VERBS.keys()]);
  });

  it("shows its help in Chinese", async () => {
    const { code, out } = await say("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/用法：[\s\S]*选项：[\s\S]*命令：/u);
    expect(out).not.toMatch(/Usage|Options|Commands|display help|options/u);
  });

  it("lists the commands in the order of a year's work", async () => {
    const { out } = await say("--help");
    const listed = [...out.matchAll(/^ {2}(\w+) .*\p{Script=Han}/gmu)].map(([, verb]) => verb);
    expect(listed.slice(0, VERB_NAMES.length + 1)).toEqual([...VERB_NAMES, "help"]);
  });

  it.each(VERB_NAMES)(
    "shows examples in the help of %s, their meanings one below the other",
    async (verb) => {
      const { code, out } = await say(verb, "--help");
      expect(code).toBe(0);
      expect(out).not.toMatch(/default:|choices:/u);
      const examples = /示例：\n((?: {2}report .*\n?)+)/u.exec(out)?.[1]?.trimEnd().split("\n") ?? [];
      expect(examples[0]).toContain(`  report ${verb}`);
      const columns = examples.map((line) => displayWidth(line.slice(0, line.lastIndexOf("   "))));
      expect(new Set(columns).size).toBe(1);
    },
  );

  it("names every format of a report in the help", async () => {
    const { out } = await say("annual", "--help");
    for (const { format } of FORMATS) expect(out).toMatch(new RegExp(`--format.*\\b${format}\\b`, "u"));
  });

  it.each([
    [["anual", "2025"], "annual"],
    [["score", "2025", "--formt", "json"], "--format"],
    [["annual", "2025", "--demo", "--plan", "womem"], "women"],
  ])("names the nearest match for %j", { tags: ["patience"] }, async (argv, nearest) => {
    const { code, out, err } = await say(...argv);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(`“${nearest}”`);
  });

  it.each([
    [["annual"]],
    [["annual", "2025", "2026"]],
    [["annual", "2025", "--out"]],
    [["constant"]],
    [["annual", "今年"]],
  ])("tells wrong usage %j in two Chinese lines", async (argv) => {
    const { code, err } = await say(...argv);
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toHaveLength(2);
    expect(err).not.toMatch(/error|argument|at .*\.ts/u);
  });

  it.each([
    [["annual", "--year", "2025"], "report annual <年份>"],
    [["score"], "report score <年份>"],
    [["collect"], "report collect <文件…>"],
    [["explain", "W04"], "report explain <指标> <年份>"],
    [["form", "2025", "2026"], "report form <年份>"],
  ])("says how %j is written", async (argv, usage) => {
    const { code, err } = await say(...argv);
    expect(code).toBe(2);
    expect(err).toContain(`用法：${usage}`);
  });

  it.each([["help"], ["help", "score"]])("asked for help by a command, gives it: %s %s", async (...argv) => {
    const { code, out } = await say(...argv);
    expect(code).toBe(0);
    expect(out).toContain("示例：\n  report");
  });

  it("without a command shows the help and says that it is wrong usage", async () => {
    const { code, err } = await say();
    expect(code).toBe(2);
    expect(err).toContain("report annual");
    expect(err).not.toContain("命令写法有误");
  });
});
