import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { book, codesOf, read, sheet, valuesOf, women, type Written } from "../book.js";

/** A workbook whose form year is `year`, with W05a's figures by year. */
function form(file: string, figures: Record<number, Written>, remark = ""): ReturnType<typeof book> {
  const years = Object.keys(figures);
  const head = ["编号", ...years.map((year) => `${year}年`), "备注"];
  return book(file, sheet("数据", [head, ["W05a", ...Object.values(figures), remark]]));
}

describe("one number per row and year", () => {
  test("equal figures are one, the more precise of two that agree is kept", () => {
    const found = read(form("a.xlsx", { 2024: 61.2, 2025: 63 }), form("b.xlsx", { 2024: 61.23, 2025: 63 }));
    expect(valuesOf(found, "W05a")).toBe("2024:61.23 2025:63");
    expect(found.dataset.revisions).toEqual([]);
    expect(codesOf(found)).toEqual([]);
  });

  test("the kept figure takes over what only the other one says", () => {
    const found = read(form("a.xlsx", { 2025: 63.2 }, "户籍口径"), form("b.xlsx", { 2025: 63.21 }));
    expect(found.dataset.series["W05a"]).toMatchObject([{ remark: "户籍口径", source: { file: "b.xlsx" } }]);
  });

  test("a later form's different figure is a revision: it wins, both are kept", () => {
    const found = read(form("a.xlsx", { 2024: 61.2 }), form("b.xlsx", { 2024: 60.9, 2025: 63 }));
    expect(valuesOf(found, "W05a")).toBe("2024:60.9 2025:63");
    expect(found.dataset.revisions).toMatchObject([
      {
        indicator: "W05a",
        year: 2024,
        old: { source: { file: "a.xlsx" }, formYear: 2024 },
        new: { source: { file: "b.xlsx" }, formYear: 2025 },
      },
    ]);
    expect(codesOf(found)).toEqual(["data/revised B2"]);
  });

  test("two figures from forms of the same year: neither counts, the finding names both cells", () => {
    const found = read(form("a.xlsx", { 2025: 63 }), form("b.xlsx", { 2025: 36 }));
    expect(valuesOf(found, "W05a")).toBe("");
    expect(found.issues).toMatchObject([
      { code: "data/conflict", severity: "error", where: { file: "a.xlsx", cell: "B2" } },
    ]);
    expect(found.issues[0]?.message).toMatch(/a\.xlsx.*B2.*b\.xlsx.*B2/u);
    expect(found.dataset.gaps.map(({ reason, source }) => `${reason} ${source.file}`)).toEqual([
      "refused a.xlsx",
      "refused b.xlsx",
    ]);
  });

  test("more than two are one finding that names the first of them, also where some agree", () => {
    const forms = [63, 36, 63, 64].map((value, at) => form(`${"abcd"[at]}.xlsx`, { 2025: value }));
    const found = read(...forms);
    expect(codesOf(found)).toEqual(["data/conflict B2"]);
    expect(found.issues[0]?.message).toMatch(/有4处数，不一致：a.*为63，b.*为36，c.*为63等，均未采用/u);
    expect(found.dataset.gaps).toHaveLength(4);
  });

  test("two rows for one indicator in one sheet are two figures like any", () => {
    const rows = [
      ["编号", "2025年"],
      ["W05a", 63],
      ["W05a", 36],
    ];
    expect(codesOf(read(book("a.xlsx", sheet("数据", rows))))).toEqual(["data/conflict B2"]);
  });

  test("a conflict of earlier forms is settled by a later one, and still told", () => {
    const found = read(
      form("a.xlsx", { 2024: 63 }),
      form("b.xlsx", { 2024: 36 }),
      form("c.xlsx", { 2024: 63, 2025: 64 }),
    );
    expect(valuesOf(found, "W05a")).toBe("2024:63 2025:64");
    expect(codesOf(found)).toEqual(["data/conflict B2"]);
    expect(found.dataset.gaps).toEqual([]);
  });

  test("上年数 of this year's form against last year's form", () => {
    const last = book(
      "2024.xlsx",
      sheet("填报", [
        ["编号", "本年数"],
        ["W05a", 61.2],
      ]),
    );
    const now = book(
      "2025.xlsx",
      sheet("填报", [
        ["编号", "上年数", "本年数"],
        ["W05a", 60.9, 63],
      ]),
    );
    const found = read(last, now);
    expect(valuesOf(found, "W05a")).toBe("2024:60.9 2025:63");
    expect(found.dataset.revisions).toHaveLength(1);
  });

  test("a mark for missing beside another form's figure is no gap", () => {
    const found = read(form("a.xlsx", { 2025: "—" }), form("b.xlsx", { 2025: 63 }));
    expect(found.dataset.gaps).toEqual([]);
  });
});

