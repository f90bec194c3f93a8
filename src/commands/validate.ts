import { tableOf } from "../terms/table-of.js";
import path from "node:path";
import { standingAt } from "../files/list.js";
import { EXIT, type ExitCode, ReportError } from "../issues/error.js";
import { hasErrors, type Issue } from "../issues/issue.js";
import { loadPlans } from "../plan/folder.js";
import { checkData, checkPath, checkTemplateFolder, named, type Found } from "../run/check-subjects.js";
import type { SheetCoverage } from "../data/coverage/coverage.js";
import { addCounts, countsOf, type ClaimCounts } from "../claims/check.js";
import { claimsText } from "../show/claims.js";
import { coverageText } from "../show/coverage.js";
import { githubIssues } from "../show/github-issues.js";
import { excerptOf, type Excerpt } from "../show/issue-excerpt.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "../run/settings.js";
import { excuseHint, issueCount, leftOut, prettyIssues } from "../show/show-issues.js";

const CHOICES = { known: ["pretty", "json", "github"], defaults: ["pretty"] };

/** As many findings a person reads in one go; other programs get them all unless --max-problems says otherwise. */
const MOST_READ = 200;

/** How the findings are written out; `all` are counted where some are left out. */
type Format = (
  excerpt: Excerpt,
  told: { all: readonly Issue[]; coverage: readonly SheetCoverage[]; claims: ClaimCounts },
  surroundings: Surroundings,
) => string;

const FORMATS = tableOf<{ most: number; text: Format }>({
  pretty: { most: MOST_READ, text: (...told) => prettyText(...told) },
  json: {
    most: Infinity,
    text: ({ shown, left }, { coverage, claims }) =>
      `${JSON.stringify({ schemaVersion: 1, issues: shown, left, coverage, claims }, null, 2)}\n`,
  },
  github: { most: Infinity, text: ({ shown, left }) => githubIssues(shown, left) },
});

/**
 * Findings in plans, data and templates: all of them, or those of the paths given. Returns 1 when there
 * are errors (or, with --strict, warnings), shown or not. Throws ReportError, once all findings are told,
 * where something could not be checked at all.
 */
export async function validate(
  paths: readonly string[],
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const format = settings.formats[0] ?? "pretty";
  const { most, text } = FORMATS[format] ?? { most: MOST_READ, text: prettyText };
  const limit = options.maxProblems === undefined ? most : mostOf(options.maxProblems);
  const found = await (paths.length === 0
    ? checkAll(settings, options.data !== undefined, surroundings)
    : checkPaths(paths, settings, options.data !== undefined));
  const issues = found.flatMap((each) => (format === "github" ? fromHere(each) : each.issues));
  const failure = found.find((each) => each.failure !== null)?.failure ?? null;
  const coverage = found.flatMap((each) => each.coverage);
  const claims = found.flatMap((each) => each.claims ?? []).reduce(addCounts, countsOf([]));
  if (failure === null || issues.length > 0)
    surroundings.terminal.out(
      text(excerptOf(issues, limit), { all: issues, coverage, claims }, surroundings),
    );
  if (failure !== null) throw new ReportError(failure.message, failure.exitCode, failure.hint);
  return hasErrors(issues) || (settings.strict && issues.some(({ severity }) => severity === "warning"))
    ? EXIT.findings
    : EXIT.done;
}

/** `dataNamed`: the user said where the data are, so that they must be there. */
async function checkAll(
  { plansFolder, dataFolder, templatesFolder, demo }: Settings,
  dataNamed: boolean,
  { terminal }: Surroundings,
): Promise<Found[]> {
  const { plans, issues } = await loadPlans(plansFolder);
  const found = [named(issues), await checkTemplateFolder(templatesFolder)];
  if (hasErrors(issues)) {
    terminal.err("规划文件有错误，没有检查数据：数据要对照规划来读，请改正后再检查一次。\n");
    return found;
  }
  if (demo || dataNamed || (await standingAt(dataFolder)) !== null)
    return [...found, await checkData(dataFolder, plans)];
  terminal.err(
    `没有数据文件夹“${dataFolder}”，只检查了规划文件和版式；用 report init 建立，或用 --data 指定。\n`,
  );
  return found;
}

/**
 * The paths, and the folders that options name. What is wrong with the plans they are read against is told too,
 * unless the paths are the plans.
 */
async function checkPaths(
  paths: readonly string[],
  { plansFolder, dataFolder, templatesFolder }: Settings,
  dataNamed: boolean,
): Promise<Found[]> {
  const { plans, issues } = await loadPlans(plansFolder);
  const folder = path.resolve(plansFolder);
  const arePlans = paths.some((file) =>
    [path.resolve(file), path.dirname(path.resolve(file))].includes(folder),
  );
  const found = [named(arePlans ? [] : issues)];
  for (const file of paths) found.push(await checkPath(file, plans));
  if (templatesFolder !== null) found.push(await checkTemplateFolder(templatesFolder));
  return dataNamed ? [...found, await checkData(dataFolder, plans)] : found;
}

/** "0" is no limit. */
function mostOf(text: string): number {
  const most = /^\d{1,9}$/u.test(text) ? Number(text) : NaN;
  if (Number.isNaN(most)) {
    throw new ReportError(
      `--max-problems 的个数“${text}”无法识别`,
      EXIT.usage,
      "请写整数，如 50；0 表示全部列出",
    );
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

const prettyText: Format = ({ shown, left }, { all, coverage, claims }, { terminal }) => {
  const figures = `${coverage.length === 0 ? "" : `\n${coverageText(coverage)}`}${claimsText(claims)}`;
  if (all.length === 0) return `检查完毕，没有发现问题。\n${figures}`;
  const more = left.length === 0 ? "" : `${leftOut(left)}，加 --max-problems 0 可全部列出`;
  return `${prettyIssues(shown, terminal.colour.out)}
共${issueCount(all)}${more === "" ? "" : `；${more}`}。${excuseHint(all)}
${figures}`;
};
