import fc from "fast-check";
import type { Dataset } from "../../src/data/dataset.js";
import { decimal } from "../../src/terms/decimal.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { dataset, observation, siteFigures } from "../score/builder.js";
import { children, women } from "./plans.js";

const other = loadPlan("other.yaml", OTHER_DISTRICT).plan!;
const PLANS: readonly Plan[] = [women, children, other];

/** Any year of any plan on any data: dense or sparse, whole numbers, edges, fine digits, counts, revisions. */
export const seeds: fc.Arbitrary<Seed> = fc.record({
  plan: fc.constantFrom(...PLANS),
  age: fc.integer({ min: 0, max: 9 }),
  cells: fc.array(fc.record({ row: fc.nat({ max: 60 }), age: fc.nat({ max: 10 }), value: values() }), {
    maxLength: 400,
  }),
  deaths: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
  sites: fc.dictionary(fc.constantFrom("松溉镇", "红炉镇", "大安街道"), values(), { maxKeys: 3 }),
  revised: fc.array(fc.nat(), { maxLength: 3 }),
});

function values(): fc.Arbitrary<string> {
  const digits = (places: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: 101 * 10 ** places }).map((n) =>
      decimal(n)
        .div(10 ** places)
        .toFixed(),
    );
  return fc.oneof(
    fc.constantFrom("0", "1", "1.5", "2", "4.5", "8", "45", "94", "95", "100", "103", "107"),
    digits(1),
    digits(2),
    digits(4),
  );
}

export interface Seed {
  plan: Plan;
  age: number;
  cells: readonly { row: number; age: number; value: string }[];
  deaths: readonly number[];
  sites: Readonly<Record<string, string>>;
  revised: readonly number[];
}

/** The figures a seed stands for. */
export function dataOf({ plan, age, cells, deaths, sites, revised }: Seed): Dataset {
  const ids = [
    ...plan.rows.flatMap(({ id, parts }) => (parts.length > 0 ? parts.map((part) => part.id) : [id])),
    ...plan.series.map(({ id }) => id),
  ];
  const { start, baseline } = plan.period;
  const table: Record<string, Record<number, string>> = {};
  for (const cell of cells) (table[ids[cell.row % ids.length]!] ??= {})[baseline + cell.age] = cell.value;
  const plain = dataset(table, {
    groups: Object.keys(sites).length > 0 ? siteFigures("C07", start + age, sites) : [],
  });
  const counted = deaths.map((n, i) =>
    observation("W03", baseline + i, decimal(n).times(1e5).div(6400).toDecimalPlaces(2).toFixed(), [
      String(n),
      "6400",
    ]),
  );
  return {
    ...plain,
    series: deaths.length > 0 ? { ...plain.series, W03: counted } : plain.series,
    revisions: revised.map((n) => revision(ids[n % ids.length]!, start)),
  };
}

/**
 * Properties of one kind of report are tried on the same seeds, one after the other: what is made of a seed is made
 * once.
 */
export function once<A extends readonly string[], M>(
  make: (seed: Seed, ...more: A) => M,
): (seed: Seed, ...more: A) => M {
  const known = new Map<string, M>();
  return (seed, ...more) => {
    const key = JSON.stringify([{ ...seed, plan: seed.plan.id }, ...more]);
    const found = known.get(key) ?? make(seed, ...more);
    known.set(key, found);
    return found;
  };
}

/** The year a seed reports on. */
export function yearOf({ plan, age }: Seed): number {
  return plan.period.start + age;
}

function revision(indicator: string, year: number): Dataset["revisions"][number] {
  return { indicator, year, old: observation(indicator, year, "1"), new: observation(indicator, year, "2") };
}

/** Slips a machine can see in what a reader is given. */
export const SLIPS: readonly RegExp[] = [
  /undefined|NaN|null|\{\{|\}\}|\[object|Infinity/u,
  /XX|ＸＸ|待填|TODO/u,
  /。。|，，|、、|；；|，。|。，|；。|：。|，；|、和|和、|（）|“”|《》/u,
  /^[，。；、]/u,
  /[\p{Script=Han}，。；、（）“”] [\p{Script=Han}，。；、（）“”]/u,
  /\d [\p{Script=Han}]|[\p{Script=Han}] \d/u,
  // 提高0—6岁儿童…… is the name of a row.
  /(?:提高|上升|增加|下降|降低|减少)(?:0(?:\.0+)?(?![.\d—])|-)/u,
  /e[+-]\d/u,
];
