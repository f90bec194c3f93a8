import path from "node:path";
import { displayWidth } from "../../src/terminal/display-width.js";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { explanationText } from "../../src/show/explain-text.js";
import type { Dataset } from "../../src/data/dataset.js";
import type { Issue } from "../../src/issues/issue.js";
import { explainRow } from "../../src/report/explain/explain.js";
import type { Explanation } from "../../src/report/explain/explanation.js";
import { scorePlan } from "../../src/score/score.js";
import { run } from "../../src/commands/program.js";
import { sampleData } from "../fixtures/sample-data.js";
import { expectGolden } from "../golden.js";
import { children, women } from "../report/plans.js";
import { indicatorCsv, testFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

const GOLDEN = path.resolve(import.meta.dirname, "golden");

let dataset: Dataset;
let issues: readonly Issue[];
beforeAll(async () => {
  ({ dataset, issues } = await sampleData());
});

function explained(id: string, told: readonly Issue[] = []): Explanation {
  const plan = id.startsWith("W") ? women : children;
  const [rowId = id] = id.split(".");
  const row = scorePlan(plan, dataset, 2025).rows.find((each) => each.id === rowId);
  if (row === undefined) throw new Error(`no row ${rowId}`);
  return explainRow(row, { plan, dataset, issues: told }, id === rowId ? null : id);
}

function linesOf({ blocks }: Explanation, topic: string): readonly string[] {
  return blocks.find((block) => block.topic === topic)?.lines.map(({ text }) => text) ?? [];
}

/** Findings are left out of the golden pages: their wording belongs to the checks. */
const PAGES: readonly [what: string, id: string][] = [
  ["a threshold that is met", "W04"],
  ["a rate of few cases, fallen back, its alert held at yellow", "W03"],
  ["a band", "W16"],
  ["a direction year by year", "W01"],
  ["a direction that must not slide back", "W46"],
  ["towns judged one by one", "C07"],
  ["a compound row with a part missing", "W23"],
  ["a row beside another", "W21"],
  ["a row whose comparator is missing", "W30"],
  ["a revised figure", "C10c"],
  ["a missing figure", "C31"],
  ["a doubtful baseline from the plan's text", "C19"],
  ["a baseline of a later year", "C15a"],
  ["a ratio", "W41"],
  ["a row that is only watched", "W20"],
  ["a target met at the baseline and lost since", "W33"],
  ["institutions that count in whole things", "C13c"],
  ["a balance, with its interval", "W40"],
];

describe("an explanation on a terminal", () => {
  it.each(PAGES)("tells %s (%s) as it stands in golden/", (_, id) => {
    const { terminal } = silentSurroundings();
    const text = explanationText(explained(id), { ...terminal, width: 100 });
    expectGolden(path.join(GOLDEN, `explain-${id}.txt`), text);
  });

  it(
    "fits every line of every row into the terminal, and says nothing that is not there",
    { tags: ["patience"] },
    () => {
      const { terminal } = silentSurroundings();
      const width = 60;
      for (const plan of [women, children]) {
        for (const row of scorePlan(plan, dataset, 2025).rows) {
          const text = explanationText(explainRow(row, { plan, dataset, issues }), { ...terminal, width });
          expect(text).not.toMatch(/undefined|NaN|null|\[object/u);
          // A mark that may not begin a line hangs at its end.
          expect(text.split("\n").filter((line) => displayWidth(line) > width + HANGING)).toEqual([]);
        }
      }
    },
  );
});

const HANGING = 4;

describe("an explanation", () => {
  it("names the cells, the findings that stand on them, and no others", () => {
    const own = explained("W03", issues);
    expect(linesOf(own, "cells")[0]).toMatch(/妇女规划监测数据2020-2025\.xlsx“.+”I8$/u);
    expect(linesOf(own, "findings").length).toBeGreaterThan(0);
    expect(linesOf(explained("C31", issues), "findings").join("")).not.toContain("孕产妇");
  });

  it("tells of one part alone when that part is asked for", () => {
    expect(explained("W22.1").parts.map(({ id }) => id)).toEqual(["W22.1"]);
    expect(explained("W22").parts.map(({ id }) => id)).toEqual(["W22.1", "W22.2"]);
  });

  it("says what excused a finding, and why", () => {
    const finding = issues.find(({ where }) => where?.cell === "I8" && where.file.startsWith("妇女"));
    if (finding === undefined) throw new Error("nothing was found on the cell");
    const plan = women;
    const row = scorePlan(plan, dataset, 2025).rows.find(({ id }) => id === "W03")!;
    const silenced = [{ issue: finding, reason: "已与区卫生健康委核实" }];
    const own = explainRow(row, { plan, dataset: { ...dataset, silenced }, issues: [] });
    expect(linesOf(own, "findings").join("")).toContain("已与区卫生健康委核实");
  });
});

describe("report explain", () => {
  async function say(...argv: string[]) {
    const surroundings = silentSurroundings();
    return { code: await run(["explain", ...argv], surroundings), ...surroundings.said };
  }

  it("prints JSON of the documented shape", { tags: ["patience"] }, async () => {
    const { code, out } = await say("w3", "2025", "--demo", "--format", "json");
    expect(code).toBe(0);
    const told = JSON.parse(out) as Explanation;
    expect(told).toMatchObject({ schemaVersion: 1, row: "W03", year: 2025, status: "offTrack", parts: [] });
    expect(Object.keys(told).sort()).toEqual(
      [
        "alert",
        "alertCap",
        "blocks",
        "domain",
        "flags",
        "id",
        "name",
        "nature",
        "parts",
        "plan",
        "reason",
        "row",
      ]
        .concat(["schemaVersion", "status", "statusName", "turns", "unit", "value", "year"])
        .sort(),
    );
  });

  it("takes a name, and refuses an unknown row with the nearest one", async () => {
    const folder = await testFolder();
    onTestFinished(() => folder.remove());
    await folder.write("data/2025.csv", indicatorCsv([2025], [["W04", "孕产妇系统管理率", 94.88]]));
    const asked = ["2025", "--data", folder.data];
    expect((await say("孕产妇系统管理率", ...asked)).out).toContain("W04");
    const { code, out, err } = await say("孕产妇系统管理律", ...asked);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("“孕产妇系统管理率”");
  });
});
