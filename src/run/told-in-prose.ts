import { issue, type Issue } from "../issues/issue.js";
import { textOf } from "../narrative/narrative.js";
import type { Block, ReportModel } from "../report/model.js";
import type { Scorecard, ScoredIndicator } from "../score/scorecard.js";

/** What people wrote with figures of rows that a public edition does not tell: nobody but they can take it out. */
export function toldInProse(model: ReportModel, { rows }: Scorecard): Issue[] {
  const withheld = rows
    .flatMap((row): readonly ScoredIndicator[] => [row, ...row.parts])
    .filter((scored) => scored.withheld.length > 0);
  const sentences = blocksOf(model)
    .flatMap(({ prose }) => prose.flatMap(({ items }) => items))
    .map(textOf)
    .flatMap((text) => text.split(/(?<=[。；])/u))
    .filter((text) => /\p{Nd}/u.test(text));
  return withheld.flatMap(({ indicator: { name, aliases } }) =>
    sentences
      .filter((text) => [name, ...aliases].some((each) => text.includes(each)))
      .map((text) => issue("report/withheld-in-prose", null, { name, text })),
  );
}

function blocksOf(model: ReportModel): Block[] {
  if (model.kind === "annual") {
    const { domains, projects, problems, alerts, recommendations } = model;
    return [...domains, projects, problems, alerts, recommendations].flatMap(({ blocks }) => blocks);
  }
  const { summary, chapters } = model;
  const sections = chapters.flatMap((chapter) => [chapter, ...chapter.sections]);
  return [summary, ...sections].flatMap(({ blocks }) => blocks);
}
