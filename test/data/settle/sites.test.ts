import { expect, it } from "vitest";
import { catalogueOf } from "../../../src/data/catalogue.js";
import type { GroupFigure } from "../../../src/data/dataset.js";
import { underOneName } from "../../../src/data/settle/sites.js";
import { decimal } from "../../../src/terms/decimal.js";
import { women } from "../../plan/shipped.js";

const groupings = [
  { name: "户籍", people: true, aliases: [] },
  { name: "园区", people: false, aliases: [] },
];

/** The names that groups of a grouping are settled under. */
function named(grouping: string, ...groups: string[]): string[] {
  const figures = groups.map<GroupFigure>((group, at) => ({
    indicator: "W04",
    year: 2025,
    grouping,
    group,
    value: decimal(90),
    display: "90",
    source: { file: "a.xlsx", sheet: "分组数据", cell: `E${String(at + 2)}` },
  }));
  return underOneName(figures, catalogueOf([{ ...women, groupings }])).map(({ group }) => group);
}

it.each(["户籍", "性别"])("groups of people keep their names: %s", (grouping) => {
  const groups = ["永川区户籍", "永川区外", "本地城镇", "本地城"];
  expect(named(grouping, ...groups)).toEqual(groups);
});

it.each(["镇街", "园区"])("places have one name each: %s", (grouping) => {
  expect(named(grouping, "永川区中山路街道", "中山路街道办事处", "中山路", "松溉镇")).toEqual([
    "中山路街道",
    "中山路街道",
    "中山路街道",
    "松溉镇",
  ]);
});

it("a group of people has one name each, as it was spelt first", () => {
  expect(named("性别", "男生", "女", "男", "女童", "男性")).toEqual(["男生", "女", "男生", "女", "男生"]);
  expect(named("城乡", "城镇", "乡村", "城市", "农村")).toEqual(["城镇", "乡村", "城镇", "乡村"]);
  expect(named("年龄", "35—44岁", "35-44岁", "45~54岁")).toEqual(["35—44岁", "35—44岁", "45~54岁"]);
});

it("大安街, 大安街办 and 大安办事处 are 大安街道, and 大安镇 is none of it", () => {
  expect(
    named("镇街", "大安街道", "大安街", "大安街办", "大安办事处", "大安镇", "朱沱镇", "朱沱人民政府"),
  ).toEqual([...Array.from({ length: 4 }, () => "大安街道"), "大安镇", "朱沱镇", "朱沱镇"]);
});

it("a school is called by its town where that is all its name", () => {
  expect(named("机构", "永川中学", "永川幼儿园", "永川区萱花小学")).toEqual([
    "永川中学",
    "永川幼儿园",
    "萱花小学",
  ]);
  expect(named("乡镇街道", "永川区三教镇", "三教镇")).toEqual(["三教镇", "三教镇"]);
});
