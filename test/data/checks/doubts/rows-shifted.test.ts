import { describe, expect, test } from "vitest";
import { book, read, sheet, type Written } from "../../book.js";

const HEAD = ["编号", "2021年", "2022年", "2023年", "2024年", "2025年"];

/** Rows as they stand below each other, with what they had in 2021–2024. */
const ROWS: [id: string, ...years: number[]][] = [
  ["W04", 93.1, 93.4, 93.9, 94.5],
  ["W05a", 50.1, 50.3, 50.6, 50.9],
  ["W05b", 40.2, 40.9, 41.5, 42],
  ["W06", 0, 0, 0, 0],
  ["W07", 99.1, 99.3, 99.2, 99.5],
  ["W13", 46.2, 46, 46.3, 46.1],
  ["W15", 45.8, 45.6, 45.9, 45.7],
  ["W20", 27.1, 27.6, 28, 28.4],
];

function told(latest: readonly Written[]) {
  const rows = ROWS.map((row, index) => [...row, latest[index] ?? null]);
  const { issues } = read(book("a.xlsx", sheet("数据", [HEAD, ...rows])));
  return issues.filter(({ severity }) => severity !== "note");
}

const codes = (latest: readonly Written[]): string[] =>
  told(latest).map(({ code, where }) => `${code} ${where?.cell}`);

describe("a block of figures one row off", () => {
  test.each<[string, Written[], string]>([
    ["one row up", [51.1, 42.4, 0, 99.4, 46.2, 45.6, null, 28.8], "F2"],
    ["one row down", [94.9, 95, 51.2, 42.4, 0, 99.6, 45.6, 28.8], "F3"],
    ["one row up, with a blank in it", [51.1, 42.4, null, 99.4, 46.2, 45.6, null, 28.8], "F2"],
    ["two rows up", [42.4, 0, 99.4, 46.2, 45.6, 28.8, null, null], "F2"],
  ])("is one error: %s", (_how, latest, cell) => {
    expect(codes(latest)).toEqual([`data/rows-shifted ${cell}`]);
  });

  test("names the rows, the shift, and what each figure is like", () => {
    const [found] = told([51.1, 42.4, 0, 99.4, 46.2, 45.6, null, 28.8]);
    expect(found?.severity).toBe("error");
    expect(found?.message).toContain("F2—F6疑似错行");
    expect(found?.message).toContain("5行2025年的数同下一行的数接近");
    expect(found?.message).toContain("F2“孕产妇系统管理率”填51.1，接近“适龄妇女宫颈癌人群筛查率”2024年50.9");
    expect(found?.cells.map(({ cell }) => cell)).toEqual(["F2", "F3", "F4", "F5", "F6"]);
  });

  test.each<[string, Written[]]>([
    ["figures of their own rows", [94.9, 51.2, 42.4, 0, 99.6, 46.2, 45.6, 28.8]],
    ["rows that are like their neighbours", [94.9, 51.2, 42.4, 0, 99.6, 45.7, 46.1, 28.8]],
    ["a row that was passed over", [94.9, 51.2, null, 0, 99.6, null, 45.6, 28.8]],
  ])("is not told of %s", (_why, latest) => {
    expect(codes(latest)).toEqual([]);
  });

  test("is known by the fractions, which stayed in their rows, and told once", () => {
    const head = [...HEAD, "分子", "分母"];
    const rows: Written[][] = [
      ["C19", 97.1, 97.4, 97.6, 97.9, null, null, null],
      ["C20", 85.2, 87.1, 89.3, 91.2, 98.01, 92450, 100000],
      ["C21", 99.7, 99.8, 99.8, 99.9, 92.45, 99940, 100000],
      ["C22", 133.9, 133.1, 132.8, 132.3, 99.94, 132050, 100000],
    ];
    const { issues } = read(book("a.xlsx", sheet("数据", [head, ...rows])));
    expect(issues.map(({ code, where }) => `${code} ${where?.cell}`)).toEqual(["data/rows-shifted F3"]);
    expect(issues[0]?.message).toContain("填92.45，接近“学前教育普惠率”按分子分母的数");
  });

  test("is seen where the fractions moved along", () => {
    const head = [...HEAD, "分子", "分母"];
    const latest = [null, 94.9, 51.2, 42.4, 0, 99.6, 46.2, 45.6];
    const rows = ROWS.map((row, at): Written[] => {
      const value = latest[at] ?? null;
      return [...row, value, value === null ? null : Math.round(value * 10), value === null ? null : 1000];
    });
    const { issues } = read(book("a.xlsx", sheet("数据", [head, ...rows])));
    const found = issues.filter(({ severity }) => severity !== "note");
    expect(found.map(({ code, where }) => `${code} ${where?.cell}`)).toEqual(["data/rows-shifted F3"]);
  });

  test("goes on over rows whose neighbour has no past", () => {
    const rows: Written[][] = [
      ["C10b", 36.8, 36.5, 36.1, 35.9, null],
      ["C10c", 63.6, 63.1, 62.8, 62.4, 35.6],
      ["C10d", 78.9, 78.4, 77.9, 77.4, 62.2],
      ["C11", 45.1, 46.2, 48.9, 50.6, 77],
      ["C15a", null, null, null, null, 52.4],
      ["C15b", null, null, null, null, 9.2],
      ["C15c", null, null, null, null, 8.4],
      ["C19", 97.1, 97.4, 97.6, 97.9, 7.1],
      ["C20", 85.2, 87.1, 89.3, 91.2, 98],
    ];
    const found = read(book("a.xlsx", sheet("数据", [HEAD, ...rows]))).issues;
    expect(found.map(({ code, where }) => `${code} ${where?.cell}`)).toContain("data/rows-shifted F3");
  });

  test("is seen in a form beside the years before", () => {
    const past = sheet("数据", [HEAD.slice(0, -1), ...ROWS]);
    const latest = [51.1, 42.4, 0, 99.4, 46.2, 45.6, null, 28.8];
    const form = sheet("填报", [
      ["编号", "本年数"],
      ...ROWS.map(([id], index) => [id, latest[index] ?? null]),
    ]);
    const { issues } = read(book("2024.xlsx", past), book("2025年.xlsx", form));
    expect(issues.filter(({ code }) => code === "data/rows-shifted").map(({ where }) => where)).toEqual([
      { file: "2025年.xlsx", sheet: "填报", cell: "B2" },
    ]);
  });
});

