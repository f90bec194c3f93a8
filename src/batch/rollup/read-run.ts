import path from "node:path";
import { hasErrors, issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { compareText } from "../../terms/compare-text.js";
import { SCORE_FILE } from "../layout.js";
import { readShardLogs } from "../read-logs.js";
import type { DistrictLine, ShardLog } from "../shard-log.js";
import { checkShards } from "./check-shards.js";
import { gatherer, type District, type Gathered } from "./gather.js";
import { otherPlan } from "./other-plan.js";
import { readScoreFile } from "./score-file.js";

/** What a run over many districts left, gathered; nothing is kept of a district but its figures. */
export interface RunRead {
  gathered: readonly Gathered[];
  /** Districts of the list that are not among the gathered, and why. */
  left: readonly (District & { reason: string })[];
  /** What any district says of its figures: 示例 where one of them is made up, else 初步 where one may still change. */
  dataStatus: string;
  issues: readonly Issue[];
}

/** A district that is to be read, and where it lies. */
interface Source extends District {
  file: string;
}

/**
 * Reads the OUT folders of one run, shards on several machines in several folders. With an error among the findings
 * nothing is to be added up.
 */
export async function readRun(folders: readonly string[], plans: readonly Plan[]): Promise<RunRead> {
  const found = await Promise.all(
    folders.map(async (folder) => ({ folder, ...(await readShardLogs(folder)) })),
  );
  const logs = found.flatMap((each) => each.logs);
  const broken = found.flatMap((each) => each.issues);
  const wrong = [...broken, ...(broken.length > 0 ? [] : checkShards(logs, folders))];
  if (hasErrors(wrong)) return { gathered: [], left: [], dataStatus: "", issues: wrong };
  const lines = found.flatMap(({ folder, logs: own }) => linesOf(folder, own));
  const left = lines.filter(({ line }) => reasonLeft(line) !== null);
  const sources = lines
    .filter(({ line }) => reasonLeft(line) === null)
    .map(({ line: { code, name }, folder }) => ({ code, name, file: path.join(folder, code, SCORE_FILE) }))
    .sort((a, b) => compareText(a.code, b.code));
  const read = await gather(sources, plans);
  return {
    ...read,
    left: left.map(({ line }) => ({ code: line.code, name: line.name, reason: reasonLeft(line) ?? "" })),
    issues: [...left.map(({ line, file }) => failed(line, file)), ...read.issues],
  };
}

function linesOf(folder: string, logs: readonly ShardLog[]) {
  return logs.flatMap(({ file, lines }) => lines.map((line) => ({ folder, file, line })));
}

/** Why a district is left out; null for one that is not. Figures with errors in them would be added to all others. */
function reasonLeft(line: DistrictLine): string | null {
  if (line.outcome !== "failed") return null;
  return line.scored && line.failure.findings.length === 0 ? null : line.failure.message;
}

function failed(line: DistrictLine, file: string): Issue {
  return issue("rollup/failed", { file }, { name: line.name, reason: reasonLeft(line) ?? "" });
}

/** One after the other: each is let go of before the next is read. */
async function gather(sources: readonly Source[], plans: readonly Plan[]): Promise<Omit<RunRead, "left">> {
  const { add, gathered } = gatherer();
  const issues: Issue[] = [];
  const states = new Set<string>();
  for (const { code, name, file } of sources) {
    const { score, reason } = await readScoreFile(file);
    if (score === null) {
      issues.push(issue("rollup/score-unreadable", { file }, { name, reason }));
      continue;
    }
    states.add(score.dataStatus);
    for (const { plan: id, rows } of score.plans) {
      const plan = plans.find((each) => each.id === id);
      if (plan === undefined) continue;
      const what = otherPlan(rows, plan);
      if (what === null) add({ code, name, plan: id, year: score.year, rows });
      else issues.push(issue("rollup/other-plan", { file }, { name, what }));
    }
  }
  const dataStatus = ["示例", "初步"].find((status) => states.has(status)) ?? "";
  return { gathered: gathered(), dataStatus, issues };
}
