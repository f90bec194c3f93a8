import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../src/report/annual.js";
import "../../src/report/working-paper.js";
import "../../src/run/reports.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import type { Published } from "../../src/data/published/record.js";
import type { AnnualModel } from "../../src/report/model.js";
import { fewRows } from "../plan/few-rows.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

const FEW = await fewRows("孕产妇健康");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", FEW);
});
afterEach(() => folder.remove());

const FINAL = "region: 永川区\nstatus: 最终\nreview: 定稿\n";

interface Year {
  year: number;
  w04: number;
  manifest?: string;
}

/** A data folder of one row, with a year's figures. */
async function dataOf({ year, w04, manifest = FINAL }: Year): Promise<void> {
  await folder.write(`data/${year}.csv`, indicatorCsv([year], [["W04", "孕产妇系统管理率", w04]]));
  await folder.write("data/manifest.yaml", manifest);
}

async function command(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const surroundings = silentSurroundings();
  const plans = path.join(folder.data, "../plans");
  const code = await run(
    [...argv, "--plans", plans, "--data", folder.data, "--out", folder.out],
    surroundings,
  );
  return { code, ...surroundings.said };
}

const print = (year: number) => command("annual", String(year), "--format", "json", "--as-of", "2026-05-20");
const publish = (year: number) => command("publish", String(year), "--as-of", "2026-06-20");

const frozen = (): Promise<string[]> => readdir(path.join(folder.data, "已发布")).catch(() => []);
const bytesOf = (name: string): Promise<string> => readFile(path.join(folder.data, "已发布", name), "utf8");
const contentOf = async (name: string): Promise<Published> => JSON.parse(await bytesOf(name)) as Published;

async function modelOf(year: number): Promise<AnnualModel> {
  const name = `永川区妇女发展规划${year}年度统计监测报告.json`;
  return JSON.parse((await folder.written())[name]!.toString()) as AnnualModel;
}

