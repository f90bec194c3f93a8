import { expect, test } from "vitest";
import { districtRows, gatherer } from "../../src/batch/rollup/gather.js";
import { rollupOf } from "../../src/batch/rollup/rollup.js";
import { scorePlan } from "../../src/score/score.js";
import { districtData, districtList, type CityDistrict } from "../batch/rollup/city.js";
import { children, women } from "../plan/shipped.js";

/*
 * 2843 counties, 90 rows, 11 years of figures (2020 is the baseline, ten are scored), scored and added up in one pass:
 * a county is made, scored year by year, and let go of. Made-up figures; no file is read or written. What it takes is told
 * on the way, each time all counties so far are added up: COUNTIES=30,60 npx vitest run --config … for a short one.
 */

const PLANS = [women, children];
const YEARS = Array.from({ length: 10 }, (_, at) => 2021 + at);
const MOST_BYTES = 1024 ** 3;
const SIZES = (process.env["COUNTIES"] ?? "711,1422,2843").split(",").map(Number);

type Gatherer = ReturnType<typeof gatherer>;

function scoreInto({ add }: Gatherer, county: CityDistrict): void {
  for (const plan of PLANS) {
    const data = districtData(plan, county, 2030);
    for (const year of YEARS) {
      add({ ...county, plan: plan.id, year, rows: districtRows(scorePlan(plan, data, year)) });
    }
  }
}

/** Seconds of CPU that `work` takes. */
function secondsOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function addUp({ gathered }: Gatherer, counties: number): void {
  const all = gathered();
  expect(all).toHaveLength(PLANS.length * YEARS.length);
  for (const each of all) {
    const plan = PLANS.find(({ id }) => id === each.plan)!;
    expect(rollupOf(each, plan).districts).toHaveLength(counties);
  }
}

test("a country is scored and added up in one pass, under 1 GB; its time is told for three sizes", () => {
  const all = gatherer();
  const counties = districtList(Math.max(...SIZES));
  let [done, scored] = [0, 0];
  for (const size of SIZES) {
    scored += secondsOf(() => counties.slice(done, size).forEach((county) => scoreInto(all, county)));
    done = size;
    const added = secondsOf(() => addUp(all, size));
    const peak = process.resourceUsage().maxRSS * 1024;
    const each = (seconds: number) =>
      `${seconds.toFixed(1)} s (${((seconds * 1000) / size).toFixed(1)} ms a county)`;
    process.stderr.write(
      `${size} counties: scored in ${each(scored)}, added up in ${each(added)} of CPU, peak ${(peak / 1e6).toFixed(0)} MB\n`,
    );
    expect(peak).toBeLessThan(MOST_BYTES);
  }
}, 7_200_000);
