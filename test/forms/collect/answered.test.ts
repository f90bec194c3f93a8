import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../../src/data/catalogue.js";
import { withAnswers } from "../../../src/forms/collect/answered.js";
import { issue, type Issue } from "../../../src/issues/issue.js";
import { book, plans, sheet } from "../../data/book.js";

const at = (cell: string) => ({ file: "卫健.xlsx", sheet: "年度填报", cell });

function heard(found: Issue, ...remarks: (string | null)[]) {
  const rows = remarks.map((remark, index) => [["W05a", "W05b"][index] ?? "", 50, 70, remark]);
  const head = ["编号", "上年数", "本年数", "备注"];
  const content = book("卫健.xlsx", sheet("年度填报", [["2025年度监测填报表"], head, ...rows]));
  const { issues, answered } = withAnswers([found], { content, formYear: 2025 }, catalogueOf(plans));
  return { told: issues[0], isAnswered: answered.size > 0 };
}

const jump = issue("data/jump", at("C3"), { name: "甲", year: 2025, before: "50", now: "70", how: 6 });

describe("a doubt that 备注 answers", () => {
  test("is told to the bureau with the answer, and what it may do with it", () => {
    const { told, isAnswered } = heard(jump, "已核实：新增筛查车3台");
    expect(isAnswered).toBe(true);
    expect(told?.message).toContain("备注说“已核实：新增筛查车3台”");
    expect(told?.hint).toContain("silences");
  });

  test.each<[string, Issue, (string | null)[]]>([
    ["a remark about something else", jump, ["数据来自妇幼年报"]],
    ["no remark", jump, [null]],
    ["a figure that is refused", issue("data/negative", at("C3"), { shown: "-2" }), ["已核实"]],
    ["one cell of several", { ...jump, cells: [at("C3"), at("C4")] }, ["已核实", null]],
  ])("is none for %s", (_why, found, remarks) => {
    expect(heard(found, ...remarks)).toEqual({ told: found, isAnswered: false });
  });

  test("is one where every cell has it", () => {
    const several = { ...jump, cells: [at("C3"), at("C4")] };
    expect(heard(several, "已核实", "确无变化，已核实").isAnswered).toBe(true);
  });

  test("is heard beside a town, too", () => {
    const head = ["编号", "年份", "分组", "组别", "本年数", "备注"];
    const row = ["C07", 2025, "镇街", "青峰镇", 9.9, "已核实，确为9.9"];
    const content = book("卫健.xlsx", sheet("分镇街填报", [["2025年度监测填报表"], head, row]));
    const where = { file: "卫健.xlsx", sheet: "分镇街填报", cell: "E3" };
    const found = { ...jump, where };
    const { answered } = withAnswers([found], { content, formYear: 2025 }, catalogueOf(plans));
    expect(answered.size).toBe(1);
  });
});
