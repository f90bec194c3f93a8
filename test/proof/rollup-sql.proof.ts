import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Gathered } from "../../src/batch/rollup/gather.js";
import { readRun } from "../../src/batch/rollup/read-run.js";
import { rollupOf, type Rollup } from "../../src/batch/rollup/rollup.js";
import { QUERIES, type QueryName } from "../../src/batch/rollup/sql/queries.js";
import { sqlFiles } from "../../src/batch/rollup/sql/tables.js";
import { decimal, round } from "../../src/terms/decimal.js";
import { STATUSES } from "../../src/terms/status.js";
import { districtList, writeCity } from "../batch/rollup/city.js";
import { children, women } from "../plan/shipped.js";
import { missingPostgres, startPostgres } from "./postgres.js";

/** A city of 38 districts, exported; the queries of the export are run by two databases and held against ours. */
const PLANS = [women, children];
type Rows = string[][];
type Answers = Record<QueryName, Rows>;

let folder = "";
let rollups: Rollup[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sql-"));
  writeCity(() => folder, { plans: PLANS, districts: districtList(38), missing: 0.1 });
  const { gathered } = await readRun([folder], PLANS);
  const planOf = ({ plan }: Gathered) => PLANS.find(({ id }) => id === plan)!;
  rollups = gathered.map((each) => rollupOf(each, planOf(each)));
  for (const { name, bytes } of sqlFiles(rollups)) writeFileSync(path.join(folder, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Figures to six places, so that a double and a decimal of one value are one text; rows in one order. */
function settled(rows: Rows): Rows {
  const cell = (text: string) =>
    /^-?[\d.]+(?:e[-+]?\d+)?$/u.test(text) ? round(decimal(text), 6).toFixed() : text;
  return rows.map((row) => row.map(cell)).sort((a, b) => (a.join("\t") < b.join("\t") ? -1 : 1));
}

function ours(): Answers {
  const told = rollups.flatMap(({ plan, year, rows }) =>
    rows.flatMap(({ indicators }) =>
      indicators.map((each) => ({ at: [plan.id, String(year), each.indicator.id], each })),
    ),
  );
  const text = (value: { toFixed(): string }) => value.toFixed();
  return {
    sums: told.flatMap(({ at, each: { summed } }) =>
      summed === null
        ? []
        : [
            [
              ...at,
              String(summed.sum.districts),
              text(summed.sum.numerator),
              text(summed.sum.denominator),
              text(summed.rate),
            ],
          ],
    ),
    pooled: told.flatMap(({ at, each: { pooledAll } }) =>
      pooledAll === null
        ? []
        : [
            [
              ...at,
              String(pooledAll.sum.districts),
              text(pooledAll.sum.numerator),
              text(pooledAll.sum.denominator),
            ],
          ],
    ),
    spread: told.flatMap(({ at, each: { spread } }) =>
      spread === null
        ? []
        : [[...at, String(spread.n), text(spread.median), text(spread.low), text(spread.high)]],
    ),
    statuses: rollups.flatMap(({ plan, year, columns }) =>
      [...columns].flatMap(([id, { statuses }]) =>
        STATUSES.map((status) => ({ status, n: statuses.filter((each) => each === status).length }))
          .filter(({ n }) => n > 0)
          .map(({ status, n }) => [plan.id, String(year), id, status, String(n)]),
      ),
    ),
    shares: rollups.flatMap(({ plan, year, districts }) =>
      districts.map(({ code, rates: { onCourse } }) =>
        [plan.id, year, code, onCourse.n, onCourse.of].map(String),
      ),
    ),
  };
}

function expectOurs(answers: Answers): void {
  for (const [name, rows] of Object.entries(ours()) as [QueryName, Rows][]) {
    expect(rows.length, name).toBeGreaterThan(5);
    expect(settled(answers[name]), name).toEqual(settled(rows));
  }
}

test("DuckDB adds up to the same", () => {
  const queries = path.join(folder, "queries.json");
  writeFileSync(queries, JSON.stringify(QUERIES));
  const script = path.join(import.meta.dirname, "duckdb.js");
  const answer = execFileSync(process.execPath, [script, folder, queries], { encoding: "utf8" });
  expectOurs(JSON.parse(answer) as Answers);
});

test("PostgreSQL adds up to the same", () => {
  const missing = missingPostgres();
  if (missing !== null) throw new Error(missing);
  const { run, stop } = startPostgres();
  try {
    const copies = ["districts", "indicators", "figures"].map(
      (table) => `\\copy ${table} FROM '${path.join(folder, `${table}.csv`)}' CSV HEADER`,
    );
    run([`\\i ${path.join(folder, "schema.sql")}`, ...copies].join("\n"));
    const answers = Object.entries(QUERIES).map(([name, query]) => [name, run(`${query};`)]);
    expectOurs(Object.fromEntries(answers) as Answers);
  } finally {
    stop();
  }
});
