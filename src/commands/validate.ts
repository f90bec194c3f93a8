import path from "node:path";
import { ReportError } from "../error.js";
import { hasErrors, type Issue } from "../issue.js";
import { loadPlans } from "../plan/folder.js";
import type { Plan } from "../plan/plan.js";
import { checkData, checkPath, checkTemplateFolder, exists, type Found } from "./check-subjects.js";
import { githubIssues } from "./github-issues.js";
import { excerptOf, type Excerpt } from "./issue-excerpt.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "./settings.js";
import { issueCount, leftOut, prettyIssues } from "./show-issues.js";

const CHOICES = { known: ["pretty", "json", "github"], defaults: ["pretty"] };

/** As many findings a person reads in one go; other programs get them all unless --max-problems says otherwise. */
const MOST_READ = 200;

/** How the findings are written out; `all` are counted where some are left out. */
type Format = (excerpt: Excerpt, all: readonly Issue[], surroundings: Surroundings) => string;

const FORMATS: Readonly<Record<string, { most: number; text: Format }>> = {
  pretty: { most: MOST_READ, text: prettyText },
  json: {
    most: Infinity,
    text: ({ shown, left }) => `${JSON.stringify({ schemaVersion: 1, issues: shown, left }, null, 2)}\n`,
  },
  github: { most: Infinity, text: ({ shown, left }) => githubIssues(shown, left) },
};

/**
 * Findings in plans, data and templates: all of them, or those of the paths given. Returns 1 when there
 * are errors (or, with --strict, warnings), shown or not.
 */
export async function validate(
  paths: readonly string[],
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<0 | 1> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const format = settings.formats[0] ?? "pretty";
  const { most, text } = FORMATS[format] ?? { most: MOST_READ, text: prettyText };
  const limit = options.maxProblems === undefined ? most : mostOf(options.maxProblems);
  const { plans, issues: planIssues } = await loadPlans(settings.plansFolder);
  const found = paths.length === 0 ? await checkAll(plans, planIssues, settings, surroundings) : [];
  for (const file of paths) found.push(await checkPath(file, plans));
  const issues = found.flatMap((each) => (format === "github" ? fromHere(each) : each.issues));
  surroundings.terminal.out(text(excerptOf(issues, limit), issues, surroundings));
  return hasErrors(issues) || (settings.strict && issues.some(({ severity }) => severity === "warning"))
    ? 1
    : 0;
}

async function checkAll(
  plans: readonly Plan[],
  planIssues: readonly Issue[],
  { dataFolder, templatesFolder, demo }: Settings,
  { terminal }: Surroundings,
): Promise<Found[]> {
  const found = [{ folder: "", issues: planIssues }, await checkTemplateFolder(templatesFolder)];
  const hasData = demo || (await exists(dataFolder));
  if (hasData && plans.length > 0) return [...found, await checkData(dataFolder, plans)];
  if (!hasData)
    terminal.err(
      `没有数据文件夹“${dataFolder}”，只检查了规划文件和版式；用 --data 指定，或用 --demo 检查示例数据。\n`,
    );
  return found;
}

/** "0" is no limit. */
function mostOf(text: string): number {
  const most = /^\d{1,9}$/u.test(text) ? Number(text) : NaN;
  if (Number.isNaN(most)) {
    throw new ReportError(`--max-problems 的个数“${text}”无法识别`, 2, "请写整数，如 50；0 表示全部列出");
  }
  return most === 0 ? Infinity : most;
}

/** Annotations name files as they stand in the repository, which is where the checks are run. */
function fromHere({ folder, issues }: Found): Issue[] {
  return issues.map((each) => {
    if (each.where === null) return each;
    const file = path.relative("", path.resolve(folder, each.where.file)).replaceAll("\\", "/");
    return { ...each, where: { ...each.where, file } };
  });
}

function prettyText({ shown, left }: Excerpt, all: readonly Issue[], { terminal }: Surroundings): string {
  if (all.length === 0) return "检查完毕，没有发现问题。\n";
  const more = left.length === 0 ? "" : `${leftOut(left)}，加 --max-problems 0 可全部列出`;
  return `${prettyIssues(shown, terminal.colour.out)}\n共${issueCount(all)}${more === "" ? "" : `；${more}`}。\n`;
}
