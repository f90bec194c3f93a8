import { describe, expect, it } from "vitest";
import { countCell } from "../../../src/report/tables/cells.js";
import { groupedTableOf, tableOf, type Column } from "../../../src/report/tables/table.js";
import { linesOf } from "../model-text.js";

interface Town {
  name: string;
  women: number;
  men: number;
}

const TOWNS: readonly Town[] = [
  { name: "松溉镇", women: 3, men: 4 },
  { name: "大安街道", women: 5, men: 6 },
];

const column = (head: Column<Town>["head"], cell: Column<Town>["cell"]): Column<Town> => ({
  head,
  width: 1,
  align: "left",
  cell,
});
const named = (head: Column<Town>["head"]) => column(head, ({ name }) => name);

/** text, columns × rows it covers, a line a row of heads. */
const headsOf = (heads: readonly Column<Town>["head"][]): string[] =>
  tableOf({ id: "", title: "" }, heads.map(named), []).head.map((cells) =>
    cells.map(({ text, colspan, rowspan }) => `${text} ${colspan}×${rowspan}`).join(" "),
  );

describe("a table of columns", () => {
  it("takes every cell from the column that heads it, in whatever order the columns stand", () => {
    const columns = [
      named("镇街"),
      column("女", ({ women }) => countCell(women)),
      column("男", ({ men }) => `${men}人`),
    ];
    const table = tableOf({ id: "towns", title: "人数" }, columns, TOWNS);
    expect(linesOf(table)).toEqual([
      ["松溉镇", "3", "4人"],
      ["大安街道", "5", "6人"],
    ]);
    expect(table.rows[0]?.cells[1]).toMatchObject({ number: "3", decimals: "0" });
    const turned = tableOf({ id: "towns", title: "人数" }, columns.toReversed(), TOWNS);
    expect(linesOf(turned)).toEqual(linesOf(table).map((line) => line.toReversed()));
    expect(turned.head[0]?.map(({ text }) => text)).toEqual(["男", "女", "镇街"]);
  });

  it("shares its width in the proportions of the columns", () => {
    const columns = [
      { ...named("镇街"), width: 2 },
      { ...named("女"), width: 1, align: "right" as const },
    ];
    expect(tableOf({ id: "", title: "" }, columns, []).columns).toEqual([
      { align: "left", width: "66.67%" },
      { align: "right", width: "33.33%" },
    ]);
  });

  it("counts rows on from group to group, under headings over the whole width", () => {
    const columns = [column("序号", (_town, index) => String(index + 1)), named("镇街")];
    const [first, second] = TOWNS.map((town) => ({ heading: town.name, mark: "red", rows: [town] }));
    const table = groupedTableOf({ id: "", title: "" }, columns, [first!, second!]);
    expect(linesOf(table)).toEqual([
      ["1", "松溉镇"],
      ["2", "大安街道"],
    ]);
    const headings = table.rows.filter(({ group }) => group).map(({ cells }) => cells);
    expect(headings).toEqual([
      [expect.objectContaining({ text: "松溉镇", colspan: "2", mark: "red" })],
      [expect.objectContaining({ text: "大安街道", colspan: "2", mark: "red" })],
    ]);
  });
});

describe("stacked heads", () => {
  it.each([
    ["one level", ["编号", "名称"], ["编号 1×1 名称 1×1"]],
    [
      "two years over two sexes each",
      ["镇街", ["2024年", "女"], ["2024年", "男"], ["2025年", "女"], ["2025年", "男"]],
      ["镇街 1×2 2024年 2×1 2025年 2×1", "女 1×1 男 1×1 女 1×1 男 1×1"],
    ],
    [
      "three levels, and a head that reaches down from the second",
      [["全区", "女", "城镇"], ["全区", "女", "农村"], ["全区", "男"], "备注"],
      ["全区 3×1 备注 1×3", "女 2×1 男 1×2", "城镇 1×1 农村 1×1"],
    ],
    [
      "the same name over different years",
      [
        ["甲", "数"],
        ["乙", "数"],
      ],
      ["甲 1×1 乙 1×1", "数 1×1 数 1×1"],
    ],
    ["neighbours that are named alike", ["数", "数"], ["数 1×1 数 1×1"]],
    [
      "a group that is taken up again after another column",
      [
        ["甲", "一"],
        ["乙", "一"],
        ["甲", "二"],
      ],
      ["甲 1×1 乙 1×1 甲 1×1", "一 1×1 一 1×1 二 1×1"],
    ],
  ])("%s", (_, heads, expected) => {
    expect(headsOf(heads)).toEqual(expected);
  });

  it("cover every place of the head once", () => {
    const heads = [["全区", "女", "城镇"], ["全区", "女", "农村"], ["全区", "男"], "备注", ["甲", "一"]];
    const { head } = tableOf({ id: "", title: "" }, heads.map(named), []);
    const covered = head
      .flat()
      .reduce((sum, { colspan, rowspan }) => sum + Number(colspan) * Number(rowspan), 0);
    expect(covered).toBe(heads.length * head.length);
  });
});
