import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../src/terms/decimal.js";
import { annualModel } from "../../src/report/annual.js";
import type { AnnualModel } from "../../src/report/model.js";
import { unitOf } from "../../src/terms/unit.js";
import { scorePlan } from "../../src/score/score.js";
import type { Scorecard, ScoredIndicator } from "../../src/score/scorecard.js";
import { dataOf, once, seeds, SLIPS, yearOf } from "./any-data.js";
import { CONTEXT } from "./context.js";
import { linesOf, numbersOf, pointersOf, proseOf, tablesOf, textsOf } from "./model-text.js";

interface Report {
  scorecard: Scorecard;
  model: AnnualModel;
}

const reportOf = once((seed): Report => {
  const data = dataOf(seed);
  const scorecard = scorePlan(seed.plan, data, yearOf(seed));
  return { scorecard, model: annualModel(scorecard, data, CONTEXT) };
});

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
          // A fall to nothing is told as 降至0, without digits or unit; what is whole may be told without idle zeros.
          const toZero = /^0(?:\.0+)?$/u.test(cell) && told.includes("降至0");
          const { behind } = unitOf(scored.indicator.unit);
          const isTold = [cell, cell.replace(/\.0+$/u, "")].some((text) => told.includes(`${text}${behind}`));
          expect(toZero || isTold, `${scored.id} ${cell}`).toBe(true);
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
            decimal(difference!.replace("＋", "").replace("－", "-")).toFixed(),
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

  it("numbers tables, charts and annexes without a gap, and points to nothing else", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = reportOf(seed).model;
        const { printed, counted } = numbersOf(model);
        expect(printed).toEqual(counted);
        expect(pointersOf(model).filter((pointer) => !printed.includes(pointer))).toEqual([]);
      }),
      { numRuns: 40 },
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

/** The cells of 附表1-1 by row id. */
function cellsByRow(model: AnnualModel): Map<string, string[]> {
  const [table] = tablesOf(model.annexes[0]!.blocks);
  return new Map(linesOf(table!).map((cells) => [cells[1]!, cells]));
}
