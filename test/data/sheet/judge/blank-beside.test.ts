import { describe, expect, test } from "vitest";
import { figures, HEAD, over, reading, told, W01, W04, C08, type Rows } from "../layout.js";

const TOLD = "warning data/blank-beside";

describe("a blank column beside another figure of its year", () => {
  test.each(["2025年预计", "2025年快报", "2025年初步数", "2025年1—9月"])("%s: told once", (heading) => {
    const rows = [
      [...HEAD, "2024年", "2025年", heading],
      [...W04, 94.52, null, 94.9],
      [...W01, 66.15, null, 68],
      [...C08, 95, 95.5, 95.6],
    ];
    expect(figures(rows, ["W04", "C08"])).toEqual(["W04 2024:94.52", "C08 2024:95 2025:95.5"]);
    expect(told(rows)).toEqual([`${TOLD} E1`]);
    const [found] = reading(rows).issues.filter(({ code }) => code === "data/blank-beside");
    expect(found?.message).toContain(`E列“2025年”空着的2行（第2—3行）在F列“${heading}”有数`);
  });

  test("the whole of it, and of a form's 本年数", () => {
    const form = [["2025年度监测表"], [...HEAD, "本年数", "本年预计数"], [...W04, null, 94.9]];
    expect(figures(form, ["W04"])).toEqual(["W04"]);
    expect(told(form)).toContain(`${TOLD} D2`);
  });

  test("targets of a year that is not told to be over are no news", () => {
    const rows = (title: string): Rows => [
      [title],
      [...HEAD, "2024年", "2025年", "2025年计划"],
      [...W04, 94.52, null, 95],
    ];
    expect(told(rows("监测表"))).toEqual([]);
    expect(told(rows("2025年监测表"))).toEqual([`${TOLD} E2`]);
  });

  test("规划目标 is no figure of the form's year, 本年计划 is", () => {
    const form = (heading: string): Rows => [
      ["2025年度监测表"],
      [...HEAD, heading, "本年数"],
      [...W04, 94, null],
    ];
    expect(told(form("规划目标"))).toEqual([]);
    expect(told(form("本年计划"))).toEqual([`${TOLD} E2`]);
  });

  test.each([
    ["a dash says that there is none", [...W04, 94.52, "—", 94.9]],
    ["nothing stands beside it", [...W04, 94.52, null, null]],
  ])("%s", (_, row) => {
    expect(told([[...HEAD, "2024年", "2025年", "2025年预计"], row])).toEqual([]);
  });

  test("beneath one banner the figures are read where they stand", () => {
    const rows = [
      [...HEAD, "2025年", null],
      [null, null, null, null, "实际"],
      [...W04, null, 94.88],
      [...W01, null, 68],
    ];
    expect(figures(rows, ["W04"], { merges: [over(1, 4, 5)] })).toEqual(["W04 2025:94.88"]);
  });

  test("of two columns that stand alike the filled one is read; in rows where it is blank, told", () => {
    const head = [...HEAD, "2025年", "2025年实际"];
    expect(figures([head, [...W04, null, 94.88]], ["W04"])).toEqual(["W04 2025:94.88"]);
    const both = [head, [...W04, null, 94.88], [...W01, 68, 68]];
    expect(figures(both, ["W04", "W01"])).toEqual(["W04", "W01 2025:68"]);
    expect(told(both)).toEqual([`${TOLD} D1`]);
  });
});
