import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { producedAs, producedKeywords } from "../../../src/workbook/produced.js";
import { readWorkbook } from "../../../src/workbook/read/read.js";
import { writeWorkbook } from "../../../src/workbook/write/write.js";
import { dataTableSheets } from "../../../src/render/sheets/tables.js";
import { freshFolder } from "../../files/folder.js";
import { sampleModel } from "../../render/sample-model.js";
import { book, read, sheet, valuesOf } from "../book.js";
import { ledgerText, line, oldLedgerText } from "../ledger/lines.js";

const at = freshFolder();
const FIGURES = [
  ["编号", "指标名称", "2020年", "2025年"],
  ["W04", "孕产妇系统管理率", 92.99, 94.88],
] as const;

describe("a report of ours among the data", () => {
  it("gives no figure and one finding, is no input, and its figures are counted as refused", async () => {
    const facts = { title: "数据报表", author: "", date: "2026-05-20", produced: "数据报表" };
    await writeFile(at("a.xlsx"), await writeWorkbook(dataTableSheets(sampleModel()), facts));
    const own = await readWorkbook(at("a.xlsx"), "去年/数据报表.xlsx");
    const source = book("监测数据.xlsx", sheet("指标数据", FIGURES));
    const { dataset, issues, coverage } = read(own, source);
    expect(valuesOf({ dataset, issues, coverage }, "W04")).toBe("2020:92.99 2025:94.88");
    expect(issues.filter(({ where }) => where?.file === own.name)).toMatchObject([
      { code: "workbook/produced", severity: "warning" },
    ]);
    expect(dataset.inputs.map(({ file }) => file)).toEqual([source.name]);
    for (const each of coverage().filter(({ file }) => file === own.name)) {
      expect(each).toMatchObject({ read: 0, known: [] });
      expect(each.refused.reduce((sum, { count }) => sum + count, 0)).toBe(each.figures);
    }
    expect(coverage().some(({ file, figures }) => file === own.name && figures > 0)).toBe(true);
  });

  it.each([
    [
      "of version 0.1.0, by its tables",
      ["附表1-1 永川区妇女发展规划主要指标2025年监测数据", "表1 重点项目2025年进展情况", "说明"],
      true,
    ],
    [
      "of which three tables are left",
      ["表2 永川区妇女发展规划2025年监测预警清单", "附表2-1 2025年缺项清单", "附表4-2 预警等级"],
      true,
    ],
    ["is not what has one name like it", ["附表4-2 预警等级", "指标数据"], false],
    ["is not what has a page of notes", ["指标数据", "说明"], false],
    ["is not a bureau's own table", ["附表1-1 主要指标", "附表1-2 重点项目", "附表1-3 数据", "说明"], false],
  ])("%s", (_, names, expected) => {
    const { issues, dataset } = read(book("a.xlsx", ...names.map((name) => sheet(name, FIGURES))));
    expect(issues.some(({ code }) => code === "workbook/produced")).toBe(expected);
    expect(dataset.series["W04"] === undefined).toBe(expected);
  });

  it("is known by its keywords, whatever others add to them", () => {
    for (const keywords of [
      producedKeywords("核查底稿"),
      `妇女,儿童;${producedKeywords("核查底稿")}, 2025`,
    ]) {
      expect(producedAs(keywords)).toBe("核查底稿");
    }
    expect(producedAs("妇女,儿童")).toBeNull();
  });
});

it.each(["基期", "基期（2020年）", "2020年基期", "基期数据", "基期年份 2020"])(
  "a column headed %s is no value of the year of the report",
  (head) => {
    const values = (title: string, year: string) => {
      const lines = [
        ["编号", "指标名称", head, year],
        ["W04", "孕产妇系统管理率", 92.99, null],
      ];
      return (read(book("2025年.xlsx", sheet(title, lines))).dataset.series["W04"] ?? []).map(
        (each) => each.year,
      );
    };
    expect(values("指标数据", "2025年")).not.toContain(2025);
    expect(values("2025年填报", "本年数")).not.toContain(2025);
  },
);

describe("a copy of the ledger under another name", () => {
  const copy = ledgerText([line(90.1), line(91.2, { year: 2024 })]);

  it.each([
    ["as it was copied", copy],
    ["parted otherwise by another program", copy.replaceAll(",", "\t")],
    ["of version 0.1.0", oldLedgerText([line(90.1)])],
  ])("is told, and no figure of it is read: %s", async (_, text) => {
    await writeFile(at("a.csv"), text);
    const own = await readWorkbook(at("a.csv"), "监测数据库 - 副本.csv");
    const { dataset, issues, coverage } = read(own, book("监测数据.xlsx", sheet("指标数据", FIGURES)));
    expect(issues.filter(({ where }) => where?.file === own.name)).toMatchObject([{ code: "ledger/copy" }]);
    expect(dataset.inputs.map(({ file }) => file)).toEqual(["监测数据.xlsx"]);
    expect(coverage().find(({ file }) => file === own.name)).toMatchObject({ read: 0, known: [] });
  });
});
