import { describe, expect, test } from "vitest";
import { figures, HEAD, reading, told, type Rows } from "../layout.js";

const rows = (sign: string, ...notes: readonly (string | readonly string[])[]): Rows => [
  [...HEAD, "2024年", "2025年"],
  ["C20", "学前教育普惠率", "%", 91.2, `92.45${sign}`],
  ["C08", "3岁以下儿童系统管理率", "%", 94.36, 94.72],
  ...notes.map((note) => (typeof note === "string" ? [note] : note)),
];
const READ = ["C20 2024:91.2 2025:92.45", "C08 2024:94.36 2025:94.72"];
const LEFT = ["C20 2024:91.2", "C08 2024:94.36 2025:94.72"];

describe("a sign behind a figure ties it to the note that begins with the sign", () => {
  test.each([
    ...[
      "†",
      "‡",
      "§",
      "#",
      "*",
      "**",
      "※",
      "△",
      "★",
      "◆",
      "○",
      "①",
      "③",
      "❶",
      "⑴",
      "²",
      "[1]",
      "［1］",
      "【2】",
    ],
    ...["注1", "（注1）", "[注]", "（1）", "(2)", "a）", "b)", "a", "P", "[a]"],
  ])("%s", (sign) => {
    for (const note of [
      `${sign}为计划数`,
      `注：${sign}为计划数。`,
      `${sign} 为2024年数据`,
      `${sign}：全市数据`,
    ]) {
      expect([note, ...figures(rows(sign, note), ["C20", "C08"])]).toEqual([note, ...LEFT]);
      expect(told(rows(sign, note))).toEqual(["warning data/only-others-rows A4"]);
      expect(told(rows(sign, note), { file: "a.csv" })).toEqual(["warning data/only-others-rows A4"]);
    }
  });

  test.each([
    ["①", "1. 为2024年数据"],
    ["[1]", "注1：为2024年数据"],
    ["¹", "1.为2024年数据"],
    ["（1）", "⑴为2024年数据"],
  ])("%s is of the one number below: %s", (sign, note) => {
    expect(figures(rows(sign, note), ["C20", "C08"])).toEqual(LEFT);
  });

  test("behind a unit, beside another sign, and with its note in two cells", () => {
    expect(figures(rows("%†", "†为计划数"), ["C20"])).toEqual(["C20 2024:91.2"]);
    expect(figures(rows("①†", "①为初步数；†为计划数"), ["C20"])).toEqual(["C20 2024:91.2"]);
    expect(figures(rows("[1]", ["[1]", "为1—10月数据"]), ["C20", "C08"])).toEqual(LEFT);
    expect(figures(rows("*", "*、①均为预计数"), ["C20"])).toEqual(["C20 2024:91.2"]);
  });

  test("** is another sign than *", () => {
    expect(figures(rows("*", "*为初步统计数；**为计划数"), ["C20"])).toEqual(["C20 2024:91.2 2025:92.45"]);
    expect(figures(rows("**", "*为初步统计数；**为计划数"), ["C20"])).toEqual(["C20 2024:91.2"]);
  });

  test("several in one line are each said of their own", () => {
    const all: Rows = [
      [...HEAD, "2024年", "2025年"],
      ["W04", "孕产妇系统管理率", "%", 94.52, "94.88*"],
      ["C08", "3岁以下儿童系统管理率", "%", 94.36, "94.72①"],
      ["W46", "杀害、强奸、伤害、侮辱、拐卖妇女刑事案件发生数", "件", 74, "72件[1]"],
      ["C20", "学前教育普惠率", "%", 91.2, "92.45†"],
      ["*为初步统计数；①为2024年数据；[1]为1—10月数；†为计划数。"],
    ];
    expect(figures(all, ["W04", "C08", "W46", "C20"])).toEqual([
      "W04 2024:94.52 2025:94.88",
      "C08 2024:94.36",
      "W46 2024:74",
      "C20 2024:91.2",
    ]);
    expect(told(all).sort()).toEqual([
      "note data/preliminary-rows A6",
      ...Array<string>(3).fill("warning data/only-others-rows A6"),
    ]);
  });

  test("over a year, in a title and behind a name", () => {
    const over: Rows = [
      [...HEAD, "2024年", "2025年†"],
      ["W04", "孕产妇系统管理率", "%", 94.52, 94.88],
      ["†为2024年数据"],
    ];
    expect(figures(over, ["W04"])).toEqual(["W04 2024:94.52"]);
    expect(told(over)).toEqual(["warning data/noted-column E1"]);
    const titled: Rows = [
      ["2025年监测表*"],
      [...HEAD, "2025年"],
      ["W04", "孕产妇系统管理率", "%", 94.88],
      ["*为全市数"],
    ];
    expect(figures(titled, ["W04"])).toEqual(["W04"]);
    const named: Rows = [[...HEAD, "2025年"], ["W04", "孕产妇系统管理率‡", "%", 94.88], ["‡为全市数"]];
    expect(figures(named, ["W04"])).toEqual(["W04"]);
  });
});

describe("what a footnote says of a figure that is read is told", () => {
  test.each(["为初步统计数", "为初步数", "：快报数"])("*%s", (said) => {
    expect(figures(rows("*", `*${said}`), ["C20", "C08"])).toEqual(READ);
    expect(told(rows("*", `*${said}`))).toEqual(["note data/preliminary-rows A4"]);
  });

  test.each(["口径调整，与上年不可比", "2025年起按新口径统计", "含民办园", "由区教委提供"])(
    "* %s",
    (said) => {
      expect(figures(rows("*", `* ${said}`), ["C20", "C08"])).toEqual(READ);
      expect(told(rows("*", `* ${said}`))).toEqual(["note data/explained-marks A4"]);
      const [found] = reading(rows("*", `* ${said}`)).issues.filter(
        ({ code }) => code === "data/explained-marks",
      );
      expect(found?.message).toContain(said);
    },
  );

  test("as remarks are", () => {
    expect(told(rows("†", "†应为93.2"))).toEqual(["warning data/doubting-remarks E2"]);
    expect(told(rows("†", "†不含民办园"))).toEqual(["warning data/partial-remarks E2"]);
  });

  test("a sign that nothing explains", () => {
    expect(told(rows("#"))).toEqual(["note data/unexplained-marks E2"]);
    expect(told(rows("（1）"))).toEqual(["error data/not-a-number E2"]);
  });
});

test("numbered notes that nothing points to speak of the table as ever", () => {
  expect(told(rows("", "注：（1）本表数据为全市数"))).toEqual(["warning data/other-table A4"]);
  expect(told(rows("", "注：1.数据由区教委提供。2.2025年数据为预计数。"))).toEqual([
    "warning data/noted-column E1",
  ]);
  const named: Rows = [
    [...HEAD, "2025年"],
    ["W04", "★孕产妇系统管理率①", "%", 94.88],
    ["注：★为约束性指标；①全市平均为96.5%。"],
  ];
  expect(told(named)).toEqual([]);
});
