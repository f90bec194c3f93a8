import { describe, expect, test, vi } from "vitest";
import { decimal, type Decimal } from "../../../src/terms/decimal.js";
import { book, children, codesOf, read, sheet, type Written } from "../book.js";

const GROUPS = ["编号", "年份", "分组", "组别", "数值"];

/** The rows of a table of groups, all of 2025. */
function groupRows(id: string, grouping: string, groups: Record<string, number>): Written[][] {
  return Object.entries(groups).map(([group, value]) => [id, 2025, grouping, group, value]);
}

/** The findings of `code` on a district figure of 2025 beside figures of its groups. */
function findings(
  code: string,
  id: string,
  district: number,
  grouping: string,
  groups: Record<string, number>,
) {
  const rows = groupRows(id, grouping, groups);
  const found = read(
    book(
      "a.xlsx",
      sheet("指标", [
        ["编号", "2025年"],
        [id, district],
      ]),
      sheet("分组", [GROUPS, ...rows]),
    ),
  );
  return codesOf(found).filter((each) => each.startsWith(code));
}

describe("the figure of one site", () => {
  const slips = (id: string, grouping: string, groups: Record<string, number>) => {
    const rows = groupRows(id, grouping, groups);
    const found = read(book("a.xlsx", sheet("分组", [GROUPS, ...rows])));
    return found.issues.filter(({ code }) => code === "data/site-slip");
  };
  const towns = { 中山路街道: 98.5, 双石镇: 97.9, 板桥镇: 99.1, 三教镇: 98.8 };

  test.each<[string, string, string, Record<string, number>, string]>([
    [
      "a share",
      "C07",
      "镇街",
      { ...towns, 大安街道: 0.979 },
      "大安街道为0.979，与其他镇街差100倍以上，可能应为97.9",
    ],
    ["a share, of few sites", "C07", "镇街", { 双石镇: 98, 大安街道: 0.979 }, "可能应为97.9"],
    ["a lost point", "C13b", "机构", { 甲: 1.2, 乙: 1.5, 丙: 2, 丁: 1.1, 戊: 150 }, "戊为150"],
    ["a zero", "C07", "镇街", { ...towns, 大安街道: 0 }, "大安街道填0，而其他镇街都远大于0，是否应为缺报"],
  ])("is told, an error: %s", (_what, id, grouping, groups, text) => {
    const found = slips(id, grouping, groups);
    expect(found.map(({ severity, where }) => `${severity} ${where?.cell}`)).toEqual([
      `error E${Object.keys(groups).length + 1}`,
    ]);
    expect(found[0]?.message).toContain(text);
  });

  const more = [97.2, 98.1, 98.3, 98.6, 98.9, 99, 99.2];
  const many: Record<string, number> = {
    ...towns,
    ...Object.fromEntries(more.map((value, at) => [children.sites[at + 6] ?? "", value])),
  };

  test("a zero is told beside a slip that is no more likely", () => {
    const found = slips("C07", "镇街", { ...many, 大安街道: 0, 朱沱镇: 0.985 });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining("大安街道填0"),
      expect.stringContaining("可能应为98.5"),
    ]);
  });

  test("zeros all down a table are one matter, where the sites had something the year before", () => {
    const of = (year: number, values: number[]) =>
      values.map((value, at): Written[] => ["C13b", year, "机构", `第${"一二三四五六"[at]}卫生院`, value]);
    const told = (last: number[], now: number[]) =>
      read(book("a.xlsx", sheet("分组", [GROUPS, ...of(2024, last), ...of(2025, now)]))).issues.filter(
        ({ code }) => code === "data/site-slip",
      );
    const [found, other] = told([1, 2, 2, 1, 3], [0, 0, 0, 0, 0]);
    expect(other).toBeUndefined();
    expect(found?.message).toContain("5个机构填0，而它们2024年都不是0");
    expect(found?.cells).toHaveLength(5);
    expect(told([0, 0, 0, 0, 1], [0, 0, 0, 0, 0])).toEqual([]);
    expect(told([1, 2, 2, 1, 3], [1, 2, 0, 1, 3])).toEqual([]);
  });

  describe("a column of towns pasted one row off", () => {
    const names = children.sites.slice(0, 9);
    const last = [98.91, 98.71, 99.03, 99.19, 98.82, 97.24, 99.19, 98.3, 98.97];
    const told = (now: (number | null)[]) => {
      const rows = (year: number, values: (number | null)[]) =>
        values.flatMap((value, at): Written[][] =>
          value === null ? [] : [["C07", year, "镇街", names[at] ?? "", value]],
        );
      const book2 = book(
        "a.xlsx",
        sheet("去年", [GROUPS, ...rows(2024, last)]),
        sheet("今年", [GROUPS, ...rows(2025, now)]),
      );
      return read(book2).issues.filter(({ code }) => code === "data/rows-shifted");
    };
    const grown = last.map((value) => value + 0.05);

    test("is one error, whichever way", () => {
      const [down, other] = told([null, ...grown.slice(0, -1)]);
      expect(other).toBeUndefined();
      expect(down?.severity).toBe("error");
      expect(down?.message).toContain("E2—E9疑似错行：8行2025年的数同上一行的数接近");
      expect(told([...grown.slice(1), null])[0]?.message).toContain("同下一行的数接近");
    });

    test("is not told of figures that are at home, that all moved, or that are all one", () => {
      expect(told(grown)).toEqual([]);
      expect(told(last.map((value) => value - 1.5))).toEqual([]);
      expect(told(last.map(() => 98.5))).toEqual([]);
      expect(told([...last].reverse())).toEqual([]);
    });
  });

  test("a tenth of what the others have is asked about", () => {
    const rows = Object.entries({ ...many, 大安街道: 9.87 }).map(([group, value]): Written[] => [
      "C07",
      2025,
      "镇街",
      group,
      value,
    ]);
    const { issues } = read(book("a.xlsx", sheet("分组", [GROUPS, ...rows])));
    const found = issues.filter(({ code }) => code.startsWith("data/site-"));
    expect(found.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      expect.stringMatching(/^warning data\/site-tenfold .*大安街道为9\.87，.*可能应为98\.7/u),
    ]);
  });

  test.each<[string, string, string, Record<string, number>]>([
    ["low, but its own", "C07", "镇街", { ...towns, 大安街道: 61 }],
    ["none of a count", "C13b", "机构", { 甲: 1, 乙: 2, 丙: 1, 丁: 3, 戊: 0 }],
    ["one of few", "C13b", "机构", { 甲: 1, 乙: 12 }],
  ])("is left alone: %s", (_what, id, grouping, groups) => {
    expect(slips(id, grouping, groups)).toEqual([]);
  });
});

