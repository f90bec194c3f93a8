import { describe, expect, test } from "vitest";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { parseManifest } from "../../../src/data/folder/manifest.js";

function codes(text: string): string[] {
  return parseManifest("manifest.yaml", text).issues.map(
    ({ code, where }) => `${code} ${where?.line ?? ""}:${where?.column ?? ""}`,
  );
}

describe("manifest.yaml", () => {
  test("says what the reports say on their covers", () => {
    const text =
      "region: 永川区\nstatus: 最终\nreview: 送审稿\nissuedBy: 永川区统计局\ncontext: { population: 114.9万人, births: 6236 }\nnotes:\n  - 年报数\n";
    expect(parseManifest("manifest.yaml", text)).toEqual({
      manifest: {
        region: "永川区",
        status: "最终",
        review: "送审稿",
        issuedBy: "永川区统计局",
        context: { population: "114.9万人", women: "", births: "6236人", source: "" },
        notes: ["年报数"],
        silences: [],
      },
      issues: [],
    });
  });

  test("may leave anything out, keys without a value included; a single note is a list of one", () => {
    expect(parseManifest("manifest.yaml", "")).toEqual({ manifest: NO_MANIFEST, issues: [] });
    const { manifest } = parseManifest("manifest.yaml", "region:\nnotes: 年报数\n");
    expect(manifest).toEqual({ ...NO_MANIFEST, notes: ["年报数"] });
  });

  test("every slip is told at its line and column, and nothing half-read is used", () => {
    const text = "region: 永川区\nreveiw: 定稿\nstatus: 草稿\n";
    expect(codes(text)).toEqual(["data/manifest-key 2:1", "data/manifest-value 3:9"]);
    expect(parseManifest("manifest.yaml", text).manifest).toEqual(NO_MANIFEST);
    expect(parseManifest("manifest.yaml", text).issues[0]?.hint).toContain("review");
  });

  test("a slip is told as in a plan: what stands there, what belongs there, and the line with a caret", () => {
    const text =
      "region: 永川区\nsilences:\n  - code: data/jump\n    file: a.csv\n    sheet: 5\n    reson: 已核实\n";
    const { issues } = parseManifest("manifest.yaml", text);
    expect(
      issues.map(
        ({ where, message, hint }) => `${where?.line ?? ""}:${where?.column ?? ""} ${message} → ${hint}`,
      ),
    ).toEqual([
      "3:5 缺少“cell” → 请补上这一键",
      "3:5 缺少“reason” → 请补上这一键",
      "5:12 “sheet”应为文字，不能写“5” → 请写文字；数字，或含“: ”“#”的文字，请加半角双引号",
      "6:5 不认识的键“reson” → 是否要写“reason”？",
    ]);
    expect(issues[2]?.frame).toBe(
      [
        "  3 │   - code: data/jump",
        "  4 │     file: a.csv",
        "> 5 │     sheet: 5",
        "    │            ^",
        "  6 │     reson: 已核实",
      ].join("\n"),
    );
  });

  test("words that are not allowed are told with those that are", () => {
    const { issues } = parseManifest("manifest.yaml", "review: 终稿\n");
    expect(issues[0]).toMatchObject({ code: "data/manifest-value", where: { line: 1, column: 9 } });
    expect(issues[0]?.message).toBe("“review”不能写“终稿”");
    expect(issues[0]?.hint).toContain("初稿、征求意见稿、送审稿、定稿");
  });

  test("a line that would have gone into the text above is told, not swallowed", () => {
    expect(codes("region: 永川区\n  status：初步\n")).toEqual(["plan/syntax 2:3"]);
  });

  test("text that is no YAML, or no list of keys", () => {
    expect(codes("region: [永川\n")).toHaveLength(1);
    expect(codes("永川区\n")).toEqual(["data/manifest-value 1:1"]);
  });
});
