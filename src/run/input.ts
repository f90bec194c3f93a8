import type { Dataset } from "../data/dataset.js";
import { readManifest } from "../data/folder/read-manifest.js";
import { readData } from "../data/folder/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import { loadPlans } from "../plan/folder.js";
import type { Plan } from "../plan/plan.js";
import type { Settings } from "./settings.js";

export interface Input {
  /** All plans found: the data folder is read against all, so that one plan's rows are not foreign to it. */
  plans: readonly Plan[];
  /** The plans asked for. */
  chosen: readonly Plan[];
  dataset: Dataset;
  issues: readonly Issue[];
}

/**
 * Plans and data, as every scoring command needs them. The manifest may already be being read beside.
 * Throws ReportError where there is nothing to work on.
 */
export async function readInput(
  settings: Settings,
  reading = readManifest(settings.dataFolder),
): Promise<Input> {
  // What is wrong with it is told after what is wrong with the plans.
  reading.catch(() => undefined);
  return readInputFor(await readPlans(settings), settings, reading);
}

/** The same with plans that are read already. */
export async function readInputFor(
  { plans, chosen, issues: planIssues }: PlansRead,
  { dataFolder }: Settings,
  reading = readManifest(dataFolder),
): Promise<Input> {
  const { dataset, issues } = await readData(dataFolder, plans, reading);
  return { plans, chosen, dataset, issues: [...planIssues, ...issues] };
}

type PlansRead = Omit<Input, "dataset">;

/** The plans alone. Throws ReportError where none can be read or one asked for is not there. */
export async function readPlans(settings: Settings): Promise<PlansRead> {
  const { plans, issues: planIssues } = await loadPlans(settings.plansFolder);
  if (plans.length === 0) {
    throw new ReportError(
      "规划文件有错误，无法继续",
      EXIT.findings,
      "请先改正以上错误，再用 report validate 检查",
      planIssues,
    );
  }
  return { plans, chosen: choosePlans(plans, settings.planIds), issues: planIssues };
}

function choosePlans(plans: readonly Plan[], ids: readonly string[]): readonly Plan[] {
  const known = plans.map((plan) => plan.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const guess = nearest(id, known);
    throw new ReportError(
      `没有编号为“${id}”的规划`,
      EXIT.usage,
      guess === null ? `现有规划：${known.join("、")}` : `是否要写“${guess}”？`,
    );
  }
  return ids.length === 0 ? plans : plans.filter((plan) => ids.includes(plan.id));
}

/** Refuses a year outside a plan's period. */
export function checkPeriod(year: number, chosen: readonly Plan[]): void {
  for (const { title, period } of chosen) {
    if (year < period.start || year > period.end) {
      throw new ReportError(
        `${year}年不在《${title}》的规划期内`,
        EXIT.usage,
        `请选择${period.start}—${period.end}年之间的年份`,
      );
    }
  }
}

/**
 * Those of the plans for which anything was reported of the year, and a finding for each of the others: one
 * plan's data are often in before the other's. Refuses a year outside a plan's period, and a year without
 * data for any plan.
 */
export function plansWithData(
  year: number,
  chosen: readonly Plan[],
  dataset: Dataset,
): { ready: readonly Plan[]; issues: Issue[] } {
  checkPeriod(year, chosen);
  const [ready, empty] = partition(chosen, (plan) => reportedYears(plan, dataset).includes(year));
  if (ready.length === 0) throw noData(year, chosen, dataset);
  const issues = empty.map((plan) =>
    issue("report/no-data", null, {
      plan: plan.shortTitle,
      year,
      years: reportedYears(plan, dataset),
    }),
  );
  return { ready, issues };
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

function noData(year: number, chosen: readonly Plan[], dataset: Dataset): ReportError {
  const names = chosen.map(({ shortTitle }) => shortTitle).join("、");
  const years = [...new Set(chosen.flatMap((plan) => reportedYears(plan, dataset)))].sort((a, b) => a - b);
  return new ReportError(
    `数据文件夹中没有${names}${year}年的任何数据`,
    EXIT.usage,
    years.length === 0
      ? "请检查数据文件夹，用 report validate 查看每个工作簿读到了什么"
      : `已有数据的年份：${years.join("、")}`,
  );
}

/**
 * The years for which anything was reported of a plan, ascending. A refused cell counts: that there is an
 * error in it says more than that there are no data.
 */
export function reportedYears(plan: Plan, dataset: Dataset): number[] {
  const ids = plan.rows.flatMap((row) => [row.id, ...row.parts.map((part) => part.id)]);
  const years = ids.flatMap((id) => (dataset.series[id] ?? []).map(({ year }) => year));
  const grouped = dataset.groups.filter(({ indicator }) => ids.includes(indicator)).map(({ year }) => year);
  const refused = dataset.gaps.filter(
    ({ indicator, reason }) => reason === "refused" && ids.includes(indicator),
  );
  return [...new Set([...years, ...grouped, ...refused.map(({ year }) => year)])].sort((a, b) => a - b);
}

/** A course cannot be seen in two points: told before an evaluation is printed. */
export function fewYears(year: number, plan: Plan, dataset: Dataset): Issue[] {
  const years = reportedYears(plan, dataset).filter((each) => each <= year);
  return years.length < 3 ? [issue("report/few-years", null, { plan: plan.shortTitle, years })] : [];
}
