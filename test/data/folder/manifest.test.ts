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
    const text = "region: 永川区\nstatus: 最终\nreview: 送审稿\nissuedBy: 永川区统计局\nnotes:\n  - 年报数\n";
    expect(parseManifest("manifest.yaml", text)).toEqual({
      manifest: {
        region: "永川区",
        status: "最终",
        review: "送审稿",
        issuedBy: "永川区统计局",
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

  test("text that is no YAML, or no list of keys", () => {
    expect(codes("region: [永川\n")).toHaveLength(1);
    expect(codes("永川区\n")).toEqual(["data/manifest-value 1:1"]);
  });
});
