import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { OTHER_DISTRICT, slip } from "./other-district.js";

function codes(text: string): string[] {
  const { plan, issues } = loadPlan("p.yaml", text);
  expect(plan === null).toBe(issues.length > 0);
  return issues.map(({ code }) => code);
}

/** The line of the one issue, trimmed: what the caret stands under is part of it. */
function lineOfOnly(text: string): string {
  const { issues } = loadPlan("p.yaml", text);
  expect(issues).toHaveLength(1);
  return (text.split("\n")[(issues[0]?.where?.line ?? 0) - 1] ?? "").trim();
}

const TARGET = "target: { text: ≥85, kind: atLeast, value: 85 }";
const retarget = (target: string) => slip(TARGET, `target: { ${target} }`);

describe("ids and numbers", () => {
  it.each([
    ["one id for two rows", slip("- id: LH2", "- id: LH1"), "plan/duplicate-id"],
    ["one id in different letter case", slip("- id: LH2", "- id: lh1"), "plan/duplicate-id"],
    ["one id for a row and a project", slip("- id: LH2", "- id: XM1"), "plan/duplicate-id"],
    ["a part called like a row", slip("id: LH3.1", "id: LH4"), "plan/duplicate-id"],
    ["rows out of order", slip("- id: LH2", "- id: LH9"), "plan/ids-out-of-order"],
    ["a missing row", slip("number: 4", "number: 5"), "plan/number-out-of-order"],
    [
      "a first row that is not 1",
      slip("number: 1\n    name: 残", "number: 2\n    name: 残"),
      "plan/number-out-of-order",
    ],
  ])("refuse %s", (_, text, code) => {
    expect(codes(text)).toContain(code);
  });

  it("take LH10 after LH3 and LH1b after LH1a as order, and one number for split rows", () => {
    const ten = slip("- id: LH4\n", "- id: LH10\n", slip("row: LH4 }", "row: LH10 }"));
    expect(codes(ten)).toEqual([]);
    const split = slip(
      "- id: LH2\n    number: 2",
      "- id: LH1b\n    number: 1",
      slip("- id: LH1\n", "- id: LH1a\n"),
    );
    expect(codes(slip("number: 4", "number: 3", slip("number: 3", "number: 2", split)))).toEqual([]);
  });

  it("refuse two indicators of one name: a workbook row would fit both", () => {
    expect(lineOfOnly(slip("name: 辅具适配率", "name: 康复 服务率"))).toBe("name: 康复 服务率");
  });
});

describe("links", () => {
  it.each([
    [
      "domain",
      slip(
        "decimals: 1\n    domain: A\n    nature: 约束性",
        "decimals: 1\n    domain: C\n    nature: 约束性",
      ),
    ],
    ["measure of a row", slip("measures: [R1.1]\n    projects", "measures: [R1.2]\n    projects")],
    ["project of a row", slip("projects: [XM1]", "projects: [XM2]")],
    ["measure of a project", slip("measures: [R1.1]\nchapters", "measures: [R2.1]\nchapters")],
    ["compared row", retarget("text: 不低于男性比例, kind: relativeTo, row: LH9")],
  ])("to a %s that does not exist is an error", (_, text) => {
    expect(codes(text)).toEqual(["plan/unresolved-link"]);
  });

  it("suggest the nearest id", () => {
    const [issue] = loadPlan("p.yaml", slip("projects: [XM1]", "projects: [XN1]")).issues;
    expect(issue?.hint).toContain("“XM1”");
  });

  it("a comparison needs a row with a figure of its own", () => {
    expect(codes(retarget("text: 不低于男性比例, kind: relativeTo, row: LH3"))).toEqual([
      "plan/comparator-without-figure",
    ]);
    expect(codes(retarget("text: 不低于男性比例, kind: relativeTo, row: LH1"))).toEqual([
      "plan/comparator-without-figure",
    ]);
    expect(codes(retarget("text: 不低于男性比例, kind: relativeTo, row: LH2"))).toEqual([]);
  });

  it("a row of the public edition is compared with none that stands in no such edition", () => {
    const compared = retarget("text: 不低于男性比例, kind: relativeTo, row: LH2");
    const hidden = compared.replace(/(id: LH2\n)/u, "$1    internal: true\n");
    expect(hidden).not.toBe(compared);
    expect(codes(hidden)).toEqual(["plan/comparator-internal"]);
  });

  it("a series is used by the row it names", () => {
    expect(codes(slip("row: LH4 }", "row: LH1 }"))).toEqual(["plan/unused-series"]);
  });

  it("a domain without rows would be an empty chapter", () => {
    expect(codes(slip("{ id: B, name: 就业 }", "{ id: B, name: 就业 }\n  - { id: C, name: 教育 }"))).toEqual([
      "plan/empty-domain",
    ]);
  });
});

