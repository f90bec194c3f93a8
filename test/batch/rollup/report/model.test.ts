import { describe, expect, test } from "vitest";
import { gatherer } from "../../../../src/batch/rollup/gather.js";
import { detailAnnex, linesLeftOut } from "../../../../src/batch/rollup/report/detail.js";
import { rollupModel, rollupWorkbook } from "../../../../src/batch/rollup/report/model.js";
import type { RollupContext } from "../../../../src/batch/rollup/report/matter.js";
import { rollupOf } from "../../../../src/batch/rollup/rollup.js";
import { scoreOf } from "../../../../src/batch/rollup/score-file.js";
import type { RollupModel } from "../../../../src/report/model.js";
import { scorecardJson } from "../../../../src/report/exports/scorecard-json.js";
import { scorePlan } from "../../../../src/score/score.js";
import { women } from "../../../plan/shipped.js";
import { districtData, districtList, type CityDistrict, type Level } from "../city.js";

const CONTEXT: RollupContext = {
  region: "云岭市",
  area: "全市",
  sites: "区县",
  issuer: "云岭市妇女儿童工作委员会办公室",
  review: "初稿",
  asOf: "2026-05-20",
  dataStatus: "示例",
  left: [],
  outlines: null,
};

/** The women's plan with the rows of two domains: whatever the report tells, it tells of them, in a third of the time. */
const FEW = {
  ...women,
  rows: women.rows.filter(({ domain }) => ["health", "security"].includes(domain)),
  domains: women.domains.filter(({ id }) => ["health", "security"].includes(id)),
};

function cityReport(level?: Level, districts = districtList(20)) {
  const { add, gathered } = gatherer();
  for (const district of districts) {
    const data = districtData(FEW, district, 2025, level === undefined ? {} : { level });
    const score = scoreOf(
      JSON.parse(JSON.stringify(scorecardJson([scorePlan(FEW, data, 2025)], [], "示例"))),
    );
    const [{ plan, rows }] = score!.plans as [{ plan: string; rows: never[] }];
    add({ ...district, plan, year: 2025, rows });
  }
  return { rollup: rollupOf(gathered()[0]!, FEW), context: CONTEXT };
}

function textsOf({ chapters }: RollupModel): string[] {
  return chapters.flatMap(({ blocks, sections }) =>
    [blocks, ...sections.map((section) => section.blocks)]
      .flat()
      .flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => `${heading}${text}`)),
  );
}

function tableIn({ chapters }: RollupModel, title: string) {
  return chapters
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ tables }) => tables)
    .find((each) => each.title.includes(title));
}

const city = cityReport();
const alike = rollupModel(city);

describe("a report on districts that do not differ", () => {
  test("has the five chapters, the verdict first, and its two annexes", () => {
    expect(alike.chapters.map(({ heading }) => heading)).toEqual([
      "总体进展",
      "分领域情况",
      "区域差距",
      "需关注区县",
      "数据质量",
    ]);
    expect(textsOf(alike)[0]).toMatch(/2025年《规划》实施[^。]+。$/u);
    expect(alike.annexes.map(({ label }) => label)).toEqual(["附件1", "附件2"]);
  });

  test("names no district as different, and ranks none", () => {
    const [, , differences] = alike.chapters;
    const said = differences!.blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join("");
    expect(said).toContain("均未超出偶然波动的范围，不作排位");
    for (const { name } of districtList(20)) expect(said).not.toContain(name);
    expect(textsOf(alike).join("")).not.toMatch(/第[一二三]名|排名第|位居|名列|倒数/u);
  });

  test("says nothing twice, leaves no place open and speaks of no tool", () => {
    const sentences = textsOf(alike).flatMap((text) => text.split(/(?<=。)/u));
    expect(
      sentences.filter(
        (each, at) => sentences.indexOf(each) !== at && !/半数以上区县|全部达到目标/u.test(each),
      ),
    ).toEqual([]);
    expect(textsOf(alike).filter((text) => text.trim() === "")).toEqual([]);
    expect(textsOf(alike).join("")).not.toMatch(/undefined|NaN|null|\{|report |score\.json|分段/u);
  });

  test("notes what holds for every table once", () => {
    const tables = alike.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.tables)),
    );
    const notes = tables.flatMap((table) => table.notes);
    expect(new Set(notes).size).toBe(notes.length);
  });

  test("is plain data, marked as made of sample figures", () => {
    expect(JSON.parse(JSON.stringify(alike))).toEqual(alike);
    expect(alike.document.watermark).toBe("示例数据");
    expect(alike.cover.notice).toContain("不反映云岭市实际情况");
  });
});

describe("a report on a district that differs", () => {
  const worst = districtList(20)[6] as CityDistrict;
  const model = rollupModel(
    cityReport(({ code }, id) => (code === worst.code && ["W04", "W08", "W33"].includes(id) ? 4 : 1)),
  );

  test("names it in 区域差距, and among those of concern with its reason", () => {
    const cells = tableIn(model, "差异超出偶然波动")!.rows.map(({ cells: own }) =>
      own.map(({ text }) => text),
    );
    expect(cells.find(([name]) => name === "孕产妇系统管理率")?.at(-1)).toBe(worst.name);
    const concern = tableIn(model, "理由")!.rows.map(({ cells: own }) => own.map(({ text }) => text));
    expect(concern.find(([, name]) => name === worst.name)?.[2] ?? "").toMatch(/落后于目标要求且差于合计/u);
  });
});

test("districts that could not be added up are named, and stand in the map without a figure", () => {
  const left = [{ code: "500199", name: "未成县", reason: "数据有错误" }];
  const model = rollupModel({ ...city, context: { ...CONTEXT, left } });
  expect(textsOf(model).join("")).toContain("应汇总21个区县，实际汇总20个，未成县");
  const [map] = model.chapters[0]!.blocks.flatMap(({ charts }) => charts).flatMap(({ maps }) => maps);
  expect(map?.areas.at(-1)).toMatchObject({ name: "未成县", status: "noData" });
});

test("the workbook has every figure of every district, with its counts", () => {
  const districts = districtList(4);
  const book = rollupWorkbook(cityReport(undefined, districts));
  const tables = book.annexes.flatMap(({ blocks }) => blocks).flatMap(({ tables: own }) => own);
  const values = tables.find(({ title }) => title.endsWith("各区县数值"))!;
  expect(values.rows.map(({ cells }) => cells[1]?.text)).toEqual(districts.map(({ name }) => name));
  const lines = tables.find(({ title }) => title.includes("明细"))!;
  expect(lines.rows.length % districts.length).toBe(0);
  expect(lines.rows.length).toBeGreaterThanOrEqual(4 * FEW.rows.length);
});

test(
  "a table too long for a workbook is left out, and said to be, with the number of its lines",
  { tags: ["patience"] },
  () => {
    const { rollup, context } = city;
    const rows = Array.from({ length: 210 }, () => rollup.rows).flat();
    const { blocks } = detailAnnex({ rollup: { ...rollup, rows }, context });
    expect(blocks.flatMap(({ tables }) => tables.map(({ id }) => id))).toEqual(["values"]);
    const left = `共${20 * rows.length}行，未列入本工作簿`;
    expect(JSON.stringify(blocks)).toContain(left);
    expect(linesLeftOut(rollup)).toBe(0);
  },
);
