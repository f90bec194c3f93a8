import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.js";
import { readData } from "../../src/data/folder/read.js";
import { annualModel } from "../../src/report/annual.js";
import type { Block, ReportModel } from "../../src/report/model.js";
import { scorePlan } from "../../src/score/score.js";
import { CONTEXT } from "./context.js";
import { allBlocks, compose } from "./evaluation/compose.js";
import { captionsOf, citedIn } from "./model-text.js";
import { children, women } from "./plans.js";

const FOLDERS = { 2025: "fixtures/data", 2030: "fixtures/data-2030" } as const;
const datasets = new Map<number, Dataset>();

beforeAll(async () => {
  for (const [year, folder] of Object.entries(FOLDERS))
    datasets.set(Number(year), (await readData(folder, [women, children])).dataset);
});

/** The sentences of the running text, figures and all. */
function sentencesOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => heading + text));
  return texts
    .flatMap((text) => text.replace(/^（[^）]*）|^\d\./u, "").split("。"))
    .filter((text) => text !== "");
}

function blocksOf(model: ReportModel): Block[] {
  if (model.kind !== "annual") return allBlocks(model);
  const { domains, projects, problems, alerts, recommendations, annexes } = model;
  return [...domains, projects, problems, alerts, recommendations, ...annexes].flatMap(
    ({ blocks }) => blocks,
  );
}

function twice(model: ReportModel): string[] {
  const sentences = sentencesOf(blocksOf(model));
  return sentences.filter((text, at) => sentences.indexOf(text) < at);
}

/** Tables and pictures that no text points to. */
function uncitedIn(model: ReportModel): string[] {
  const cited = citedIn(model);
  return captionsOf(model).filter((caption) => !cited.has(caption));
}

describe.each([women, children])("$shortTitle", (plan) => {
  it("says no sentence twice in the annual report, and points to every table and picture", () => {
    const data = datasets.get(2025)!;
    const model = annualModel(scorePlan(plan, data, 2025), data, CONTEXT);
    expect(twice(model)).toEqual([]);
    expect(uncitedIn(model)).toEqual([]);
  });

  it.each([
    ["midterm", 2025],
    ["final", 2030],
  ] as const)(
    "says no sentence twice in the %s report, and points to every table and picture",
    (kind, year) => {
      const model = compose(plan, datasets.get(year)!, year, { kind });
      expect(twice(model)).toEqual([]);
      expect(uncitedIn(model)).toEqual([]);
    },
  );
});