describe("sheets", () => {
  const data = [
    ["编号", "2025年"],
    ["W05a", 63],
  ];

  test("hidden sheets are skipped with a note, covers too, foreign ones with a warning, empty ones in silence", () => {
    const found = read(
      book(
        "a.xlsx",
        sheet("封面", [["永川区妇女发展规划监测数据"]]),
        sheet("指标数据", [["这里以后放数据"]]),
        sheet("旧表", data, { hidden: true }),
        sheet("空表", []),
      ),
    );
    expect(
      found.issues.map(({ code, severity, where }) => `${code} ${severity} ${where?.sheet ?? ""}`),
    ).toEqual([
      "data/front-sheet note 封面",
      "data/unrecognised-sheet warning 指标数据",
      "data/hidden-sheet note 旧表",
    ]);
    expect(found.dataset.series).toEqual({});
  });

  test("a table is no cover, whatever its sheet is called", () => {
    const found = read(
      book(
        "a.xlsx",
        sheet("说明", [
          ["甲", 1, 2],
          ["乙", 3, 4],
        ]),
      ),
    );
    expect(codesOf(found)).toEqual(["data/unrecognised-sheet"]);
  });

  test("a head is found however deep it stands", () => {
    const deep = sheet("数据", [...Array.from({ length: 200 }, () => ["说明"]), ...data]);
    expect(codesOf(read(book("a.xlsx", deep)))).toEqual([]);
  });

  test("findings stand in order of file, sheet, row and column, whatever order files come in", () => {
    const bad = sheet("数据", [
      ["编号", "2024年", "2025年"],
      ["W05a", "约", "约"],
      ["W01", "约", null],
    ]);
    const files = [book("b.xlsx", bad), book("a.xlsx", bad)];
    const order = (found: ReturnType<typeof read>) =>
      found.issues.map(({ where }) => `${where?.file ?? ""} ${where?.cell ?? ""}`);
    expect(order(read(...files))).toEqual([
      "a.xlsx B2",
      "a.xlsx C2",
      "a.xlsx B3",
      "b.xlsx B2",
      "b.xlsx C2",
      "b.xlsx B3",
    ]);
    const whole = (...books: typeof files) => {
      const { coverage, ...rest } = read(...books);
      return { ...rest, coverage: coverage() };
    };
    expect(whole(...files)).toEqual(whole(...files.toReversed()));
  });
});

describe("a table shuffled in rows and columns", () => {
  const rows = women.rows.filter(({ parts }) => parts.length === 0).slice(0, 12);
  const columns = [
    { head: "序号", cells: rows.map(({ number }) => number) },
    { head: "指标名称", cells: rows.map(({ name, unit }) => `${name}（${unit}）`) },
    { head: "2024年", cells: rows.map((_, index) => 20 + index) },
    { head: "2025年", cells: rows.map((_, index) => (index === 3 ? "—" : 21 + index)) },
    { head: "备注", cells: rows.map((_, index) => (index === 5 ? "口径调整" : null)) },
  ];
  const permutation = (length: number) =>
    fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length });

  function dataset(rowOrder: readonly number[], columnOrder: readonly number[]): unknown {
    const ordered = columnOrder.flatMap((index) => columns[index] ?? []);
    const body = rowOrder.map((row) => ordered.map(({ cells }): Written => cells[row] ?? null));
    const found = read(book("a.xlsx", sheet("妇女", [ordered.map(({ head }) => head), ...body])));
    const { series, gaps } = found.dataset;
    return {
      series: rows.map(({ id }) => [id, valuesOf(found, id), series[id]?.map(({ remark }) => remark)]),
      gaps: gaps.map(({ indicator, year, reason }) => `${indicator} ${year} ${reason}`).sort(),
      codes: found.issues.map(({ code }) => code),
    };
  }

  test("gives the same data set", () => {
    const plain = dataset([...rows.keys()], [...columns.keys()]);
    fc.assert(
      fc.property(permutation(rows.length), permutation(columns.length), (rowOrder, columnOrder) => {
        expect(dataset(rowOrder, columnOrder)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
});
