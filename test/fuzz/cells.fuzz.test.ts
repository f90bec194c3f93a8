import fc from "fast-check";
import { beforeAll, it } from "vitest";
import { readWorkbook, type WorkbookContent } from "../../src/workbook/read/read.js";
import type { Cell, Content, Sheet } from "../../src/workbook/sheet.js";
import { bounded, compose, plans } from "./pipeline.js";

const FILES = [
  "妇女规划监测数据2020-2025.xlsx",
  "儿童规划监测数据2020-2025.xlsx",
  "分组数据2020-2025.xlsx",
  "年度填报/区卫生健康委2025年度填报表.xlsx",
  "历年填报/区教委2024年度填报表.xlsx",
  "重点项目进展/重点项目进展2025.xlsx",
];

let folder: WorkbookContent[];
beforeAll(async () => {
  folder = await Promise.all(FILES.map((name) => readWorkbook(`fixtures/data/${name}`, name)));
});

const WORDS =
  "W03 W22 W22.1 C07 W99 2020年 2025年 2025 1990年 本年数 分子 分母 镇街 合计 — … / 94.12% ９４．１２％ 约95 2：3 0：0 1/0 -2 １，２３４ 1e400 3万 已完成 ＃ 🈚 \u202e \0 _x000D_".split(
    " ",
  );
const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(...plans.flatMap(({ rows }) => rows.map(({ name }) => name))),
  fc.constant("乱".repeat(5000)),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 200, noNaN: true }),
  fc.integer({ min: -10, max: 100_000 }),
  fc.constantFrom(0, 1, 100, 0.1 + 0.2, 1e15, 1e-15, 1e308, 5e-324, Number.MAX_SAFE_INTEGER),
);
const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 4, arbitrary: number.map((value): Content => ({ type: "number", value })) },
  { weight: 4, arbitrary: text.map((each): Content => ({ type: "text", text: each })) },
  {
    weight: 1,
    arbitrary: number.map((serial): Content => ({ type: "date", serial: Math.abs(serial), clock: false })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("#DIV/0!", "#REF!", "").map((code): Content => ({ type: "error", code })),
  },
  { weight: 1, arbitrary: fc.boolean().map((value): Content => ({ type: "boolean", value })) },
  { weight: 1, arbitrary: fc.constant<Content>({ type: "uncalculated" }) },
);
const fill = fc.record({
  content,
  shown: fc.record({
    power: fc.constantFrom(0, 0, 2, -3, -4),
    words: fc.constantFrom("", "", "%", "万", "约…", "（预计）"),
    hidden: fc.boolean(),
  }),
  struck: fc.constantFrom(null, null, { text: "12", whole: false }, { text: "×", whole: true }),
  formula: fc.constantFrom(
    ...[null, null, null],
    ...["", "D2", "FORECAST(F1,B2:E2,B1:E1)", "AVERAGE(B2:E2)*1.02", "汇总!B3", "((((", "A1:XFD1048576"].map(
      (text) => ({
        ...{ row: 2, column: 6 },
        text,
      }),
    ),
  ),
});
/** Which cell of all of them, as a share, and what it holds instead. */
const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 99_999 }), fill), {
  minLength: 1,
  maxLength: 60,
});

function shown(each: Content): string {
  if (each.type === "text") return each.text;
  if (each.type === "number") return String(each.value);
  return each.type === "error" ? each.code : "2025/1/1";
}

function changed(
  file: WorkbookContent,
  fills: ReadonlyMap<number, Partial<Cell>>,
  first: number,
): WorkbookContent {
  let index = first;
  const sheets = file.sheets.map((sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, ...fills.get(index++) })),
    })),
  }));
  return { ...file, sheets };
}

function sizeOf({ sheets }: WorkbookContent): number {
  return sheets.flatMap(({ rows }) => rows).reduce((count, { cells }) => count + cells.length, 0);
}

it("survives whatever is typed into the sample workbooks", () => {
  const anyFiles = fc.subarray([...FILES.keys()], { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anyFiles, changes, fc.constantFrom(...plans), (chosen, list, plan) => {
      const files = chosen.flatMap((index) => folder[index] ?? []);
      const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
      const fills = new Map(
        list.map(([share, cell]) => [
          Math.floor((share / 100_000) * total),
          { ...cell, display: shown(cell.content) },
        ]),
      );
      let first = 0;
      const typed = files.map((file) => {
        const result = changed(file, fills, first);
        first += sizeOf(file);
        return result;
      });
      compose(typed, plan);
    }),
    bounded(40),
  );
});