describe("targets", () => {
  it.each([
    "text: 有所改善, kind: increase",
    "text: 达到全省平均水平, kind: atLeast, value: 85",
    "text: 每百人不少于85人, kind: atLeast, value: 85",
  ])("a wording that no kind knows is asked about and counted as the plan says: %s", (target) => {
    const { plan, issues } = loadPlan("p.yaml", retarget(target));
    expect(issues).toMatchObject([{ code: "plan/wording-unknown", severity: "warning" }]);
    expect(plan).not.toBeNull();
  });

  it.each([
    ["text: ≥85, kind: below, value: 85", "plan/wording-disagrees"],
    ["text: ≥85, kind: atLeast, value: 58", "plan/wording-disagrees"],
    ["text: 每百人不少于90人, kind: atLeast, value: 85", "plan/wording-disagrees"],
    ["text: 达到85‰以上, kind: atLeast, value: 85", "plan/wording-unit"],
    ["text: 达到85人以上, kind: atLeast, value: 85", "plan/wording-unit"],
    ["text: ＞100, kind: above, value: 100", "plan/unreachable-target"],
    ["text: ＜0, kind: below, value: 0", "plan/unreachable-target"],
    ["text: ≥850, kind: atLeast, value: 850", "plan/unreachable-target"],
    ["text: 110左右, kind: around, value: 110", "plan/unreachable-target"],
    ["text: ≤100, kind: atMost, value: 100", "plan/empty-target"],
    ["text: ≥0, kind: atLeast, value: 0", "plan/empty-target"],
    ["text: 趋于平衡, kind: balance, low: 60, high: 40", "plan/band-upside-down"],
    ["text: ≥85.25, kind: atLeast, value: 85.25", "plan/too-few-decimals"],
    ["text: 85左右, kind: around, value: 85, tolerance: -1", "plan/negative-tolerance"],
  ])("refuse %s: %s", (target, code) => {
    expect(codes(retarget(target))).toEqual([code]);
  });

  it.each([
    "text: ＜100, kind: below, value: 100",
    "text: ＞0, kind: above, value: 0",
    "text: ≤0, kind: atMost, value: 0",
    "text: '100', kind: atLeast, value: 100",
    "text: 98左右, kind: around, value: 98",
  ])("take %s, at the edge of what is possible", (target) => {
    expect(codes(retarget(target))).toEqual([]);
  });

  it("let a rate that may pass 100 ask for more than 100", () => {
    const open = slip(
      "decimals: 1\n    domain: A\n    nature: 约束性",
      "decimals: 1\n    range: { max: null }\n    domain: A\n    nature: 约束性",
    );
    expect(codes(slip(TARGET, "target: { text: ＞100, kind: above, value: 100 }", open))).toEqual([]);
  });

  it("say how the wording reads", () => {
    const [issue] = loadPlan("p.yaml", retarget("text: ≥85, kind: below, value: 85")).issues;
    expect(issue?.hint).toContain("不低于目标值");
  });
});

describe("baselines", () => {
  it("are possible values from before the plan", () => {
    expect(codes(slip("value: 62.5", "value: 162.5"))).toEqual(["plan/baseline-out-of-range"]);
    expect(codes(slip("year: 2015, clause", "year: 2016, clause"))).toEqual(["plan/baseline-too-late"]);
  });

  it("are joined by ends of the plan before, of which the same is asked", () => {
    const end = (previous: string) =>
      loadPlan(
        "p.yaml",
        slip("aliases: [康复服务率]", `previous: { ${previous}, source: 终期评估 }`),
      ).issues.map(({ code, message }) => `${code} ${message}`);
    expect(end("value: 60.5, year: 2015")).toEqual([]);
    expect(end("value: 160, year: 2015")).toEqual([
      "plan/baseline-out-of-range 上一规划期末数超出指标的取值范围",
    ]);
    expect(end("value: 60, year: 2016")).toEqual([
      "plan/baseline-too-late 上一规划期末数的年份2016在规划期内",
    ]);
  });

  it("can be shown with the row's digits", () => {
    expect(codes(slip("value: 62.5", "value: 62.55"))).toEqual(["plan/too-few-decimals"]);
  });
});

describe("plausible figures", () => {
  const FIRST = "decimals: 1\n    domain: A\n    nature: 约束性";
  const within = (limits: string) => slip(FIRST, FIRST.replace("\n", `\n    plausible: ${limits}\n`));

  it("hold the target and the baseline, at their edges too", () => {
    expect(codes(within("[62.5, 85]"))).toEqual([]);
    expect(codes(within("[0, 85]"))).toEqual([]);
  });

  it.each([
    ["limits that the target exceeds", "[50, 84.9]", "plan/plausible-too-narrow"],
    ["limits that the baseline falls short of", "[62.6, 100]", "plan/plausible-too-narrow"],
    ["limits upside down", "[100, 50]", "plan/plausible-upside-down"],
    ["limits that are one", "[85, 85]", "plan/plausible-upside-down"],
    ["one limit", "[50]", "plan/out-of-limits"],
    ["three limits", "[50, 85, 100]", "plan/out-of-limits"],
    ["a limit in words", "[50, 一百]", "plan/wrong-type"],
    ["a number in place of limits", "50", "plan/wrong-type"],
  ])("refuse %s", (_, limits, code) => {
    expect(codes(within(limits))).toEqual([code]);
    expect(lineOfOnly(within(limits))).toBe(`plausible: ${limits}`);
  });

  it("are told once of a row and the parts that take its limits over", () => {
    const compound = "name: 城乡就业残疾人中女性比例\n";
    expect(codes(slip(compound, `${compound}    plausible: [90, 10]\n`))).toEqual([
      "plan/plausible-upside-down",
    ]);
  });
});

