import path, { join } from "node:path";
import type { Dataset } from "../data/dataset.js";
import { listFolder } from "../files/list.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import type { Plan } from "../plan/plan.js";
import { addCounts, countsOf, type ClaimCounts } from "../claims/check.js";
import { readNarrativeFile } from "../narrative/file.js";
import type { ReportKind } from "../narrative/narrative.js";
import { bounded } from "../narrative/most-findings.js";
import { marksIssues } from "../narrative/read.js";
import { parseNarrative } from "../narrative/parse.js";
import { everySlot, narrativeName, slotsFor } from "../narrative/slots.js";
import { checkProse, type CheckedProse } from "./check-prose.js";

const FOLDER = "narrative";
const KINDS: readonly ReportKind[] = ["annual", "midterm", "final"];

/**
 * Findings in every narrative file of a data folder, whichever report it is for: headings, markup, figures.
 * What a report would miss is left to that report. A file no plan and year would read is a warning.
 */
export async function checkNarratives(
  dataFolder: string,
  plans: readonly Plan[],
  dataset: Dataset,
): Promise<CheckedProse> {
  const { entries, refusal } = await listFolder(join(dataFolder, FOLDER));
  if (refusal !== null) return found(refusal.why === "missing" ? [] : [unreadable(refusal.reason)]);
  const issues: Issue[] = [];
  let claims: ClaimCounts = countsOf([]);
  for (const { name } of entries.filter((each) => !/^(?:\.|~\$)/u.test(each.name))) {
    const checked = await checkFile(dataFolder, name, plans, dataset);
    issues.push(...checked.issues);
    claims = addCounts(claims, checked.claims);
  }
  return { issues, claims };
}

/** Findings where no figure was read. */
function found(issues: readonly Issue[]): CheckedProse {
  return { issues, claims: countsOf([]) };
}

function unreadable(reason: string): Issue {
  return issue("narrative/unreadable", { file: `${FOLDER}/` }, { reason });
}

async function checkFile(
  dataFolder: string,
  name: string,
  plans: readonly Plan[],
  dataset: Dataset,
): Promise<CheckedProse> {
  const file = `${FOLDER}/${name}`;
  const [, id, year, of] = /^(.+)-(\d{4})(?:-([a-z]+))?\.md$/u.exec(name) ?? [];
  const kind = KINDS.find((each) => each === of) ?? null;
  const plan = plans.find((each) => each.id === id);
  if (plan === undefined || year === undefined || (of !== undefined && kind === null)) {
    const guess = nearest(
      name,
      plans.flatMap((each) =>
        [null, ...KINDS].map((of) =>
          path.posix.basename(narrativeName(each, Number(year ?? each.period.end), of)),
        ),
      ),
    );
    const ids = plans.map((each) => each.id);
    return found([issue("narrative/unknown-file", { file }, { nearest: guess, ids })]);
  }
  const { content, input, issues } = await readNarrativeFile(join(dataFolder, file), file);
  if (content === null || input === null) return found(issues);
  const slots = kind === null ? everySlot(plan) : slotsFor(kind, plan);
  const { source, sections, issues: headings } = parseNarrative(file, content, slots);
  const passages = sections.flatMap((section) => section.passages);
  const ofSections = sections.flatMap((section) => [...section.issues, ...marksIssues(section, slots)]);
  const ofText = bounded(file, [...headings, ...ofSections]);
  const own = await ownOf(kind, plan, dataset, Number(year));
  const prose = checkProse({ source, passages }, plan, dataset, Number(year), own);
  return { issues: [...issues, ...ofText, ...prose.issues], claims: prose.claims };
}

/** The words of the report that a file of its kind may have been written from. */
async function ownOf(kind: ReportKind | null, plan: Plan, dataset: Dataset, year: number): Promise<string> {
  const { start, end } = plan.period;
  if (kind === null || year < start || year > end) return "";
  const { ownWords } = await import("./own-words.js");
  return ownWords(kind, plan, dataset, year);
}
