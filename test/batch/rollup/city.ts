import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SCORE_FILE, shardFile, SHARDS_FOLDER } from "../../../src/batch/layout.js";
import { districtsOf, type Shard } from "../../../src/batch/shard.js";
import { logLine, type DistrictLine, type ShardHead } from "../../../src/batch/shard-log.js";
import type { Dataset, Observation } from "../../../src/data/dataset.js";
import { indicatorsOf } from "../../../src/plan/lookup.js";
import type { Indicator, Judged, Plan } from "../../../src/plan/plan.js";
import { spanOf, traitsOf } from "../../../src/plan/target-kinds.js";
import { scorecardJson } from "../../../src/report/exports/scorecard-json.js";
import { scorePlan } from "../../../src/score/score.js";
import { decimal } from "../../../src/terms/decimal.js";
import { countsEvents, unitOf } from "../../../src/terms/unit.js";
import { dataset, observation } from "../../score/builder.js";
import { shardHead } from "../log.js";
import { chance, poissonCounted, shareCounted } from "./cities.js";

/* A made-up city: districts of one true level each row, but for what a test says otherwise. */

export interface CityDistrict {
  code: string;
  name: string;
}

const PLACES = ["东山", "西河", "南坪", "北泉", "长岭", "龙溪", "白沙", "青石", "金桥", "云阳"];

export function districtList(count: number): CityDistrict[] {
  return Array.from({ length: count }, (_, at) => {
    const place = PLACES[at % PLACES.length]!;
    const ordinal = Math.floor(at / PLACES.length);
    return {
      code: String(500_101 + at),
      name: `${"新老大小上下"[ordinal - 1] ?? (ordinal === 0 ? "" : `第${ordinal}`)}${place}${at % 3 === 2 ? "县" : "区"}`,
    };
  });
}

/** How far a district's true level is from the city's, as a factor of what is missing to the limit or of the rate. */
export type Level = (district: CityDistrict, id: string) => number;

const ALIKE: Level = () => 1;

/** The figures of a district: counts behind every rate, drawn by chance about the city's level. */
export function districtData(
  plan: Plan,
  district: CityDistrict,
  year: number,
  { level = ALIKE, missing = 0.03 }: { level?: Level; missing?: number } = {},
): Dataset {
  const random = chance(Number(district.code));
  const size = 1500 + Math.floor(random() * 9000);
  const series = indicatorsOf(plan).map((indicator): [string, Observation[]] => {
    const gone = random() < missing;
    const years = Array.from({ length: year - 2019 }, (_, at) => 2020 + at);
    const told = years.filter((each) => !(gone && each === year));
    const factor = level(district, indicator.id);
    return [indicator.id, told.map((each) => drawn(indicator, each, size, factor, random))];
  });
  return dataset({}, { series: Object.fromEntries(series) });
}

function drawn(
  indicator: Indicator,
  year: number,
  size: number,
  factor: number,
  random: () => number,
): Observation {
  const unit = unitOf(indicator.unit);
  const middle = middleOf(indicator);
  const drift = 1 + (year - 2020) * 0.004;
  const { id, decimals } = indicator;
  const pairs = "target" in indicator && traitsOf((indicator as Judged).target).pairedCounts;
  if (unit.per === null && !pairs) {
    const value = middle * drift * factor * (0.97 + random() * 0.06);
    return observation(id, year, decimal(value).toFixed(decimals));
  }
  const per = pairs ? 100 : (unit.per ?? 1);
  const base = countsEvents(unit) ? size * Math.max(1, Math.round(per / 10_000)) : size;
  const rate = Math.min(middle * drift, per * 0.999) / per;
  const events = countsEvents(unit) || pairs || (indicator as Judged).events;
  const count = events
    ? poissonCounted(base, rate * factor, random)
    : base - shareCounted(base, (1 - rate) * factor, random);
  const numerator = Math.max(0, count);
  const value = decimal(numerator).times(per).div(base).toDecimalPlaces(decimals);
  return observation(id, year, value.toFixed(), [String(numerator), String(base)]);
}

/** About where figures of an indicator lie: by what is plausible, else by its target. */
function middleOf(indicator: Indicator): number {
  const span = "target" in indicator ? spanOf((indicator as Judged).target) : null;
  const aimed = span?.low ?? span?.high ?? null;
  if (aimed !== null && aimed.gt(0)) return aimed.toNumber() * (span?.low == null ? 0.9 : 0.985);
  const { plausible } = indicator;
  if (plausible !== null) return (plausible.low.toNumber() + plausible.high.toNumber()) / 2;
  return 45;
}

export interface City {
  plans: readonly Plan[];
  districts: readonly CityDistrict[];
  year?: number;
  level?: Level;
  missing?: number;
  status?: "示例" | "";
  /** Shards the run was parted into. */
  of?: number;
  head?: (head: ShardHead, shard: Shard) => ShardHead;
  line?: (line: DistrictLine) => DistrictLine | null;
}

/** Writes what `report batch … score` leaves of the city into OUT, or each shard into a folder of its own. */
export function writeCity(out: (shard: Shard) => string, city: City): void {
  const { plans, districts, year = 2025, of = 1, status = "示例" } = city;
  const { head: changed = (head) => head, line: lined = (line) => line } = city;
  for (let index = 1; index <= of; index++) {
    const shard = { index, of };
    const folder = out(shard);
    const own = districtsOf(districts, shard);
    const head = { year, kind: "score", shard: index, of, listed: districts.length, districts: own } as const;
    const lines = own.flatMap(({ code, name }) => lined({ code, name, outcome: "done" }) ?? []);
    mkdirSync(path.join(folder, SHARDS_FOLDER), { recursive: true });
    writeFileSync(
      path.join(folder, SHARDS_FOLDER, shardFile(shard)),
      [changed(shardHead({ ...head, districts: [...own] }), shard), ...lines].map(logLine).join(""),
    );
    for (const district of own) {
      const cards = plans.map((plan) => scorePlan(plan, districtData(plan, district, year, city), year));
      mkdirSync(path.join(folder, district.code), { recursive: true });
      writeFileSync(
        path.join(folder, district.code, SCORE_FILE),
        JSON.stringify(scorecardJson(cards, [], status)),
      );
    }
  }
}
