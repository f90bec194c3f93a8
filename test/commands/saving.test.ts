import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { fewRows } from "../plan/few-rows.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

const FEW = await fewRows("孕产妇健康");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", FEW);
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
});
afterEach(() => folder.remove());

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  const terminal = { ...surroundings.terminal, colour: { out: true, err: false } };
  const code = await run(argv, { ...surroundings, terminal });
  return { code, ...surroundings.said };
}

/** The data and the plan of few rows. */
const ofFew = (): string[] => ["--data", folder.data, "--plans", path.join(folder.data, "../plans")];

describe("--save", () => {
  it("puts nothing over a file of the data folder", async () => {
    const file = path.join(folder.data, "2025.csv");
    const before = await readFile(file, "utf8");
    const { code, err } = await say("score", "2025", ...ofFew(), "--save", file);
    expect(code).toBe(2);
    expect(err).toContain("会盖掉各单位的数据");
    expect(await readFile(file, "utf8")).toBe(before);
  });

  it.each([["score", "2025", "--format", "csv"], ["explain", "W04", "2025", "--format", "json"], ["schema"]])(
    "puts what %s prints into a file of any folder, and says so",
    async (...argv) => {
      const file = path.join(folder.out, "评价 结果", "表.csv");
      const asked = argv[0] === "schema" ? argv : [...argv, ...ofFew()];
      const printed = await say(...asked);
      const kept = await say(...asked, "--save", file);
      expect(kept).toMatchObject({ code: 0, out: "", err: `${printed.err}已存成 ${file}\n` });
      expect(await readFile(file, "utf8")).toBe(printed.out);
    },
  );

  it("keeps colours out of the file", async () => {
    const file = path.join(folder.out, "表.txt");
    await say("score", "2025", ...ofFew(), "--save", file);
    expect(await readFile(file, "utf8")).toMatch(/^[^\u001b]+$/u);
  });

  it("leaves the file as it was where the command fails, and shows what it had to say", async () => {
    const file = await folder.write("out/问题.txt", "以前的");
    const { code, out } = await say("validate", "没有这个.xlsx", "--save", file);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(await readFile(file, "utf8")).toBe("以前的");
    const empty = await folder.write("data/空.csv", "");
    const told = await say("validate", "没有这个.xlsx", empty, "--save", file);
    expect(told.out).toContain("空.csv");
  });
});
