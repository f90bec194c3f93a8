import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import { compiledPlan } from "./compiled.js";
import { MAX_BYTES, MAX_SIZE_SHOWN } from "../yaml/limits.js";
import { indicatorsOf } from "./lookup.js";
import type { Plan } from "./plan.js";

/**
 * Reads every .yaml and .yml file of a folder. The plans come in the order their document issued them, else by
 * file name. Plans with errors are left out; their issues are in the list. Throws ReportError where the folder is missing or holds no plan file.
 */
export async function loadPlans(folder: string): Promise<{ plans: Plan[]; issues: Issue[] }> {
  const names = (await listFolder(folder)).filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith("."));
  if (names.length === 0) {
    throw new ReportError(
      `文件夹“${folder}”中没有规划文件`,
      2,
      "请放入 .yaml 规划文件，或用 --plans 指定规划文件所在的文件夹",
    );
  }
  const loaded = await Promise.all(names.sort().map((name) => readPlan(path.join(folder, name))));
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

async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    throw new ReportError(
      `找不到规划文件夹“${folder}”`,
      2,
      `请检查 --plans 指定的文件夹（${reasonOf(error)}）`,
    );
  }
}

async function readPlan(file: string): Promise<{ plan: Plan | null; issues: Issue[] }> {
  const refuse = (found: Issue) => ({ plan: null, issues: [found] });
  let bytes: Buffer;
  try {
    if ((await stat(file)).size > MAX_BYTES) {
      return refuse(issue("plan/too-large", { file }, { limit: MAX_SIZE_SHOWN }));
    }
    bytes = await readFile(file);
  } catch (error) {
    return refuse(issue("plan/unreadable", { file }, { reason: reasonOf(error) }));
  }
  const known = await compiledPlan(bytes, file);
  if (known !== null) return { plan: known, issues: [] };
  const text = utf8(bytes);
  if (text === null) return refuse(issue("plan/not-utf8", { file }, {}));
  const { loadPlan } = await import("./load.js");
  return loadPlan(file, text);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The code of a file-system failure (ENOENT, EACCES); anything else is a bug and is thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
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
