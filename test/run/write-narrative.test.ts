import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { indicatorCsv, testFolder, type TestFolder } from "../commands/folder.js";
import { fewRows } from "../plan/few-rows.js";
import { saidIn } from "../commands/said.js";
import { silentSurroundings } from "../commands/surroundings.js";

const FEW = await fewRows("孕产妇健康");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", FEW);
});
afterEach(() => folder.remove());

const plans = (): string[] => ["--plans", path.join(folder.data, "../plans")];
const say = (...argv: string[]) => saidIn(folder, ...argv, ...plans());

const narrative = (name: string): string => path.join(folder.data, "narrative", name);

describe("--write-narrative", () => {
  const annual = ["annual", "2025", "--plan", "women", "--write-narrative"];
  beforeEach(async () => {
    const rows = [["W04", "孕产妇系统管理率", 92.99, 94.52, 94.88]] as const;
    await folder.write("data/监测数据.csv", indicatorCsv([2020, 2024, 2025], rows));
  });

  it("keeps every byte of the kind's file and adds what is missing behind it", async () => {
    const own = "\uFEFF# 存在的主要问题\r\n人写的问题。\r\n\r\n# 妇女与健康\r\n## 工作措施\r\n- 人写的措施";
    await folder.write("data/narrative/women-2025-annual.md", own);
    expect((await say(...annual)).code).toBe(0);
    const text = await readFile(narrative("women-2025-annual.md"), "utf8");
    expect(text.startsWith(own)).toBe(true);
    expect(text.slice(own.length)).toMatch(/^\r\n\r\n# 导语\r\n\r\n/u);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(text.match(/存在的主要问题|## 工作措施\r\n- /gu)).toHaveLength(2);
  });

  it("leaves out what people wrote in the year's file, which still counts", async () => {
    await folder.write("data/narrative/women-2025.md", "# 导语\n人写的导语。\n");
    const { err } = await say(...annual);
    expect(err).toContain("没有重复写入");
    expect(await readFile(narrative("women-2025.md"), "utf8")).toBe("# 导语\n人写的导语。\n");
    expect(await readFile(narrative("women-2025-annual.md"), "utf8")).not.toContain("导语");
  });

  it("writes nothing where the file cannot be read or the sample data are meant", async () => {
    const name = narrative("women-2025-annual.md");
    await folder.write("data/narrative/women-2025-annual.md", "");
    await writeFile(name, Buffer.of(0, 1, 2, 0xff, 0xfe, 0));
    expect((await say(...annual)).code).toBe(1);
    expect(await readFile(name)).toEqual(Buffer.of(0, 1, 2, 0xff, 0xfe, 0));
    const surroundings = silentSurroundings();
    expect(await run([...annual, "--demo"], surroundings)).toBe(2);
  });

  it("changes nothing in the report until somebody amends the text", { tags: ["patience"] }, async () => {
    const print = ["annual", "2025", "--plan", "women", "--format", "json"];
    const model = async (): Promise<string> => {
      const { code, err } = await say(...print);
      expect(code, err).toBe(0);
      const files = await folder.written();
      return String(files["永川区妇女发展规划2025年度统计监测报告.json"]);
    };
    const before = await model();
    await say(...annual);
    expect(await model()).toBe(before);
    const name = narrative("women-2025-annual.md");
    const text = await readFile(name, "utf8");
    await writeFile(name, text.replace("# 导语\n\n", "# 导语\n\n人加的一句。"));
    expect(await model()).toContain("人加的一句。");
  });
});
