// What the command loads when it is called is loaded before the first test's time runs.
import "../../../src/batch/rollup/make.js";
import "../../../src/commands/districts/rollup.js";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "../../../src/commands/program.js";
import { readWorkbook } from "../../../src/workbook/read/read.js";
import { freshFolder } from "../../files/folder.js";
import { loadPlan } from "../../../src/plan/load.js";
import { fewRows } from "../../plan/few-rows.js";
import { districtList, writeCity } from "../../batch/rollup/city.js";
import { silentSurroundings } from "../surroundings.js";

const at = freshFolder();

/** Some rows of the women's plan, rates and a compound row among them. */
const FEW = await fewRows("孕产妇健康", "妇女“两癌”筛查", "党员、代表和委员中女性比例");
const women = loadPlan("women.yaml", FEW).plan!;

const DISTRICTS = districtList(4).map((district, place) => ({
  ...district,
  // A name that a spreadsheet would take for a formula.
  name: place === 0 ? "=HYPERLINK(1)" : district.name,
}));

async function rollup(...argv: readonly string[]) {
  const surroundings = silentSurroundings();
  mkdirSync(at("plans"), { recursive: true });
  writeFileSync(at("plans/women.yaml"), FEW);
  const out = ["--plans", at("plans"), "--out", at("sum"), "--as-of", "2026-05-20"];
  const code = await run(["rollup", ...argv, ...out, "--browser", "none"], surroundings);
  return { code, ...surroundings.said };
}

const written = () => readdirSync(at("sum")).sort();

test(
  "writes a Word file and a workbook a plan, the same bytes again; text stays text",
  { tags: ["patience"] },
  async () => {
    writeCity(() => at("out"), { plans: [women], districts: DISTRICTS });
    expect(await rollup(at("out"), "--region", "云岭市")).toMatchObject({ code: 0 });
    expect(written()).toEqual([
      "云岭市区县妇女发展规划2025年度监测汇总报告.docx",
      "云岭市区县妇女发展规划2025年度监测汇总数据.xlsx",
    ]);
    const bytes = written().map((name) => readFileSync(at(`sum/${name}`)));
    const { sheets } = await readWorkbook(at(`sum/${written()[1]!}`), "汇总数据.xlsx");
    const cells = sheets.flatMap(({ rows }) => rows).flatMap((each) => each.cells);
    expect(cells.filter(({ display }) => display.startsWith("=")).length).toBeGreaterThan(0);
    expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
    await rollup(at("out"), "--region", "云岭市");
    expect(written().map((name) => readFileSync(at(`sum/${name}`)))).toEqual(bytes);
  },
);

test("writes nothing and says why where a shard is missing", async () => {
  writeCity(({ index }) => at(`m${index}`), { plans: [women], districts: DISTRICTS, of: 2 });
  const { code, err } = await rollup(at("m1"));
  expect(code).toBe(1);
  expect(err).toContain("共2段，缺第2段");
  expect(err).toContain("没有汇总，原有的文件没有改动。");
  expect(existsSync(at("sum"))).toBe(false);
});

test("refuses a map that is none, and tells what of one finds no district", async () => {
  writeCity(() => at("out"), { plans: [women], districts: DISTRICTS });
  writeFileSync(at("map.json"), "[]");
  expect(await rollup(at("out"), "--geojson", at("map.json"))).toMatchObject({ code: 1 });
  const square = [[[1, 1], [2, 1], [2, 2], [1, 1]]]; // prettier-ignore
  const geometry = { type: "Polygon", coordinates: square };
  const features = [DISTRICTS[1]!.name, "邻县"].map((name) => ({ properties: { name }, geometry }));
  writeFileSync(at("map.json"), JSON.stringify({ type: "FeatureCollection", features }));
  const { code, err } = await rollup(at("out"), "--geojson", at("map.json"), "--format", "xlsx");
  expect(code).toBe(0);
  expect(err).toContain("邻县");
});

/** Rows of compound indicators beside their parts. */
const rowsWithParts = women.rows.flatMap(({ parts }) => [null, ...parts]).length;

test(
  "exports the figures for a database: what is missing stays empty, what has a comma is quoted",
  { tags: ["patience"] },
  async () => {
    const named = DISTRICTS.map((district, place) =>
      place === 1 ? { ...district, name: '甲,"乙"区' } : district,
    );
    writeCity(() => at("out"), { plans: [women], districts: named, missing: 0.2 });
    expect(await rollup(at("out"), "--format", "xlsx", "--sql", at("sql"))).toMatchObject({ code: 0 });
    expect(readdirSync(at("sql")).sort()).toEqual([
      "districts.csv",
      "figures.csv",
      "indicators.csv",
      "rollup.sql",
      "schema.sql",
    ]);
    expect(readFileSync(at("sql/districts.csv"), "utf8")).toContain('"甲,""乙""区"');
    const [head, ...lines] = readFileSync(at("sql/figures.csv"), "utf8").trimEnd().split("\n");
    expect(head).toBe(
      "plan,year,code,indicator,value,numerator,denominator,pooled_numerator,pooled_denominator,summed,status,alert",
    );
    expect(lines).toHaveLength(4 * rowsWithParts);
    expect(lines.some((line) => /^women,2025,\d+,W\w+,,,,,,0,noData,blue$/u.test(line))).toBe(true);
  },
);
