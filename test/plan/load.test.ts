import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { OTHER_DISTRICT, slip } from "./other-district.js";

/** "code@line:column" of every issue, in the order they are reported. */
function found(text: string): string[] {
  return loadPlan("p.yaml", text).issues.map(
    ({ code, where }) => `${code}@${where?.line ?? "?"}:${where?.column ?? "?"}`,
  );
}

describe("a plan of another district", () => {
  it("loads without code: other prefixes, period, domains and method", () => {
    const { plan, issues } = loadPlan("p.yaml", OTHER_DISTRICT);
    expect(issues).toEqual([]);
    expect(plan).toMatchObject({
      id: "disabled",
      file: "p.yaml",
      period: { start: 2016, end: 2025, baseline: 2015 },
      method: { rounding: "halfEven", smallNumbers: 5 },
    });
    expect(plan?.rows.map(({ id, nature }) => [id, nature])).toEqual([
      ["LH1", "binding"],
      ["LH2", "anticipated"],
      ["LH3", "anticipated"],
      ["LH4", "anticipated"],
    ]);
  });

  it("fills in what the file leaves out", () => {
    const rows = loadPlan("p.yaml", OTHER_DISTRICT).plan?.rows ?? [];
    expect(rows[1]?.target).toMatchObject({ kind: "around", above: "met" });
    expect(rows[1]?.target).toHaveProperty(
      "tolerance",
      rows[3]?.target.kind === "matches" ? rows[3].target.tolerance : 0,
    );
    expect(rows[1]).toMatchObject({ baseline: null, aliases: [], notes: [], parts: [], flatIsNormal: false });
    expect(rows[1]?.reporters).toEqual({ names: [], confirmed: false });
    expect(rows[1]?.range.min.toString()).toBe("0");
    expect(rows[1]?.range.max?.toString()).toBe("100");
  });

  it("lets parts follow their row unless they say otherwise", () => {
    const parts = loadPlan("p.yaml", OTHER_DISTRICT).plan?.rows[2]?.parts ?? [];
    expect(parts.map(({ id, unit, decimals, target }) => [id, unit, decimals, target.kind])).toEqual([
      ["LH3.1", "%", 1, "increase"],
      ["LH3.2", "%", 2, "increase"],
    ]);
  });

  it("reads figures exactly, as they are written", () => {
    const text = slip("value: 85 }", "value: 0.1 }", slip("text: ≥85", "text: ≥0.1"));
    const target = loadPlan("p.yaml", text).plan?.rows[0]?.target;
    expect(target?.kind === "atLeast" && target.value.times(3).toString()).toBe("0.3");
  });
});

