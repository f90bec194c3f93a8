import { describe, expect, it } from "vitest";
import { githubIssues } from "../../src/show/github-issues.js";
import { issue, type Issue } from "../../src/issues/issue.js";

const base: Issue = { ...issue("data/negative", null, { shown: "-2" }), message: "有误", hint: "" };

describe("workflow commands of GitHub", () => {
  it("point to file, line and column, and name cells in words", () => {
    const text = githubIssues(
      [
        { ...base, where: { file: "plans/women.yaml", line: 12, column: 7 }, hint: "请改正" },
        { ...base, severity: "warning", where: { file: "data/a.xlsx", sheet: "数据", cell: "F7" } },
        { ...base, severity: "note", where: null },
      ],
      [],
    );
    expect(text.split("\n")).toEqual([
      "::error file=plans/women.yaml,line=12,col=7,title=data/negative::有误（请改正）",
      "::warning file=data/a.xlsx,title=data/negative::“数据”F7：有误",
      "::notice title=data/negative::有误",
      "",
    ]);
  });

  it("cannot be broken off or forged by what stands in a name or a cell", () => {
    const text = githubIssues(
      [{ ...base, message: "100%\r\n::error::假", where: { file: "a,b:c%\n.xlsx" } }],
      [],
    );
    expect(text).toBe("::error file=a%2Cb%3Ac%25%0A.xlsx,title=data/negative::100%25%0D%0A::error::假\n");
  });

  it("say how many are left out", () => {
    expect(githubIssues([], [{ file: "a.xlsx", count: 492 }])).toMatch(/^::notice::.*492.*a\.xlsx/u);
  });
});
