import { describe, expect, it } from "vitest";
import { numberFormat } from "../../../src/workbook/read/number-format.js";

describe("numberFormat", () => {
  const cases: readonly [code: string, kind: string][] = [
    ["General", "plain"],
    ["", "plain"],
    ["0.00", "plain"],
    ["[Red]0.00", "plain"],
    ['0.00"亩"', "plain"],
    ['0"days"', "plain"],
    ["0\\d", "plain"],
    ["[$¥-804]#,##0.00", "plain"],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "plain"],
    ["0.00E+00", "plain"],
    ["@", "plain"],
    ['0"%"', "plain"],
    ["0.00%", "percent"],
    ["[Blue]0.0%;[Red]-0.0%", "percent"],
    ["yyyy/m/d", "date"],
    ["[$-804]yyyy年m月d日;@", "date"],
    ["YYYY-MM-DD HH:MM:SS", "date"],
    ["mmm", "date"],
    ["[DBNum1][$-804]m月d日", "date"],
    ["h:mm", "time"],
    ["[h]:mm:ss", "time"],
    ["上午/下午h时mm分", "time"],
    ["mm:ss.0", "time"],
  ];
  it.each(cases)("%s is %s", (code, kind) => {
    expect(numberFormat(code).kind).toBe(kind);
  });

  it("takes its time over no code, however long and broken", () => {
    expect(numberFormat("[".repeat(100_000)).kind).toBe("plain");
    expect(numberFormat(`0.${"0".repeat(100_000)}%`).decimals).toEqual({ min: 30, max: 30 });
  });
});
