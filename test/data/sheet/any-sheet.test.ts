import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gap } from "../../../src/data/dataset.js";
import type { Issue } from "../../../src/issues/issue.js";
import {
  aDate,
  aTruth,
  anError,
  anUncalculated,
  book,
  percent,
  read,
  sheet,
  time,
  women,
  type Written,
} from "../book.js";

const HEADS =
  "编号 序号 指标名称 单位 2024年 2025年 本年数 上年数 分子 分母 年份 分组 组别 数值 项目编号 进展状态".split(
    " ",
  );
const WORDS: readonly Written[] = [
  ...HEADS,
  ..."W03 W04 W22 W22.1 W41 W99 C07 WP01 镇街 大安街道 合计 推进中 是 — … 约95 2：3 2025 94.12% 1,234 -2".split(
    " ",
  ),
  ...women.rows.slice(0, 6).map(({ name }) => name),
  ...[
    aDate,
    aTruth,
    anError,
    anUncalculated,
    percent(0.94),
    time(2, 3),
    0,
    1,
    94.12,
    2025,
    1e15,
    -2,
    null,
    "",
  ],
];
const side = fc.integer({ min: 1, max: 8 });
const merge = fc.tuple(side, side, side, side).map(([a, b, c, d]) => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));
const anySheet = fc
  .tuple(
    fc.shuffledSubarray(HEADS, { minLength: 2, maxLength: 8 }),
    fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), { maxLength: 12 }),
    fc.array(merge, { maxLength: 2 }),
  )
  .map(([head, rows, merges]) => sheet("任意", [head, ...rows], { merges }));

/** The finding stands in the gap's row, or names its row and year. */
function tellsOf({ where, message }: Issue, { indicator, year, source }: Gap): boolean {
  const row = (cell = "") => cell.replace(/^[A-Z]+/u, "");
  const here =
    where?.file === source.file && where.sheet === source.sheet && row(where.cell) === row(source.cell);
  return here || message.includes(`${indicator} ${year}年`);
}

test("whatever stands on a sheet: every figure kept is one its cell shows, every refused one has its finding", () => {
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 3 }), (sheets) => {
      const { dataset, issues } = read(...sheets.map((each, index) => book(`${index}-2025.xlsx`, each)));
      for (const figure of [...Object.values(dataset.series).flat(), ...dataset.groups]) {
        expect(figure.value.isFinite() && figure.value.gte(0)).toBe(true);
        expect(figure.display).not.toBe("");
      }
      const errors = issues.filter(({ severity }) => severity === "error");
      for (const gap of dataset.gaps.filter(({ reason }) => reason === "refused")) {
        expect(errors.some((error) => tellsOf(error, gap))).toBe(true);
      }
      expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
      for (const { message, hint } of issues)
        expect(message + hint).not.toMatch(/undefined|null|NaN|\[object/u);
    }),
    { numRuns: 300 },
  );
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"])(
  "%s, a name that every object has, is a word like any other wherever it stands",
  (name) => {
    for (const head of [
      HEADS.slice(0, 11),
      HEADS.slice(10),
      ["项目编号", "年份", "进展状态", "量化内容", "目标数", "完成数", "填报单位", name],
    ]) {
      const rows = ["W03", "W41", "WP09", "C07", name].map((code) =>
        head.map((_, at) => (at === 0 ? code : name)),
      );
      const { dataset, issues } = read(book(`${name}2025.xlsx`, sheet(name, [[name], head, ...rows])));
      expect(Object.values(dataset.series).flat()).toEqual([]);
      expect(issues.map(({ code }) => code)).not.toContain("workbook/reader-failed");
      for (const { message } of issues) expect(message).not.toMatch(/\[native code|\[object|undefined/u);
    }
  },
);

test("a mistake of our own on one sheet is told there, and the others are read", () => {
  const good = sheet("好表", [
    ["编号", "指标名称", "2025年"],
    ["W04", "孕产妇系统管理率", 94.88],
  ]);
  const bad = sheet("坏表", [
    ["编号", "指标名称", "2025年"],
    ["W33", "", 1],
  ]);
  const trap = new Proxy(bad.rows[1]!, {
    get: () => {
      throw new RangeError("not one of ours");
    },
  });
  const { dataset, issues } = read(book("2025.xlsx", { ...bad, rows: [bad.rows[0]!, trap] }, good));
  expect(issues).toMatchObject([
    { code: "workbook/reader-failed", where: { file: "2025.xlsx", sheet: "坏表" } },
  ]);
  expect(issues[0]?.hint).toContain("RangeError: not one of ours");
  expect(dataset.series["W04"]?.map(({ value }) => value.toString())).toEqual(["94.88"]);
});
