import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readRun } from "../../../src/batch/rollup/read-run.js";
import type { Plan } from "../../../src/plan/plan.js";
import { freshFolder } from "../../files/folder.js";
import { atLeast, plan, row } from "../../score/builder.js";
import { FAILED } from "../log.js";
import { districtList, writeCity, type City } from "./city.js";

const PLAN = plan([row(atLeast("90"), { id: "W04" }), row(atLeast("50"), { id: "W15" })]);
const DISTRICTS = districtList(5);
const CITY: City = { plans: [PLAN], districts: DISTRICTS, missing: 0 };

const at = freshFolder();

async function codesOf(folders: readonly string[], plans: readonly Plan[] = [PLAN]) {
  const { issues } = await readRun(folders, plans);
  return issues.map(({ code }) => code);
}

/** Each shard in a folder of its own, as on three machines. */
function threeMachines(more: Partial<City> = {}): string[] {
  writeCity(({ index }) => at(`m${index}`), { ...CITY, of: 3, ...more });
  return ["m1", "m2", "m3"].map((name) => at(name));
}

describe("what a run left", () => {
  test("is the same from one folder and from three machines", async () => {
    writeCity(() => at("out"), CITY);
    const whole = await readRun([at("out")], [PLAN]);
    const parted = await readRun(threeMachines(), [PLAN]);
    expect(whole.issues).toEqual([]);
    expect(parted).toEqual(whole);
    expect(whole.gathered[0]?.districts.map(({ code }) => code)).toEqual(DISTRICTS.map(({ code }) => code));
    expect(whole.dataStatus).toBe("示例");
  });

  test("leaves out a district that failed by errors in its data, and says so", async () => {
    const { code } = DISTRICTS[2]!;
    writeCity(() => at("out"), {
      ...CITY,
      line: (line) => (line.code === code ? { ...FAILED, code, name: line.name } : line),
    });
    const run = await readRun([at("out")], [PLAN]);
    expect(run.issues.map((each) => each.code)).toEqual(["rollup/failed"]);
    expect(run.left.map((each) => each.code)).toEqual([code]);
    expect(run.gathered[0]?.districts).toHaveLength(4);
  });
});

describe("nothing is added up", () => {
  test("where there is no run, or a shard is missing", async () => {
    expect(await codesOf([at("nothing")])).toEqual(["rollup/no-shards"]);
    // The list of districts in the place of what was made of it.
    expect(await codesOf([import.meta.filename])).toEqual(["rollup/no-shards"]);
    expect(await codesOf(threeMachines().slice(1))).toEqual(["rollup/shard-missing"]);
  });

  test("where a shard is there twice", async () => {
    const folders = threeMachines();
    writeCity(({ index }) => at(`again${index}`), { ...CITY, of: 3 });
    expect(await codesOf([...folders, at("again2")])).toContain("rollup/shard-twice");
  });

  test.each([
    ["tool", { tool: "0.1.0" }],
    ["plan", { plans: "1".repeat(64) }],
    ["year", { year: 2024 }],
  ])("where a shard is of another %s", async (_, other) => {
    const folders = threeMachines({
      head: (head, { index }) => (index === 2 ? { ...head, ...other } : head),
    });
    expect(await codesOf(folders)).toEqual(["rollup/other-run"]);
  });

  test("where a shard was killed half-way", async () => {
    const folders = threeMachines({ line: (line) => (line.code === DISTRICTS[3]!.code ? null : line) });
    const { issues } = await readRun(folders, [PLAN]);
    expect(issues.map(({ code }) => code)).toEqual(["rollup/unfinished"]);
    expect(issues[0]?.message).toContain(DISTRICTS[3]!.name);
  });

  test("where a district is in two shards, or the shards are of another list", async () => {
    const twice = threeMachines({
      head: (head, { index }) => (index === 2 ? { ...head, districts: [...DISTRICTS.slice(0, 2)] } : head),
    });
    expect(await codesOf(twice)).toContain("rollup/district-twice");
    const shorter = threeMachines({ head: (head) => ({ ...head, listed: 9 }) });
    expect(await codesOf(shorter)).toEqual(["rollup/list-differs"]);
  });

  test("where a score.json is gone or broken", async () => {
    writeCity(() => at("out"), CITY);
    rmSync(path.join(at("out"), DISTRICTS[0]!.code, "score.json"));
    writeFileSync(path.join(at("out"), DISTRICTS[1]!.code, "score.json"), "{}");
    expect(await codesOf([at("out")])).toEqual(["rollup/score-unreadable", "rollup/score-unreadable"]);
  });

  test("where districts were scored by a plan of other rows or units", async () => {
    writeCity(() => at("out"), { ...CITY, districts: DISTRICTS.slice(0, 1) });
    const other = (fields: Parameters<typeof row>[1]) => plan([PLAN.rows[0]!, row(atLeast("50"), fields)]);
    expect(await codesOf([at("out")], [other({ id: "W16" })])).toEqual(["rollup/other-plan"]);
    expect(await codesOf([at("out")], [other({ id: "W15", unit: "人" })])).toEqual(["rollup/other-plan"]);
  });
});
