import { describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { silentSurroundings } from "./surroundings.js";

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  return { code: await run(argv, surroundings), ...surroundings.said };
}

describe("the command line", () => {
  it("shows its help in Chinese", async () => {
    const { code, out } = await say("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/用法：[\s\S]*选项：[\s\S]*命令：/u);
    expect(out).not.toMatch(/Usage|Options|Commands|display help|options/u);
  });

  it.each([
    "annual",
    "midterm",
    "final",
    "score",
    "explain",
    "validate",
    "doctor",
    "schema",
    "form",
    "collect",
  ])("shows an example in the help of %s", async (verb) => {
    const { code, out } = await say(verb, "--help");
    expect(code).toBe(0);
    expect(out).toContain(`示例：\n  report ${verb}`);
    expect(out).not.toMatch(/default:|choices:/u);
  });

  it.each([
    [["anual", "2025"], "annual"],
    [["score", "2025", "--formt", "json"], "--format"],
    [["annual", "2025", "--demo", "--plan", "womem"], "women"],
  ])("names the nearest match for %j", async (argv, nearest) => {
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
