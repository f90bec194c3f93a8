import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EvaluationKind } from "../../../src/report/evaluation/evaluation.js";
import type { EvaluationModel } from "../../../src/report/model.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataOf, once, seeds, SLIPS, yearOf } from "../any-data.js";
import { linesOf, numbersOf, pointersOf, tablesOf, textsOf } from "../model-text.js";
import { allBlocks, blocksOf, chapterOf, compose, paragraphsOf } from "./compose.js";

const kinds = fc.constantFrom<EvaluationKind>("midterm", "final");

const reportOf = once((seed, kind: EvaluationKind): EvaluationModel =>
  compose(seed.plan, dataOf(seed), yearOf(seed), { kind }),
);

describe("an evaluation report on any data", () => {
  it("has no slip that a machine can see, anywhere", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        const texts = textsOf(reportOf(seed, kind));
        expect(texts.filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("ends every paragraph with one full stop", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        for (const text of paragraphsOf(allBlocks(reportOf(seed, kind)))) expect(text).toMatch(/[^。]。$/u);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the summary to the 660 characters a page holds", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        const { summary } = reportOf(seed, kind);
        const told = [summary.heading, ...paragraphsOf(summary.blocks)].join("");
        expect([...told].length).toBeLessThanOrEqual(660);
      }),
      { numRuns: 150 },
    );
  });

  it("numbers tables, charts and annexes without a gap, and points to nothing else", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        const model = reportOf(seed, kind);
        const { printed, counted } = numbersOf(model);
        expect(printed).toEqual(counted);
        expect(pointersOf(model).filter((pointer) => !printed.includes(pointer))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("counts in its tables what was scored", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        const { rows, tally } = scorePlan(seed.plan, dataOf(seed), yearOf(seed));
        const model = reportOf(seed, kind);
        const [overall] = tablesOf(blocksOf(chapterOf(model, "progress")));
        expect(linesOf(overall!)[0]).toEqual([
          "合计",
          String(tally.total),
          ...["binding", "anticipated"].map((nature) =>
            String(rows.filter(({ row }) => row.nature === nature).length),
          ),
        ]);
        const alerts = tablesOf(chapterOf(model, "outlook").sections.at(-1)!.blocks).flatMap(linesOf);
        expect(alerts.length).toBe(rows.filter(({ alert }) => alert !== null).length);
      }),
      { numRuns: 40 },
    );
  });

  it("gives every row of a heat map a letter for every year, and explains each letter", () => {
    fc.assert(
      fc.property(seeds, kinds, (seed, kind) => {
        const maps = blocksOf(chapterOf(reportOf(seed, kind), "domains"))
          .flatMap(({ charts }) => charts)
          .flatMap(({ heatMaps }) => heatMaps);
        for (const { years, rows, legend } of maps) {
          const letters = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
          expect(rows.every(({ cells }) => cells.length === years.length)).toBe(true);
          expect(new Set(letters)).toEqual(new Set(legend.map(({ text }) => text)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
