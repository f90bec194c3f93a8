import { expect, test } from "vitest";
import { districtRows, gatherer } from "../../src/batch/rollup/gather.js";
import { rollupOf, type Rollup } from "../../src/batch/rollup/rollup.js";
import { scorePlan } from "../../src/score/score.js";
import { districtData, districtList } from "../batch/rollup/city.js";
import { children, women } from "../plan/shipped.js";

/*
 * 2843 counties, 90 rows, 11 years of figures (2020 is the baseline, ten are scored), scored and added up in one pass:
 * a county is made, scored year by year, and let go of. Made-up figures; no file is read or written.
 */

const PLANS = [women, children];
const YEARS = Array.from({ length: 10 }, (_, at) => 2021 + at);
const MOST_BYTES = 1024 ** 3;
const SIZES = (process.env["COUNTIES"] ?? "355,1421,2843").split(",").map(Number);

interface Measured {
  counties: number;
  scored: number;
  rolled: number;
  seconds: number;
  peak: number;
}

function pass(counties: number): { rollups: Rollup[]; measured: Measured } {
  const begun = process.cpuUsage();
  const { add, gathered } = gatherer();
  for (const district of districtList(counties)) {
    for (const plan of PLANS) {
      const data = districtData(plan, district, 2030);
      for (const year of YEARS) {
        add({ ...district, plan: plan.id, year, rows: districtRows(scorePlan(plan, data, year)) });
      }
    }
  }
  const scored = process.cpuUsage(begun);
  const rollups = gathered().map((each) =>
    rollupOf(
      each,
      PLANS.find(({ id }) => id === each.plan)!,
    ),
  );
  const whole = process.cpuUsage(begun);
  const seconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6;
  return {
    rollups,
    measured: {
      counties,
      scored: seconds(scored),
      rolled: seconds(whole) - seconds(scored),
      seconds: seconds(whole),
      peak: process.resourceUsage().maxRSS * 1024,
    },
  };
}

test("a country is scored and added up in one pass, under 1 GB; its time is told for three sizes", () => {
  const all = SIZES.map((counties) => {
    const { rollups, measured } = pass(counties);
    expect(rollups).toHaveLength(PLANS.length * YEARS.length);
    expect(rollups.every(({ districts }) => districts.length === counties)).toBe(true);
    return measured;
  });
  for (const { counties, scored, rolled, seconds, peak } of all) {
    const each = ((seconds * 1000) / counties).toFixed(1);
    process.stderr.write(
      `${counties} counties: ${seconds.toFixed(1)} s of CPU (scored ${scored.toFixed(1)}, added up ${rolled.toFixed(1)}), ${each} ms a county, peak ${(peak / 1e6).toFixed(0)} MB\n`,
    );
  }
  expect(Math.max(...all.map(({ peak }) => peak))).toBeLessThan(MOST_BYTES);
}, 3_600_000);
