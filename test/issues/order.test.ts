import { expect, it } from "vitest";
import { CONSEQUENCE_OF, CONSEQUENCES } from "../../src/issues/consequences.js";
import { issue, type Issue } from "../../src/issues/issue.js";
import { gravestFirst } from "../../src/issues/order.js";
import { ISSUES, type IssueCode } from "../../src/issues/table.js";
import { prettyIssues } from "../../src/show/show-issues.js";
import { excerptOf } from "../../src/show/issue-excerpt.js";

const at = (cell: string) => ({ file: "监测数据.xlsx", sheet: "指标数据", cell });
const typed = { name: "甲", years: [2025], display: "9", unit: "%" };

const wrong = issue("data/magnitude", at("H99"), {
  ...typed,
  times: "10",
  right: "90",
  outside: null,
  share: false,
});
const unread = issue("data/not-a-number", at("B2"), { shown: "约九成", unit: "" });
const file = issue("workbook/damaged", { file: "乙.xlsx" }, { detail: "不完整" });
const doubted = issue("data/implausible", at("H98"), { ...typed, low: "80", high: "100" });
const spelling = issue("data/reason-beside-figure", at("B1"), { shown: "9", reason: "未开展" });
const nameless = issue("data/nameless-rows", at("A9"), { rows: [9] });
const read = issue("data/ratio-per-hundred", at("A1"), { ...typed, read: "90" });

it("tells a wrong figure before one that was not read, and that before a spelling, wherever they stand", () => {
  const found = [read, spelling, unread, nameless, file, doubted, wrong];
  expect(gravestFirst(found)).toEqual([wrong, file, unread, doubted, nameless, spelling, read]);
});

it("keeps the order of places among findings of one consequence", () => {
  const cells = ["B9", "A1", "C3"].map((cell) =>
    issue("data/not-a-number", at(cell), { shown: cell, unit: "" }),
  );
  expect(gravestFirst(cells)).toEqual(cells);
});

it("goes by the severity a plan has set", () => {
  const raised: Issue = { ...nameless, severity: "error" };
  expect(gravestFirst([doubted, raised])).toEqual([raised, doubted]);
});

it("is the order of what is printed, and of what is left when not all is shown", () => {
  const found = [spelling, nameless, doubted];
  const text = prettyIssues(found, false);
  expect(text.indexOf(doubted.message)).toBeLessThan(text.indexOf(nameless.message));
  expect(text.indexOf(nameless.message)).toBeLessThan(text.indexOf(spelling.message));
  expect(excerptOf(found, 1).shown).toEqual([doubted]);
});

it("calls no finding a remark that keeps a figure out, and none without effect an error of figures", () => {
  const codes = Object.keys(ISSUES) as IssueCode[];
  const remarks = codes.filter((code) => CONSEQUENCE_OF[code] === "remark");
  const stopping = remarks.filter((code) => ISSUES[code].severity === "error");
  // What is excused wrongly is excused nowhere: the figure stands, and is told by its own finding.
  expect(stopping).toEqual(["data/silence-code"]);
  expect(new Set(codes.map((code) => CONSEQUENCE_OF[code]))).toEqual(new Set(CONSEQUENCES));
});
