import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.js";
import { decimal } from "../../src/decimal.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";
import { annualModel } from "../../src/report/annual.js";
import type { AnnualModel } from "../../src/report/model.js";
import { suffix } from "../../src/report/number.js";
import { scorePlan } from "../../src/score/score.js";
import type { Scorecard, ScoredIndicator } from "../../src/score/scorecard.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { dataset, observation, unitFigures } from "../score/builder.js";
import { linesOf, proseOf, tablesOf, textsOf } from "./model-text.js";
import { children, women } from "./plans.js";

const other = loadPlan("other.yaml", OTHER_DISTRICT).plan!;
const PLANS: readonly Plan[] = [women, children, other];

interface Report {
  scorecard: Scorecard;
  data: Dataset;
  model: AnnualModel;
}

/** Any year of any plan on any data: dense or sparse, whole numbers, edges, fine digits, counts, revisions. */
const seeds: fc.Arbitrary<Seed> = fc.record({
  plan: fc.constantFrom(...PLANS),
  age: fc.integer({ min: 0, max: 9 }),
  cells: fc.array(fc.record({ row: fc.nat({ max: 60 }), age: fc.nat({ max: 10 }), value: values() }), {
    maxLength: 400,
  }),
  deaths: fc.array(fc.nat({ max: 12 }), { maxLength: 4 }),
  units: fc.dictionary(fc.constantFrom("松溉镇", "红炉镇", "大安街道"), values(), { maxKeys: 3 }),
  revised: fc.array(fc.nat(), { maxLength: 3 }),
});

function values(): fc.Arbitrary<string> {
  const digits = (places: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: 101 * 10 ** places }).map((n) =>
      decimal(n)
        .dividedBy(10 ** places)
        .toFixed(),
    );
  return fc.oneof(
    fc.constantFrom("0", "1", "1.5", "2", "4.5", "8", "45", "94", "95", "100", "103", "107"),
    digits(1),
    digits(2),
    digits(4),
  );
}

interface Seed {
  plan: Plan;
  age: number;
  cells: readonly { row: number; age: number; value: string }[];
  deaths: readonly number[];
  units: Readonly<Record<string, string>>;
  revised: readonly number[];
}

function reportOf({ plan, age, cells, deaths, units, revised }: Seed): Report {
  const ids = [
    ...plan.rows.flatMap(({ id, parts }) => (parts.length > 0 ? parts.map((part) => part.id) : [id])),
    ...plan.series.map(({ id }) => id),
  ];
  const { start, baseline } = plan.period;
  const table: Record<string, Record<number, string>> = {};
  for (const cell of cells) (table[ids[cell.row % ids.length]!] ??= {})[baseline + cell.age] = cell.value;
  const plain = dataset(table, {
    groups: Object.keys(units).length > 0 ? unitFigures("C07", start + age, units) : [],
  });
  const counted = deaths.map((n, i) =>
    observation("W03", baseline + i, decimal(n).times(1e5).dividedBy(6400).toDecimalPlaces(2).toFixed(), [
      String(n),
      "6400",
    ]),
  );
  const data: Dataset = {
    ...plain,
    series: deaths.length > 0 ? { ...plain.series, W03: counted } : plain.series,
    revisions: revised.map((n) => revision(ids[n % ids.length]!, start)),
  };
  const scorecard = scorePlan(plan, data, start + age);
  const context = {
    asOf: "2026-05-20",
    draft: false,
    sample: false,
    issues: [],
    versions: { tool: "1.0.0" },
  };
  return { scorecard, data, model: annualModel(scorecard, data, context) };
}

function revision(indicator: string, year: number): Dataset["revisions"][number] {
  return { indicator, year, old: observation(indicator, year, "1"), new: observation(indicator, year, "2") };
}

const SLIPS: readonly RegExp[] = [
  /undefined|NaN|null|\{\{|\}\}|\[object|Infinity/u,
  /XX|ＸＸ|待填|TODO/u,
  /。。|，，|、、|；；|，。|。，|；。|：。|，；|、和|和、|（）|“”|《》/u,
  /^[，。；、]/u,
  /[\p{Script=Han}，。；、（）“”] [\p{Script=Han}，。；、（）“”]/u,
  /\d [\p{Script=Han}]|[\p{Script=Han}] \d/u,
  /(?:提高|上升|增加|下降|降低|减少)(?:0(?:\.0+)?(?![.\d])|-)/u,
  /e[+-]\d/u,
];

describe("a report on any data", () => {
  it("has no slip that a machine can see, anywhere", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { model } = reportOf(seed);
        expect(textsOf(model).filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("ends every paragraph with one full stop and heads it with a conclusion", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { model } = reportOf(seed);
        for (const text of proseOf(model)) expect(text).toMatch(/[^。]。$/u);
      }),
      { numRuns: 60 },
    );
  });

  it("prints the same figure in the sentence and in the table", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scorecard, model } = reportOf(seed);
        const prose = model.domains.flatMap(({ blocks }) =>
          blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
        );
        const cells = cellsByRow(model);
        for (const scored of valued(scorecard)) {
          const cell = cells.get(scored.id)!.at(-3)!;
          const told = prose.join("");
          // A fall to nothing is told as 降至0, without digits or unit.
          const toZero = /^0(?:\.0+)?$/u.test(cell) && told.includes("降至0");
          if (!toZero) expect(told).toContain(`${cell}${suffix(scored.indicator.unit)}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("prints differences that can be re-added from the printed figures", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { model } = reportOf(seed);
        for (const line of cellsByRow(model).values()) {
          const [before, now, difference] = line.slice(-4, -1);
          if (line.length < 12 || difference === "—" || now!.includes("：")) continue;
          expect(decimal(now!).minus(decimal(before!)).toFixed()).toBe(
            decimal(difference!.replace("+", "")).toFixed(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says 持平 only of equal shown figures", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scorecard, model } = reportOf(seed);
        const cells = cellsByRow(model);
        const prose = proseOf(model).join("").split("。");
        for (const scored of valued(scorecard)) {
          const [before, now] = cells.get(scored.id)!.slice(-4, -2);
          const own = prose.filter(
            (text) => text.endsWith(scored.indicator.name) || text.includes(`${scored.indicator.name}为`),
          );
          const level = own.some((text) => text.includes(`，与${scorecard.year - 1}年持平`));
          if (level && scored.previous?.year === scorecard.year - 1) expect(now).toBe(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts what it lists", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { scorecard, model } = reportOf(seed);
        const alerts = tablesOf(model.alerts.blocks).flatMap(linesOf);
        expect(alerts.length).toBe(scorecard.rows.filter(({ alert }) => alert !== null).length);
        const listed = model.domains.flatMap(({ blocks }) => blocks).length;
        expect(listed).toBeGreaterThanOrEqual(model.domains.length);
        expect(cellsByRow(model).size).toBeGreaterThanOrEqual(scorecard.tally.total);
      }),
      { numRuns: 60 },
    );
  });
});

/** Rows and parts with a value; compound rows are told by their parts. */
function valued({ rows }: Scorecard): ScoredIndicator[] {
  return rows
    .flatMap((row): ScoredIndicator[] =>
      row.parts.length > 0 ? (row.status === "noData" ? [] : [...row.parts]) : [row],
    )
    .filter(({ value }) => value !== null);
}

/** The cells of 附表1 by row id. */
function cellsByRow(model: AnnualModel): Map<string, string[]> {
  const [table] = tablesOf(model.annexes[0]!.blocks);
  return new Map(linesOf(table!).map((cells) => [cells[1]!, cells]));
}
