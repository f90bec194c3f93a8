import { describe, expect, test } from "vitest";
import { figures, over, reading, told, type Rows } from "../layout.js";

const READ = ["note data/column-read-as D2", "note data/rows-by-place A3"];

describe("a table of bodies and the women in them", () => {
  test.each([
    ["项目", "总人数", "女性", "女性比例"],
    ["类别", "人数", "其中：女性人数", "占比（%）"],
    ["指标名称", "合计", "女", "女性占比"],
  ])("%s | %s | %s | %s: the share is what the plan asks of each", (...head) => {
    const rows = [
      ["2025年女性参与决策管理情况"],
      head,
      ["区人大代表", 320, 90, 28.13],
      ["政协委员", 240, 80, 33.33],
      ["市人大代表", 20, 9, 45],
    ];
    const found = reading(rows);
    expect(figures(rows, ["W22.1", "W23.1"])).toEqual(["W22.1 2025:28.13", "W23.1 2025:33.33"]);
    expect(told(rows)).toEqual(READ);
    expect(found.issues.map(({ message }) => message).join()).toContain(
      "A3“区人大代表”读作“区人大代表中女性比例”",
    );
    expect(found.dataset.series["W22.1"]?.[0]?.denominator?.value.toString()).toBe("320");
    const [sheet] = found.coverage();
    expect([sheet?.figures, sheet?.refused]).toEqual([10, []]);
  });

  test("for several years side by side", () => {
    const rows = [
      ["女性参与决策管理情况"],
      ["项目", "2024年", null, null, "2025年", null, null],
      [null, "总人数", "女性", "比例", "总人数", "女性", "比例"],
      ["区人大代表", 320, 89, 27.81, 320, 90, 28.13],
    ];
    const around = { merges: [over(2, 2, 4), over(2, 5, 7)] };
    expect(figures(rows, ["W22.1"], around)).toEqual(["W22.1 2024:27.81 2025:28.13"]);
  });

  test("whose title says that they are shares", () => {
    const rows = [["各类人员中女性比例（%）"], ["项目", "2024年", "2025年"], ["区人大代表", 27.81, 28.13]];
    expect(figures(rows, ["W22.1"])).toEqual(["W22.1 2024:27.81 2025:28.13"]);
  });

  test("of another place: not read, and told", () => {
    const rows = [
      ["2025年重庆市女性参与决策管理情况"],
      ["项目", "女性", "女性比例"],
      ["区人大代表", 90, 28.13],
    ];
    expect(figures(rows, ["W22.1"])).toEqual(["W22.1"]);
    expect(told(rows)).toContain("warning data/other-table A1");
  });
});

describe("insurances, and the women among those who have them", () => {
  const table = (unit: string, ...more: string[]): Rows => [
    ["2025年社会保险情况"],
    ["险种", `参保人数${unit}`, `其中：女性${unit}`, ...more],
    ["失业保险", 12.34, 5.67, ...more.map(() => 45.9)],
    ["工伤保险", 13.2, 5.4, ...more.map(() => 40.9)],
    ["城镇职工基本养老保险", 20.1, 9.4, ...more.map(() => 46.8)],
  ];

  test.each([["（万人）"], [""], ["（万人）", "女性占比（%）"]])(
    "%s: the women are read",
    (unit, ...more) => {
      expect(figures(table(unit, ...more), ["W35", "W36"])).toEqual(["W35 2025:5.67", "W36 2025:5.4"]);
      expect(told(table(unit, ...more))).toEqual(["note data/rows-by-place A3"]);
    },
  );

  test("counted otherwise than the plan does: told", () => {
    expect(figures(table("（人）"), ["W35"])).toEqual(["W35"]);
    expect(told(table("（人）"))).toContain("error data/stated-unit-scale C2");
  });
});
