import { describe, expect, test } from "vitest";
import { answerTo, withAnswers } from "../../../src/forms/collect/answered.js";
import { issue, type Issue } from "../../../src/issues/issue.js";
import { line } from "../../data/ledger/lines.js";

const at = (cell: string) => ({ file: "卫健.xlsx", sheet: "年度填报", cell });
const entries = (...remarks: string[]) =>
  remarks.map((remark, row) => line(70, { remark, source: at(`H${row + 4}`) }));
const jump = issue("data/jump", at("H4"), { name: "甲", year: 2025, before: "50", now: "70", how: 6 });

describe("a doubt that 备注 answers", () => {
  test("is told to the bureau with the answer, and what it may do with it", () => {
    const [told] = withAnswers([jump], { entries: entries("已核实：新增筛查车3台") });
    expect(told?.message).toContain("备注说“已核实：新增筛查车3台”");
    expect(told?.hint).toContain("silences");
  });

  test.each<[string, Issue, string[]]>([
    ["a remark about something else", jump, ["数据来自妇幼年报"]],
    ["no remark", jump, [""]],
    ["a figure that is refused", issue("data/negative", at("H4"), { shown: "-2" }), ["已核实"]],
    ["one cell of several", { ...jump, cells: [at("H4"), at("H5")] }, ["已核实", ""]],
  ])("is none for %s", (_why, found, remarks) => {
    expect(answerTo(found, { entries: entries(...remarks) })).toBeNull();
  });

  test("is one where every cell has it", () => {
    const several = { ...jump, cells: [at("H4"), at("H5")] };
    expect(answerTo(several, { entries: entries("已核实", "确无变化，已核实") })).toBe("已核实");
  });
});
