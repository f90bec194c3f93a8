import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { datasetOf } from "../../src/data/settle/dataset-of.js";
import type { Dataset } from "../../src/data/dataset.js";
import { NO_MANIFEST } from "../../src/data/dataset.js";
import { sampleData } from "../fixtures/sample-data.js";
import { formFileName, formWorkbook } from "../../src/forms/write/form-workbook.js";
import { reporterForms, type ReporterForm } from "../../src/forms/write/reporter-forms.js";
import { refusesFigure } from "../../src/issues/issue.js";
import { scorePlan } from "../../src/score/score.js";
import { writeWorkbook } from "../../src/workbook/write/write.js";
import { plans } from "../data/book.js";
import { testFolder } from "../workbook/folder.js";
import {
  anything,
  figureSaid,
  fill,
  isCounted,
  isReached,
  keyOf,
  measureSaid,
  type Saying,
} from "./filling.js";

const folder = testFolder();
const YEAR = 2025;
let forms: ReporterForm[] = [];

beforeAll(async () => {
  const { dataset } = await sampleData();
  forms = reporterForms(plans, { ...dataset, sample: false }, YEAR);
});

/** The form filled in, saved, sent back and read. */
async function returned(form: ReporterForm, saying: Saying): Promise<ReturnType<typeof datasetOf>> {
  const layouts = fill(formWorkbook(form), form, saying).map(({ layout }) => layout);
  const bytes = await writeWorkbook(layouts, { title: "", author: "", date: "2026-01-05" });
  const file = await folder.read(bytes, `${formFileName(form)}.xlsx`);
  return datasetOf([file], NO_MANIFEST, plans);
}

describe("a form nobody filled in", () => {
  it("is read without a finding, and tells of nothing but last year", { tags: ["patience"] }, async () => {
    for (const form of forms) {
      const bytes = await writeWorkbook(
        formWorkbook(form).map(({ layout }) => layout),
        { title: "", author: "", date: "2026-01-05" },
      );
      const file = await folder.read(bytes, `${formFileName(form)}.xlsx`);
      const { dataset, issues } = datasetOf([file], NO_MANIFEST, plans);
      expect(issues, form.reporter).toEqual([]);
      const years = Object.values(dataset.series).flatMap((series) => series.map(({ year }) => year));
      expect([...new Set(years)].filter((year) => year !== YEAR - 1)).toEqual([]);
      expect([...dataset.groups, ...dataset.progress, ...dataset.measures]).toEqual([]);
    }
  });
});

describe("whatever is filled in", () => {
  it(
    "comes back as figures, reasons, towns and projects, and is what the score is made of",
    { tags: ["patience"] },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat().map((n) => forms[n % forms.length]),
          fc.func(anything),
          async (form, saying) => {
            if (form === undefined) throw new Error("there are no forms");
            const { dataset, issues } = await returned(form, saying);
            expect(issues.filter(refusesFigure)).toEqual([]);
            expectFigures(form, dataset, saying);
            expectTowns(form, dataset, saying);
            expectProjects(form, dataset, saying);
            expectMeasures(form, dataset, saying);
          },
        ),
        { numRuns: 40, seed: 20260105 },
      );
    },
  );
});

function expectFigures(form: ReporterForm, dataset: Dataset, saying: Saying): void {
  const scored = plans
    .flatMap((plan) => scorePlan(plan, dataset, YEAR).rows)
    .flatMap((row) => [row, ...row.parts]);
  for (const { indicator, ratio } of form.sections.flatMap(({ lines }) => lines)) {
    const { id } = indicator;
    const said = saying(keyOf({ id, detail: "" }));
    const typed = figureSaid(form, id, said);
    const observation = dataset.series[id]?.find(({ year }) => year === YEAR);
    if (typed === null) {
      expect(observation).toBeUndefined();
      const gap = dataset.gaps.find((each) => each.indicator === id && each.year === YEAR);
      expect(gap?.statedReason ?? "").toBe(said.reason);
      continue;
    }
    const value = ratio ? observation?.display : observation?.value.toString();
    expect(value).toBe(typed);
    expect(observation).toMatchObject({
      reporter: form.reporter,
      remark: said.words,
      dataSource: said.words,
    });
    const asked = indicator.decimals > 0 || /[%‰]/u.test(indicator.unit);
    const denominator = asked && !ratio ? said.denominator : null;
    expect(observation?.denominator?.value.toNumber() ?? null).toBe(denominator);
    const judged = scored.find((each) => each.id === id);
    const towns = form.breakdowns.some((each) => each.indicator.id === id);
    if (judged !== undefined && !towns) expect(judged.value).toEqual(observation?.value);
  }
}

function expectTowns(form: ReporterForm, dataset: Dataset, saying: Saying): void {
  const asked = form.breakdowns.flatMap(({ indicator, groups, blanks }) => {
    const unnamed = Array.from({ length: blanks }, (_, index) => String(groups.length + index + 1));
    return [...groups.map(({ name }) => name), ...unnamed].map((detail) => ({ id: indicator.id, detail }));
  });
  const expected = asked.flatMap(({ id, detail }) => {
    const figure = figureSaid(form, id, saying(keyOf({ id, detail })));
    return figure === null ? [] : [`${id} ${/^\d+$/u.test(detail) ? `第${detail}街道` : detail} ${figure}`];
  });
  const read = dataset.groups.map(
    ({ indicator, group, value }) => `${indicator} ${group} ${value.toString()}`,
  );
  expect(read.sort()).toEqual(expected.sort());
}

function expectProjects(form: ReporterForm, dataset: Dataset, saying: Saying): void {
  const expected = form.projects.flatMap((project) => {
    const { status, words } = saying(project.id);
    if (status === "") return [];
    const quantities = project.quantities.map((quantity) => {
      const { name, goal } = quantity;
      const { share } = saying(keyOf({ id: project.id, detail: name }));
      const done = isCounted(quantity) ? share : share === null ? null : Number(isReached(share));
      return { name, goal: goal?.toString() ?? null, done: done === null ? null : String(done) };
    });
    return [
      { project: project.id, year: YEAR, status, progress: words, reporter: form.reporter, quantities },
    ];
  });
  const read = dataset.progress.map(({ project, year, status, progress, reporter, quantities }) => ({
    ...{ project, year, status, progress, reporter },
    quantities: quantities.map(({ name, goal, done }) => ({
      name,
      goal: goal?.toString() ?? null,
      done: done?.toString() ?? null,
    })),
  }));
  expect(read).toEqual(expected.sort((a, b) => (a.project < b.project ? -1 : 1)));
}

function expectMeasures(form: ReporterForm, dataset: Dataset, saying: Saying): void {
  const expected = form.measures.flatMap(({ id }) => {
    const status = measureSaid(saying(id));
    return status === "" ? [] : [[id, YEAR, status, saying(id).words, form.reporter]];
  });
  const read = dataset.measures.flatMap(({ measure, year, status, reports }) =>
    reports.map(({ progress, reporter }) => [measure, year, status, progress, reporter]),
  );
  expect(read).toEqual(expected.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