describe("report publish", () => {
  it("takes nothing but 定稿, printed as such", async () => {
    await dataOf({ year: 2024, w04: 94.5, manifest: "review: 送审稿\n" });
    await print(2024);
    expect(await publish(2024)).toMatchObject({ code: 2 });
    await dataOf({ year: 2024, w04: 94.5 });
    const found = await publish(2024);
    expect(found.code).toBe(1);
    expect(found.err).toContain("是按“送审稿”编制的");
    expect(await frozen()).toEqual([]);
  });

  it("freezes what was printed, once", async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    await print(2024);
    expect(await publish(2024)).toMatchObject({ code: 0 });
    expect(await frozen()).toEqual(["women-2024-annual.json"]);
    const { edition, first, published, statement, inputs, outputs, versions } =
      await contentOf("women-2024-annual.json");
    expect({ edition, first, published }).toEqual({ edition: 1, first: null, published: "2026-06-20" });
    expect(statement.figures).toContainEqual({
      indicator: "W04",
      year: 2024,
      group: "",
      shown: "94.50%",
      value: "94.5",
    });
    expect(statement.rows.find(({ id }) => id === "W04")).toMatchObject({
      status: "achieved",
      shown: "94.50%",
    });
    expect(statement.sentences.some(({ text }) => text.includes("孕产妇系统管理率为94.50%"))).toBe(true);
    expect(statement.recommendations.length + statement.problems.length).toBeGreaterThan(0);
    expect(inputs.map(({ file }) => file)).toEqual(["2024.csv"]);
    expect(outputs.map(({ name }) => name)).toEqual(["永川区妇女发展规划2024年度统计监测报告.json"]);
    expect(versions.tool).not.toBe("");

    const before = await bytesOf("women-2024-annual.json");
    const again = await publish(2024);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain("没有变化");
    expect(await frozen()).toEqual(["women-2024-annual.json"]);
    expect(await bytesOf("women-2024-annual.json")).toBe(before);
  });

  it("refuses what has changed since it was printed, and what was never printed", async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    expect((await publish(2024)).err).toContain("没有找到");
    await print(2024);
    await dataOf({ year: 2024, w04: 94.6 });
    expect((await publish(2024)).err).toContain("编制以后文件有改动");
    await dataOf({ year: 2024, w04: 94.5 });
    await folder.write("data/2023.csv", indicatorCsv([2023], [["W04", "孕产妇系统管理率", 94]]));
    expect((await publish(2024)).err).toContain("增加了文件");
    await rm(path.join(folder.data, "2023.csv"));
    const report = path.join(folder.out, "永川区妇女发展规划2024年度统计监测报告.json");
    await writeFile(report, "{}");
    expect((await publish(2024)).err).toContain("编制以后文件被改动过");
    await rm(report);
    expect((await publish(2024)).err).toContain("编制的文件不在了");
    expect(await frozen()).toEqual([]);
  });

  it("follows no path out of the folders that a changed record names", async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    await print(2024);
    const record = path.join(folder.out, "provenance.json");
    const told = JSON.parse(await readFile(record, "utf8")) as {
      reports: Record<string, { outputs: { name: string }[] }>;
    };
    for (const { outputs } of Object.values(told.reports)) outputs[0]!.name = "../../outside.json";
    await writeFile(record, JSON.stringify(told));
    expect((await publish(2024)).err).toContain("没有找到");
    expect(await frozen()).toEqual([]);
  });

  it("keeps every edition, and never writes over what it cannot read", { tags: ["patience"] }, async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    await print(2024);
    await publish(2024);
    const first = await bytesOf("women-2024-annual.json");
    await dataOf({ year: 2024, w04: 94.7 });
    await print(2024);
    expect((await publish(2024)).out).toContain("第2版");
    expect(await frozen()).toEqual(["women-2024-annual-2.json", "women-2024-annual.json"]);
    expect(await bytesOf("women-2024-annual.json")).toBe(first);
    expect(await contentOf("women-2024-annual-2.json")).toMatchObject({
      edition: 2,
      first: { file: "已发布/women-2024-annual.json" },
    });

    await folder.write("data/已发布/women-2024-annual.json", "{");
    await folder.write("data/已发布/women-2024-annual-2.json", "{");
    await print(2024);
    const refused = await publish(2024);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("不会改写");
    expect(await bytesOf("women-2024-annual.json")).toBe("{");
  });

  it("is what later reports tell revisions and changes of status by", async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    await print(2024);
    await publish(2024);
    // One workbook corrected in place: no later form tells of it.
    await dataOf({ year: 2024, w04: 94.2 });
    await dataOf({ year: 2025, w04: 93.1 });
    // Whatever is kept beside is no source.
    await folder.write("data/已发布/2024.csv", indicatorCsv([2024], [["W04", "孕产妇系统管理率", 90]]));
    expect(await print(2025)).toMatchObject({ code: 0 });
    const model = await modelOf(2025);
    const revisions = model.annexes
      .flatMap(({ blocks }) => blocks.flatMap(({ tables }) => tables))
      .find(({ title }) => title === "数据修订清单");
    const lines = revisions?.rows.map(({ cells }) => cells.map(({ text }) => text).slice(0, 6));
    expect(lines).toEqual([
      ["W04", "孕产妇系统管理率", "2024年", "94.50%", "94.20%", "《永川区妇女发展规划2024年度统计监测报告》"],
    ]);
    const lead = model.lead.blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    expect(lead.join("")).toContain("与已印发的2024年度监测结果相比，状态回落1项（孕产妇系统管理率）。");
  });

  it("tells of a frozen report that cannot be read", async () => {
    await dataOf({ year: 2024, w04: 94.5 });
    await folder.write("data/已发布/women-2023-annual.json", '{"schemaVersion": 1}');
    const surroundings = silentSurroundings();
    await run(["validate", "--data", folder.data, "--plan", "women"], surroundings);
    expect(surroundings.said.out + surroundings.said.err).toContain("已发布的报告读不出来");
  });
});
