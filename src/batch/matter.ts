import type { NamedBytes } from "../files/outputs.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { scorecardText } from "../report/exports/scorecard-json.js";
import { plansWithData, readInput, type Input } from "../run/input.js";
import { REPORT_KINDS } from "../run/report-kinds.js";
import { compiled, jobFor, type Press } from "../run/reports.js";
import type { Settings } from "../run/settings.js";
import { scorePlan } from "../score/score.js";
import { isBlocked } from "../show/blocked.js";
import { issueCount } from "../show/show-issues.js";
import { SCORE_FILE } from "./layout.js";
import { otherRegions } from "./regions.js";
import type { BatchKind, Failure } from "./shard-log.js";

/** What is made of one district's year. */
export interface Matter {
  /** null where its data cannot be scored. */
  score: NamedBytes | null;
  outputs: readonly NamedBytes[];
  /** Why there are no outputs; null where all went well. */
  failure: Failure | null;
}

/** What is to be made, and of whom. */
export interface Subject {
  kind: BatchKind;
  year: number;
  /** What the list calls the district. */
  name: string;
}

/** Opens what prints, when the first district wants it. */
export type OpenPress = () => Promise<Press>;

/**
 * The score of a district's folders, and its reports unless the score is all that is asked for. What is wrong with
 * the folders is the failure; bugs, and a browser that is not there, are thrown.
 */
export async function matterOf(subject: Subject, settings: Settings, openPress: OpenPress): Promise<Matter> {
  let score: NamedBytes | null = null;
  try {
    const read = await readYear(subject, settings);
    score = scoreOf(read);
    if (subject.kind !== "score")
      return { score, ...(await reportsOf(subject.kind, read, settings, openPress)) };
    return { score, outputs: [], failure: heldUp([...read.issues, ...read.strays], settings) };
  } catch (error) {
    if (!(error instanceof ReportError) || error.exitCode === EXIT.noBrowser) throw error;
    return { score, outputs: [], failure: failureOf(error.message, error.issues) };
  }
}

/** A year of a district, as it was read. */
interface YearRead {
  year: number;
  ready: readonly Plan[];
  input: Input;
  /** Those of the input, and plans without data: what `report score` tells. */
  issues: readonly Issue[];
  /** Plans and data that are another district's. */
  strays: readonly Issue[];
}

async function readYear({ kind, year, name }: Subject, settings: Settings): Promise<YearRead> {
  const input = await readInput(settings);
  const { ready, issues } = plansWithData(year, input.chosen, input.dataset);
  // Nothing is printed of a score: all districts may be scored by the plan of the level above.
  const strays = otherRegions(name, input.dataset.manifest, kind === "score" ? [] : ready);
  return { year, ready, input, issues: [...input.issues, ...issues], strays };
}

/** What `report score --format json` prints. */
function scoreOf({ year, ready, input, issues }: YearRead): NamedBytes {
  const scorecards = ready.map((plan) => scorePlan(plan, input.dataset, year));
  return {
    name: SCORE_FILE,
    bytes: Buffer.from(scorecardText(scorecards, issues, input.dataset.manifest.status)),
  };
}

async function reportsOf(
  kind: Exclude<BatchKind, "score">,
  { year, ready, input, issues, strays }: YearRead,
  settings: Settings,
  openPress: OpenPress,
): Promise<Omit<Matter, "score">> {
  const [recipe, { dataset }] = [REPORT_KINDS[kind], input];
  const jobs = await Promise.all(ready.map((plan) => jobFor(recipe, plan, input, year, settings)));
  const failure = heldUp([...issues, ...strays, ...jobs.flatMap((job) => job.issues)], settings);
  if (failure !== null) return { outputs: [], failure };
  const read = { dataset, issues: input.issues };
  const { outputs, record } = await compiled(recipe, jobs, read, {}, settings, await openPress());
  return { outputs: [...outputs, ...record], failure: null };
}

/** Why findings keep a report from being printed; null where they do not. */
function heldUp(issues: readonly Issue[], settings: Settings): Failure | null {
  if (!isBlocked(issues, settings)) return null;
  const stopping = issues.filter((each) => isBlocked([each], settings));
  return failureOf(`规划、数据或文字材料有${issueCount(stopping)}`, stopping);
}

export function failureOf(message: string, issues: readonly Issue[]): Failure {
  const findings = issues.map((each) => ({ code: each.code, message: each.message, where: each.where }));
  return { message, findings };
}