describe("settings", () => {
  it.each([
    ["a period that runs backward", slip("start: 2016", "start: 2026"), "plan/period-order"],
    ["a baseline inside the period", slip("baseline: 2015 }", "baseline: 2016 }"), "plan/period-order"],
    ["cuts in the wrong order", slip("slow: 0.5", "slow: 0.95"), "plan/pace-order"],
    ["a cut above 1", slip("onTrack: 0.9", "onTrack: 1.1"), "plan/pace-order"],
    ["a negative tolerance", slip("tolerance: 3", "tolerance: -3"), "plan/negative-tolerance"],
    ["reporters joined in one name", slip("units: [区残联]", "units: [区残联、区教委]"), "plan/joined-units"],
    [
      "reporters confirmed without a name",
      slip("    projects: [XM1]\n", "    projects: [XM1]\n    units: { names: [], confirmed: true }\n"),
      "plan/confirmed-nobody",
    ],
    [
      "a compound row of one part",
      slip("      - { id: LH3.2, name: 农村就业残疾人中女性比例, decimals: 2 }\n", ""),
      "plan/single-part",
    ],
  ])("refuse %s", (_, text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it("blame a negative tolerance once, where it is written", () => {
    expect(lineOfOnly(slip("tolerance: 3", "tolerance: -3", OTHER_DISTRICT))).toBe("tolerance: -3");
  });
});

const TOPICS = `topics:
  - { name: 康复服务, rows: [LH1, LH2] }
  - { name: 残疾人就业, subject: 残疾人就业水平, verb: 提升, rows: [LH3, LH4] }
rows:
`;
/** The plan with topics, one piece of them replaced. */
const topics = (from = "rows: [LH3, LH4]", to = from) =>
  slip("rows:\n  - id: LH1\n", `${slip(from, to, TOPICS)}  - id: LH1\n`);

describe("topics", () => {
  it("may be left out, and may leave out what they call what got better", () => {
    expect(codes(OTHER_DISTRICT)).toEqual([]);
    expect(loadPlan("p.yaml", topics()).plan?.topics).toEqual([
      { name: "康复服务", subject: "康复服务", verb: "改善", rows: ["LH1", "LH2"] },
      { name: "残疾人就业", subject: "残疾人就业水平", verb: "提升", rows: ["LH3", "LH4"] },
    ]);
  });

  it.each([
    ["a row in none", topics("rows: [LH1, LH2]", "rows: [LH1]"), "- id: LH2"],
    ["a row in two", topics("rows: [LH3, LH4]", "rows: [LH3, LH4, LH3]"), "rows: [LH3, LH4, LH3] }"],
    ["a row that does not exist", topics("rows: [LH1, LH2]", "rows: [LH1, LH2, LH9]"), "LH9"],
  ])("tell the line of %s", (_, text, line) => {
    expect(lineOfOnly(text)).toContain(line);
  });

  it.each([
    ["a row in none", topics("rows: [LH1, LH2]", "rows: [LH1]"), "plan/row-without-topic"],
    ["a row in two", topics("[LH3, LH4]", "[LH3, LH4, LH1]"), "plan/row-in-two-topics"],
    ["rows of two domains", topics("[LH3, LH4]", "[LH3, LH4, LH1]"), "plan/topic-of-two-domains"],
    ["a row that does not exist", topics("[LH1, LH2]", "[LH1, LH2, LH9]"), "plan/unresolved-link"],
    ["two of one name", topics("残疾人就业, subject", "康复服务, subject"), "plan/topic-clash"],
    [
      "more rows than a paragraph holds",
      topics("[LH3, LH4]", "[LH3, LH4, LH3, LH3, LH3, LH3, LH3]"),
      "plan/long-topic",
    ],
  ])("refuse %s", (_, text, code) => {
    expect(codes(text)).toContain(code);
  });

  it("want a verdict whose steps go down to 0", () => {
    const steps = (froms: readonly number[]) =>
      slip(
        "  smallNumbers: 5\n",
        `  smallNumbers: 5\n  verdict: [${froms.map((from) => `{ from: ${from}, words: 好, atEnd: 好 }`).join(", ")}]\n`,
      );
    expect(codes(steps([70, 0]))).toEqual([]);
    expect(codes(steps([70, 10]))).toEqual(["plan/verdict-order"]);
    expect(codes(steps([70, 80, 0]))).toEqual(["plan/verdict-order"]);
  });
});
