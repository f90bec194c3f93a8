import { expect, test } from "vitest";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import type { Severities } from "../../../src/plan/plan.js";
import { book, children, sheet, women } from "../book.js";

const HEAD = ["编号", "2020年", "2024年"];
const files = [book("a.xlsx", sheet("数据", [HEAD, ["W04", 93.5, "…"], ["C04", 4.8, "…"]]))];

function severities(ofWomen: Severities, ofChildren: Severities = {}): string[] {
  const plans = [
    { ...women, method: { ...women.method, severities: ofWomen } },
    { ...children, method: { ...children.method, severities: ofChildren } },
  ];
  return datasetOf(files, NO_MANIFEST, plans).issues.map(
    ({ code, severity, where }) => `${code.replace("data/", "")} ${where?.cell} ${severity}`,
  );
}

test("a check is as grave as the plan of its row says", () => {
  expect(severities({})).toContain("baseline-differs B2 warning");
  expect(severities({ "data/baseline-differs": "note" })).toEqual(
    expect.arrayContaining(["baseline-differs B2 note", "baseline-differs B3 warning"]),
  );
  expect(severities({ "data/baseline-differs": "error" })).toContain("baseline-differs B2 error");
});

test("what the reader tells of a shared workbook is as grave as the strictest plan says", () => {
  expect(severities({ "data/below-unit": "note" })).toContain("below-unit C2 warning");
  expect(severities({ "data/below-unit": "note" }, { "data/below-unit": "note" })).toContain(
    "below-unit C2 note",
  );
});