describe("two rows that changed places", () => {
  test("are told as such", () => {
    expect(codes([94.9, 42.4, 51.2, 0, 99.6, 46.2, 45.6, 28.8])).toEqual(["data/rows-swapped F3"]);
    expect(codes([42.4, 51.2, 94.9, 0, 99.6, 46.2, 45.6, 28.8])).toEqual(["data/rows-swapped F2"]);
  });

  test("shares near each other, too, where each is far from all it ever was", () => {
    const shares = (...latest: number[]) => {
      const rows = [
        ["W04", 93.1, 93.4, 93.9, 94.5, latest[0] ?? null],
        ["W07", 99.4, 99.6, 99.5, 99.6, latest[1] ?? null],
      ];
      const { issues } = read(book("a.xlsx", sheet("数据", [HEAD, ...rows])));
      return issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
    };
    expect(shares(99.5, 94.9)).toEqual(["data/rows-swapped"]);
    expect(shares(94.9, 99.5)).toEqual([]);
    expect(shares(97.2, 97.9)).toEqual([]);
    expect(shares(99.5, 99.7)).toEqual([]);
  });

  test("not of a figure that is its other neighbour's, which has left its row, too", () => {
    const rows = (latest: readonly number[]) =>
      [
        ["C19", 97.62, 97.7, 97.82, 97.9, latest[0] ?? null],
        ["C20", 90.1, 90.5, 90.9, 91.2, latest[1] ?? null],
        ["C21", 99.62, 99.7, 99.78, 99.9, latest[2] ?? null],
      ] as const;
    const codesOf = (latest: readonly number[]) =>
      read(book("a.xlsx", sheet("数据", [HEAD, ...rows(latest)])))
        .issues.map(({ code }) => code)
        .filter((code) => code === "data/rows-swapped");
    expect(codesOf([7.1, 98.01, 92.45])).toEqual([]);
    expect(codesOf([98.01, 99.94, 92.45])).toEqual(["data/rows-swapped"]);
  });
});