describe("a district figure beside its groups", () => {
  test.each<[string, string, number, string, Record<string, number>]>([
    ["a rate above every group's", "C10b", 40.2, "城乡", { 城镇: 36.1, 农村: 39.4 }],
    ["a rate below every group's", "C10b", 35, "性别", { 男: 36.1, 女: 39.4 }],
    ["a mean above every site's", "C13b", 4.2, "机构", { 甲: 2.5, 乙: 3.5 }],
    ["a count between the greatest and the sum", "W39", 70, "城乡", { 城镇: 50, 农村: 40 }],
  ])("is told: %s", (_what, id, district, grouping, groups) => {
    expect(findings("data/district-outside", id, district, grouping, groups)).toEqual([
      "data/district-outside B2",
    ]);
  });

  test.each<[string, string, number, string, Record<string, number>]>([
    ["a rate between them", "C10b", 37, "城乡", { 城镇: 36.1, 农村: 39.4 }],
    ["one that rounds to the greatest", "C10b", 39, "城乡", { 城镇: 36.1, 农村: 38.96 }],
    ["a count that is their sum", "W39", 90, "城乡", { 城镇: 50, 农村: 40 }],
    ["one group of several", "C10b", 40.2, "城乡", { 城镇: 36.1 }],
    ["towns of which most are missing", "C07", 98.4, "镇街", { 大安街道: 97.9, 松溉镇: 97.1 }],
  ])("is not told of %s", (_why, id, district, grouping, groups) => {
    expect(findings("data/district-outside", id, district, grouping, groups)).toEqual([]);
  });
});

