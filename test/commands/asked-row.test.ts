import { describe, expect, it } from "vitest";
import { askedRow } from "../../src/commands/asked-row.js";
import { ReportError } from "../../src/issues/error.js";
import { children, women } from "../report/plans.js";

const plans = [women, children];
const ids = (text: string) => {
  const { row, part } = askedRow(text, plans);
  return part ?? row.id;
};

function refusal(text: string): ReportError {
  try {
    askedRow(text, plans);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error(`${text} was found`);
}

describe("the row a person asks for", () => {
  it.each([
    ["W03", "W03"],
    ["W3", "W03"],
    ["w03", "W03"],
    ["Ｗ０３", "W03"],
    ["w5A", "W05a"],
    ["W22", "W22"],
    ["W22.1", "W22.1"],
    ["W30r", "W30"],
    ["孕产妇死亡率", "W03"],
    ["孕产妇死亡率（1/10万）", "W03"],
    ["孕产妇死亡比", "W03"],
    ["46", "W46"],
    ["龋患", "C14"],
  ])("%s is %s", (text, id) => {
    expect(ids(text)).toBe(id);
  });

  it.each([
    ["W99", /W\d\d/u],
    ["孕产妇死亡卒", /“孕产妇死亡率”/u],
  ])("refuses %s with the nearest match", (text, nearest) => {
    const { exitCode, hint } = refusal(text);
    expect(exitCode).toBe(2);
    expect(hint).toMatch(nearest);
  });

  it.each([
    ["3", ["W03", "C03"]],
    ["W05", ["W05a", "W05b"]],
    ["近视", ["C10b", "C10c", "C10d"]],
  ])("lists what %s may mean", (text, meant) => {
    const { exitCode, hint } = refusal(text);
    expect(exitCode).toBe(2);
    for (const id of meant) expect(hint).toContain(id);
  });

  it("is found in the plans asked for only", () => {
    expect(askedRow("3", [children]).row.id).toBe("C03");
  });
});
