import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readData } from "../../src/data/folder/read.js";
import { scorePlan } from "../../src/score/score.js";
import { planJsonSchema } from "../../src/plan/json-schema.js";
import { loadPlan } from "../../src/plan/load.js";
import { GRADED_CODES } from "../../src/issues/issue.js";
import { TARGET_KINDS } from "../../src/plan/target-kinds.js";

const README = readFileSync(path.resolve(import.meta.dirname, "../../plans/README.md"), "utf8");

/** Whatever is named in backquotes. */
const named = new Set(
  [...README.matchAll(/`([^`\n]+)`/gu)].flatMap(([, text]) => text?.match(/\w+/gu) ?? []),
);

/** Every key at whatever depth of a JSON Schema. */
function keysOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(keysOf);
  if (typeof node !== "object" || node === null) return [];
  const own = "properties" in node ? Object.keys(node.properties as object) : [];
  return [...own, ...Object.values(node).flatMap(keysOf)];
}

describe("the README of the plans", () => {
  it("explains every key a plan file may have", () => {
    const keys = new Set(keysOf(planJsonSchema()).filter((key) => !(GRADED_CODES as string[]).includes(key)));
    expect([...keys].filter((key) => !named.has(key))).toEqual([]);
  });

  it("explains every kind of target", () => {
    expect(Object.keys(TARGET_KINDS).filter((kind) => !named.has(kind))).toEqual([]);
  });

  it("leads from a table to a scored report: its plan and its data work as they stand", async () => {
    const [, example = ""] = /```yaml\n(.*?)```/su.exec(README) ?? [];
    const [, csv = ""] = /```csv\n(.*?)```/su.exec(README) ?? [];
    const { plan, issues } = loadPlan("规划.yaml", example);
    expect(issues).toEqual([]);
    const folder = mkdtempSync(path.join(tmpdir(), "report-readme-"));
    writeFileSync(path.join(folder, "监测数据2020-2025.csv"), csv);
    const read = await readData(folder, [plan!]);
    rmSync(folder, { recursive: true });
    expect(read.issues).toEqual([]);
    const { rows } = scorePlan(plan!, read.dataset, 2025);
    expect(rows.map(({ id, status }) => [id, status])).toEqual([
      ["L01", "onTrack"],
      ["L02", "achieved"],
      ["L03", "achieved"],
      ["L04", "onTrack"],
    ]);
  });
});
