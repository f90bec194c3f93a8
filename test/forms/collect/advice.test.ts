import { describe, expect, test } from "vitest";
import { adviceFor, questionFor } from "../../../src/forms/collect/advice.js";
import { issue } from "../../../src/issues/issue.js";

const at = { file: "填报表2025_区教委.xlsx", sheet: "年度填报", cell: "H6" };

describe("what a form that goes back says", () => {
  test("is addressed to who reads it, and leaves out what only the bureau can do", () => {
    const other = issue("ledger/other-year", { file: at.file }, { of: 2024, year: 2025 });
    expect(adviceFor(other)).toBe("请用2025年度的表重报");
    const copied = issue("data/year-copied", at, { year: 2025, count: 8 });
    expect(adviceFor(copied)).toBe("请核实；确实没有变化的，请在备注中说明");
    const hint = "镇街有调整的，请在规划文件的 sites 中改，改后计入";
    expect(adviceFor({ code: "data/units-unknown", hint })).not.toContain("sites");
  });

  test("says that a figure is right in 备注, where the bureau would note it in a file", () => {
    const hint = "没有数据时不填0：请填“—”或留空；确实是0的，写进 manifest.yaml 的 silences";
    expect(adviceFor({ code: "data/site-slip", hint })).toBe(
      "没有数据时不填0：请填“—”或留空；属实的请在备注中写明原因",
    );
  });

  test("names cells of its own by the sheet, and another's with the file", () => {
    const cell = (file: string) => `${file}“年度填报”H6`;
    const message = `C11 2025年有两个不同的数：${cell(at.file)}为52.4，${cell("区体育局.xlsx")}为55.1`;
    expect(questionFor({ message, where: at })).toBe(
      "C11 2025年有两个不同的数：“年度填报”H6为52.4，区体育局.xlsx“年度填报”H6为55.1",
    );
  });
});
