import path from "node:path";
import { UTF8_ONLY } from "../files/decode.js";
import { sha256 } from "../files/digest.js";
import { listFolder } from "../files/list.js";
import { readText } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import { compiledPlan } from "./compiled.js";
import { MAX_BYTES, refusedYaml } from "../yaml/refused.js";
import { indicatorsOf } from "./lookup.js";
import type { Plan } from "./plan.js";

/**
 * Reads every .yaml and .yml file of a folder. The plans come in the order their document issued them, else by
 * file name. Plans with errors are left out; their issues are in the list. Throws ReportError where the folder is missing or holds no plan file.
 */
export async function loadPlans(folder: string): Promise<{ plans: Plan[]; issues: Issue[] }> {
  const names = (await namesIn(folder)).filter(isPlanFile);
  if (names.length === 0) {
    throw new ReportError(
      `文件夹“${folder}”中没有规划文件`,
      EXIT.usage,
      "请放入 .yaml 规划文件，或用 --plans 指定规划文件所在的文件夹",
    );
  }
  const loaded = await Promise.all(names.map((name) => readPlanFile(path.join(folder, name))));
  const plans = loaded
    .flatMap(({ plan }) => (plan === null ? [] : [plan]))
    .sort((a, b) => a.document.part - b.document.part);
  const clashes = clashesBetween(plans);
  const refused = new Set(clashes.map(({ where }) => where?.file));
  return {
    plans: plans.filter(({ file }) => !refused.has(file)),
    issues: [...loaded.flatMap(({ issues }) => issues), ...clashes],
  };
}

/** Whether a file of this name is read as a plan. */
export function isPlanFile(name: string): boolean {
  return /\.ya?ml$/iu.test(name) && !name.startsWith(".");
}

async function namesIn(folder: string): Promise<string[]> {
  const { entries, refusal } = await listFolder(folder);
  if (refusal === null) return entries.map(({ name }) => name);
  const message =
    refusal.why === "missing"
      ? `找不到规划文件夹“${folder}”`
      : `规划文件夹“${folder}”打不开：${refusal.reason}`;
  throw new ReportError(message, EXIT.usage, "请检查 --plans 指定的文件夹和访问权限");
}

/** Reads one plan file. What the file may be instead is a finding, never an exception. */
export async function readPlanFile(file: string): Promise<{ plan: Plan | null; issues: Issue[] }> {
  const { text, content, refusal } = await readText(file, MAX_BYTES, UTF8_ONLY);
  if (refusal !== null) return { plan: null, issues: [refusedYaml(refusal, file, "规划文件")] };
  const digest = sha256(content);
  const sound = SOUND.get(digest);
  const known = sound === undefined ? await compiledPlan(digest, file) : called(sound, file);
  const read = known === null ? await readAnew(file, text) : { plan: known, issues: [] };
  if (read.plan !== null && read.issues.length === 0) keep(digest, read.plan);
  return read;
}

/** Plans without findings that were read last, by their bytes: whoever reads many folders reads what they share once. */
const SOUND = new Map<string, Plan>();

/** Some more than one folder has; where every district has its own, more would only pile up. */
const MOST_KEPT = 8;

function keep(digest: string, plan: Plan): void {
  SOUND.delete(digest);
  SOUND.set(digest, plan);
  const [oldest = digest] = SOUND.keys();
  if (SOUND.size > MOST_KEPT) SOUND.delete(oldest);
}

function called(plan: Plan, file: string): Plan {
  return plan.file === file ? plan : { ...plan, file };
}

async function readAnew(file: string, text: string): ReturnType<typeof readPlanFile> {
  const { loadPlan } = await import("./load.js");
  return loadPlan(file, text);
}

/** Plans of one folder share neither id nor indicator ids: the figures of all are kept by id. */
function clashesBetween(plans: readonly Plan[]): Issue[] {
  const holders = new Map<string, string>();
  return plans.flatMap((plan) => {
    const ids = [plan.id, ...plan.rows.map(({ id }) => id), ...indicatorsOf(plan).map(({ id }) => id)];
    const clash = ids.find((id) => (holders.get(id) ?? plan.file) !== plan.file);
    for (const id of ids) holders.set(id, holders.get(id) ?? plan.file);
    if (clash === undefined) return [];
    return [
      issue("plan/id-of-another-plan", { file: plan.file }, { id: clash, other: holders.get(clash) ?? "" }),
    ];
  });
}