describe("shares of women and men", () => {
  test("that do not add up are told", () => {
    expect(findings("data/shares-sum", "W15", 46.05, "性别", { 女: 46.05, 男: 52.95 })).toEqual([
      "data/shares-sum E2",
    ]);
  });

  test("that add up but for rounding are not, nor are rates of each sex", () => {
    expect(findings("data/shares-sum", "W15", 46.05, "性别", { 女: 46.05, 男: 53.94 })).toEqual([]);
    expect(findings("data/shares-sum", "C10b", 36.1, "性别", { 男: 36.1, 女: 39.4 })).toEqual([]);
    expect(findings("data/shares-sum", "W15", 46.05, "性别", { 女: 46.9, 男: 45.1 })).toEqual([]);
  });
});

describe("rows judged site by site", () => {
  const towns = (...values: number[]): Record<string, number> =>
    Object.fromEntries(values.map((value, index) => [children.sites[index] ?? "", value]));

  test("name the sites below the target", () => {
    const found = read(
      book(
        "a.xlsx",
        sheet("分组", [GROUPS, ["C07", 2025, "镇街", "三教镇", 98], ["C07", 2025, "镇街", "松溉镇", 97.99]]),
      ),
    );
    const told = found.issues.find(({ code }) => code === "data/units-below-target");
    expect(told).toMatchObject({ severity: "note", where: { cell: "E3" } });
    expect(told?.message).toContain("松溉镇97.99");
    expect(told?.message).not.toContain("三教镇");
  });

  test("say nothing where every site meets it", () => {
    expect(findings("data/units-below-target", "C07", 98.6, "镇街", towns(98, 98.5, 99))).toEqual([]);
  });
});

describe("a percentage of one group of people", () => {
  const beside = (id: string, grouping: string, groups: Record<string, number>, whole?: number) => {
    const rows = groupRows(id, grouping, groups);
    const own = sheet("指标", [
      ["编号", "2025年"],
      [id, whole ?? null],
    ]);
    const found = read(
      book("a.xlsx", ...(whole === undefined ? [] : [own]), sheet("分组", [GROUPS, ...rows])),
    );
    return found.issues
      .filter(({ code }) => /site-(?:slip|tenfold)/u.test(code))
      .map(({ code, where, message }) => [code, where?.cell, message].join(" "));
  };

  test("is found among thousands without comparing each with each", () => {
    const compared = (count: number) => {
      const groups = Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`${at}—${at + 1}岁`, 40 + ((at * 7) % 20)]),
      );
      const spy = vi.spyOn(Object.getPrototypeOf(decimal(1)) as Decimal, "comparedTo");
      expect(beside("W05a", "年龄", { ...groups, 学龄前: 0.5 })).toHaveLength(1);
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    expect(compared(800)).toBeLessThan(3 * compared(400));
  });

  test("is held against the district's, or else against the other groups'", () => {
    expect(beside("C10b", "性别", { 男: 0.3371, 女: 37.7 }, 35.6)).toEqual([
      "data/site-slip E2 小学生近视率2025年男为0.3371，与全区的数差100倍以上，可能应为33.71",
    ]);
    expect(beside("C10b", "性别", { 男: 0.3371, 女: 0.377 }, 35.6)).toHaveLength(2);
    expect(beside("W05a", "年龄", { "35—44岁": 56.38, "45—54岁": 0.5291, "55—64岁": 44.36 })).toEqual([
      "data/site-slip E3 适龄妇女宫颈癌人群筛查率2025年45—54岁为0.5291，与其他组差100倍以上，可能应为52.91",
    ]);
    expect(beside("C08", "城乡", { 城镇: 95.38, 农村: 9.355 })).toEqual([
      "data/site-tenfold E3 3岁以下儿童系统管理率2025年农村为9.355，与其他组差10倍左右，可能应为93.55",
    ]);
  });

  test("may be another, and counts and small rates move by themselves", () => {
    expect(beside("C10b", "性别", { 男: 33.71, 女: 37.7 }, 35.6)).toEqual([]);
    expect(beside("C10b", "城乡", { 城镇: 60, 农村: 12 }, 35.6)).toEqual([]);
    expect(beside("C27", "性别", { 男: 396, 女: 2 }, 398)).toEqual([]);
    expect(beside("C01", "性别", { 男: 0.01, 女: 1.4 }, 1.44)).toEqual([]);
  });
});
