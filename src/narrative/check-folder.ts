import { join } from "node:path";
import type { Dataset } from "../data/dataset.js";
import { listFolder } from "../files/list.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import type { Plan } from "../plan/plan.js";
import { readNarrativeFile } from "./file.js";
import { lintNarrative } from "./lint.js";
import { bounded } from "./most-findings.js";
import { parseNarrative } from "./parse.js";
import { everySlot } from "./slots.js";

const FOLDER = "narrative";

/**
 * Findings in every narrative file of a data folder, whichever report it is for: headings, markup, figures.
 * What a report would miss is left to that report. A file no plan and year would read is a warning.
 */
export async function checkNarratives(
  dataFolder: string,
  plans: readonly Plan[],
  dataset: Dataset,
): Promise<Issue[]> {
  const { entries, refusal } = await listFolder(join(dataFolder, FOLDER));
  if (refusal !== null) return refusal.why === "missing" ? [] : [unreadable(refusal.reason)];
  const found: Issue[] = [];
  for (const { name } of entries.filter((each) => !/^(?:\.|~\$)/u.test(each.name))) {
    found.push(...(await checkFile(dataFolder, name, plans, dataset)));
  }
  return found;
}

function unreadable(reason: string): Issue {
  return issue("narrative/unreadable", { file: `${FOLDER}/` }, { reason });
}

async function checkFile(
  dataFolder: string,
  name: string,
  plans: readonly Plan[],
  dataset: Dataset,
): Promise<Issue[]> {
  const file = `${FOLDER}/${name}`;
  const [, id, year] = /^(.+)-(\d{4})\.md$/u.exec(name) ?? [];
  const plan = plans.find((each) => each.id === id);
  if (plan === undefined || year === undefined) {
    const guess = nearest(
      name,
      plans.map((each) => `${each.id}-${year ?? each.period.end}.md`),
    );
    return [issue("narrative/unknown-file", { file }, { nearest: guess, ids: plans.map((each) => each.id) })];
  }
  const { content, input, issues } = await readNarrativeFile(join(dataFolder, file), file);
  if (content === null || input === null) return issues;
  const { source, sections, issues: headings } = parseNarrative(file, content, everySlot(plan));
  const passages = sections.flatMap((section) => section.passages);
  return [
    ...issues,
    ...bounded(file, [...headings, ...sections.flatMap((section) => section.issues)]),
    ...lintNarrative({ source, passages }, plan, dataset, Number(year)),
  ];
}