describe("errors in a plan file", () => {
  it("point at the key, name what was meant, and show the line with the caret under it", () => {
    const { plan, issues } = loadPlan("p.yaml", slip("    name: 辅具适配率", "    nane: 辅具适配率"));
    expect(plan).toBeNull();
    expect(issues.map(({ code }) => code).sort()).toEqual(["plan/missing-key", "plan/unknown-key"]);
    const unknown = issues.find(({ code }) => code === "plan/unknown-key");
    expect(unknown?.where).toEqual({ file: "p.yaml", line: 32, column: 5 });
    expect(unknown?.hint).toContain("name");
    expect(unknown?.frame).toBe(
      [
        "  30 │   - id: LH2",
        "  31 │     number: 2",
        "> 32 │     nane: 辅具适配率",
        "     │     ^",
        '  33 │     unit: "%"',
      ].join("\n"),
    );
  });

  it("align the caret behind Chinese text", () => {
    const text = slip(
      "{ id: LH3.1, name: 城镇就业残疾人中女性比例 }",
      "{ id: LH3.1, name: 城镇就业残疾人中女性比例, uint: 人 }",
    );
    const [issue] = loadPlan("p.yaml", text).issues;
    const lines = issue?.frame.split("\n") ?? [];
    expect(issue?.code).toBe("plan/unknown-key");
    // 12 Chinese characters stand before the key, so the caret is 12 columns further right than the index.
    expect(lines[3]?.indexOf("^")).toBe((lines[2]?.indexOf("uint") ?? 0) + 12);
  });

  it("are all reported at once, in the order of the file, also past a broken entry", () => {
    let text = slip("tolerance: 3", 'tolerance: "3"');
    text = slip("    nature: 约束性\n", "    nature: 约束\n", text);
    text = slip("projects: [XM1]", "projects: [XM9]", text);
    text = slip("text: 80左右", "text: ＜80", text);
    text = slip("series: LH4r }", "series: LH4 }", text);
    text = slip("id: R1.1, number: 1", "id: R1.1, number: 2", text);
    expect(found(text)).toEqual([
      "plan/wrong-type@11:14",
      "plan/not-a-choice@24:13",
      "plan/unresolved-link@29:16",
      "plan/wording-disagrees@37:13",
      "plan/unresolved-link@56:56",
      "plan/unused-series@58:60",
      "plan/number-out-of-order@71:29",
    ]);
  });

  it("do not blame links to an entry that is itself refused", () => {
    expect(found(slip("    title: 提高康复服务水平\n", ""))).toEqual(["plan/missing-key@68:5"]);
  });

  it.each([
    ["region", slip("region: 临湖区\n", ""), "缺少“region”（地区名称：永川区、全国）"],
    ["value", slip(", value: 85 }", " }"), "缺少“value”（目标值）"],
    ["title", slip("    title: 提高康复服务水平\n", ""), "缺少“title”（"],
  ])("say what a missing key is for: %s", (_, text, message) => {
    const told = loadPlan("p.yaml", text).issues.map((issue) => issue.message);
    expect(told).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["a missing key", slip("region: 临湖区\n", ""), "plan/missing-key"],
    ["a key without a value", slip("region: 临湖区", "region:"), "plan/empty-value"],
    ["an empty text", slip("region: 临湖区", 'region: ""'), "plan/empty-value"],
    ["an empty list", slip("    units: [区残联]", "    units: []"), "plan/empty-value"],
    ["a number in quotes", slip("value: 85 }", 'value: "85" }'), "plan/wrong-type"],
    ["a wording left as a bare number", slip("text: ≥85", "text: 85"), "plan/wrong-type"],
    ["a fraction of a decimal place", slip("decimals: 2 }", "decimals: 1.5 }"), "plan/wrong-type"],
    [
      "a mapping where a list belongs",
      slip("aliases: [康复服务率]", "aliases: { a: 康复服务率 }"),
      "plan/wrong-type",
    ],
    ["too many digits", slip("decimals: 2 }", "decimals: 9 }"), "plan/out-of-limits"],
    ["an id in Chinese", slip("id: XM1", "id: 项目1"), "plan/bad-format"],
    ["a date in figures", slip("date: 2016年3月1日", "date: 2016-03-01"), "plan/bad-format"],
    ["an unknown nature", slip("nature: 约束性", "nature: binding"), "plan/not-a-choice"],
    ["an unknown kind", slip("kind: atLeast", "kind: atleast"), "plan/not-a-choice"],
    ["a target without a kind", slip("kind: atLeast, ", ""), "plan/missing-key"],
    ["a key of another kind", slip("kind: increase }", "kind: increase, value: 3 }"), "plan/unknown-key"],
    ["an infinite figure", slip("value: 85 }", "value: .inf }"), "plan/wrong-type"],
  ])("name %s", (_, text, code) => {
    const { plan, issues } = loadPlan("p.yaml", text);
    expect(plan).toBeNull();
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const issue of issues) {
      expect(issue.where).toMatchObject({ file: "p.yaml", line: expect.any(Number) as number });
      expect(`${issue.message}${issue.hint}`).not.toMatch(/Invalid|expected|received|required/);
    }
  });

  it("suggest the kind that was meant", () => {
    const [issue] = loadPlan("p.yaml", slip("kind: atLeast", "kind: atleast")).issues;
    expect(issue?.hint).toContain("“atLeast”");
  });

  it("suggest a key of the very kind the target has", () => {
    const [issue] = loadPlan(
      "p.yaml",
      slip("kind: around, value: 80", "kind: around, value: 80, tolerence: 2"),
    ).issues;
    expect(issue).toMatchObject({ code: "plan/unknown-key" });
    expect(issue?.hint).toContain("“tolerance”");
  });
});
