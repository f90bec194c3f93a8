import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { FORM_FIELDS } from "../../src/plan/fields.js";
import type { Target, TargetKind } from "../../src/plan/plan.js";
import { TARGET_KINDS, traitsOf } from "../../src/plan/target-kinds.js";
import { scorePlan } from "../../src/score/score.js";
import type { ScoredRow } from "../../src/score/scorecard.js";
import { ALERT } from "../../src/terms/alert.js";
import { decimal } from "../../src/terms/decimal.js";
import { statusName } from "../../src/terms/status.js";
import { below, dataset, observation, only, plan, row, unbounded, type Values } from "./builder.js";

/** The rules as statisticians read them; its tables of examples are scored here, line by line. */
const README = path.resolve(import.meta.dirname, "../../src/score/README.md");

/** A line of a table, by what heads its cells. */
type Line = Readonly<Record<string, string>>;

function linesBelow(first: string): Line[] {
  const tables = readFileSync(README, "utf8").split("\n\n");
  return tables
    .map((table) => table.split("\n").filter((line) => line.startsWith("|")))
    .filter(([head]) => head?.startsWith(`| ${first} |`))
    .flatMap(([head = "", , ...lines]) => lines.map((line) => lineOf(cellsOf(head), cellsOf(line))));
}

function named(first: string): [string, Line][] {
  return linesBelow(first).map((line) => [Object.values(line).join(" "), line]);
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.replaceAll("`", "").trim());
}

function lineOf(heads: readonly string[], cells: readonly string[]): Line {
  return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? ""]));
}

/** As a plan file writes it, with the method's tolerance. */
function targetOf(text: string): Target {
  const written = parse(text) as { kind: TargetKind };
  const read = TARGET_KINDS[written.kind].form(FORM_FIELDS).parse({ ...written, text: "例" }) as Target;
  return "tolerance" in read ? { ...read, tolerance: plan([]).method.tolerance } : read;
}

/** { 2020: 80, 2025: 缺 }: the figures, and the year that is scored. */
function figuresOf(text: string): { values: Values; year: number } {
  const written = Object.entries(parse(text) as Record<string, number | string>);
  const figures = written.filter(([, value]) => value !== "缺").map(([year, value]) => [year, String(value)]);
  return {
    values: Object.fromEntries(figures) as Values,
    year: Math.max(...written.map(([year]) => Number(year))),
  };
}

function scored(line: Line): ScoredRow {
  const target = targetOf(line["目标"] ?? "");
  const { values, year } = figuresOf(line["数据"] ?? "");
  const nature = line["属性"] === "约束性" ? "binding" : "anticipated";
  const open = ["stalls", "balance", "contain"].includes(target.kind) ? unbounded : {};
  const one = row(target, { id: "X01", nature, ...open });
  const other = traitsOf(target).comparator?.id;
  const others = other === undefined ? {} : { [other]: figuresOf(line["对照"] ?? "{}").values };
  return only(scorePlan(plan([one]), dataset({ X01: values, ...others }), year).rows);
}

describe("the examples in the rules' README", () => {
  test.each(named("目标"))("%s", (_, line) => {
    const { status, alert, progress, year } = scored(line);
    expect(statusName(status, year === 2030)).toBe(line["状态"]);
    if (line["预警"] !== undefined) expect(alert === null ? "无" : ALERT[alert].name).toBe(line["预警"]);
    if ((line["进度比"] ?? "") !== "")
      expect(progress?.pace.toDecimalPlaces(5).toString()).toBe(line["进度比"]);
  });

  test("have one of every kind of target", () => {
    const kinds = new Set(linesBelow("目标").map((line) => targetOf(line["目标"] ?? "").kind));
    expect([...kinds].sort()).toEqual(Object.keys(TARGET_KINDS).sort());
  });

  test.each(named("分子"))("%s", (_, line) => {
    const one = row(below("8"), { unit: line["单位"] ?? "", ...unbounded });
    const figure = observation(one.id, 2025, "1", [line["分子"] ?? "", line["分母"] ?? ""]);
    const values = dataset({}, { series: { [one.id]: [figure] } });
    const { rate } = only(scorePlan(plan([one]), values, 2025).rows);
    expect(rate?.rate.toDecimalPlaces(4).toString()).toBe(decimal(line["率"] ?? "").toString());
    const bounds = [rate?.interval.low, rate?.interval.high].map((bound) =>
      bound?.toDecimalPlaces(4).toString(),
    );
    expect(bounds.join("—")).toBe(line["区间"]);
  });
});
