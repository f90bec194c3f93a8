import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { datasetOf } from "../data/dataset-of.js";
import { NO_MANIFEST, parseManifest } from "../data/manifest.js";
import { readData } from "../data/read.js";
import { ReportError } from "../error.js";
import { hasErrors, type Issue } from "../issue.js";
import { loadPlans } from "../plan/folder.js";
import { loadPlan } from "../plan/load.js";
import type { Plan } from "../plan/plan.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "./settings.js";
import { issueCount, prettyIssues } from "./show-issues.js";

const CHOICES = { known: ["pretty", "json"], defaults: ["pretty"] };

/** Something that can be checked: which paths it answers for, and how it is checked. */
interface Subject {
  name: string;
  is: (file: string, entries: readonly string[] | null) => boolean;
  check: (file: string, plans: readonly Plan[]) => Promise<readonly Issue[]>;
}

const isYaml = (file: string): boolean => /\.ya?ml$/iu.test(file);
const isManifest = (file: string): boolean => path.basename(file).toLowerCase() === "manifest.yaml";

/** In the order they are asked; `entries` are the names in a folder, null for a file. */
const SUBJECTS: readonly Subject[] = [
  {
    name: "规划文件夹",
    is: (_file, entries) => entries?.some((entry) => isYaml(entry) && !isManifest(entry)) ?? false,
    check: async (file) => (await loadPlans(file)).issues,
  },
  {
    name: "版式文件夹",
    is: (_file, entries) => entries?.some((entry) => entry.endsWith(".hbs")) ?? false,
    check: (file) => checkTemplateFolder(file),
  },
  {
    name: "数据文件夹",
    is: (_file, entries) => entries !== null,
    check: checkData,
  },
  {
    name: "数据说明",
    is: isManifest,
    check: async (file) => parseManifest(file, await readFile(file, "utf8")).issues,
  },
  {
    name: "文字材料",
    is: (file, entries) => entries === null && /\.md$/iu.test(file),
    check: checkNarrative,
  },
  {
    name: "规划文件",
    is: isYaml,
    check: async (file) => loadPlan(file, await readFile(file, "utf8")).issues,
  },
  { name: "工作簿", is: () => true, check: checkWorkbook },
];

/**
 * Findings in plans, data and templates: all of them, or those of the paths given. Returns 1 when there
 * are errors (or, with --strict, warnings).
 */
export async function validate(
  paths: readonly string[],
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<0 | 1> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { plans, issues: planIssues } = await loadPlans(settings.plansFolder);
  const issues = paths.length === 0 ? await checkAll(plans, planIssues, settings, surroundings) : [];
  for (const file of paths) issues.push(...(await checkPath(file, plans)));
  show(issues, settings, surroundings);
  return hasErrors(issues) || (settings.strict && issues.some(({ severity }) => severity === "warning"))
    ? 1
    : 0;
}

async function checkAll(
  plans: readonly Plan[],
  planIssues: readonly Issue[],
  { dataFolder, templatesFolder, demo }: Settings,
  { terminal }: Surroundings,
): Promise<Issue[]> {
  const issues = [...planIssues, ...(await checkTemplateFolder(templatesFolder))];
  const hasData = demo || (await exists(dataFolder));
  if (hasData && plans.length > 0) return [...issues, ...(await checkData(dataFolder, plans))];
  if (!hasData)
    terminal.err(
      `没有数据文件夹“${dataFolder}”，只检查了规划文件和版式；用 --data 指定，或用 --demo 检查示例数据。\n`,
    );
  return issues;
}

async function checkPath(file: string, plans: readonly Plan[]): Promise<readonly Issue[]> {
  if (!(await exists(file)))
    throw new ReportError(`没有“${file}”这个文件或文件夹`, 2, "请检查路径，路径中有空格时加引号");
  const entries = (await stat(file)).isDirectory() ? await readdir(file) : null;
  const subject = SUBJECTS.find(({ is }) => is(file, entries));
  return subject === undefined ? [] : subject.check(file, plans);
}

async function checkTemplateFolder(override: string | null): Promise<readonly Issue[]> {
  const { checkTemplates } = await import("../render/check-templates.js");
  return checkTemplates({ override });
}

/** Workbooks, and what people wrote beside them, whose numbers are held against the figures. */
async function checkData(folder: string, plans: readonly Plan[]): Promise<Issue[]> {
  const { dataset, issues } = await readData(folder, plans);
  const { checkNarratives } = await import("../narrative/check-folder.js");
  return [...issues, ...(await checkNarratives(folder, plans, dataset))];
}

/** One text of a data folder's narrative/: only what stands in it. */
async function checkNarrative(file: string, plans: readonly Plan[]): Promise<readonly Issue[]> {
  const name = path.basename(file);
  const found = await checkData(path.dirname(path.dirname(path.resolve(file))), plans);
  return found.filter(({ where }) => where?.file === `narrative/${name}`);
}

async function checkWorkbook(file: string, plans: readonly Plan[]): Promise<readonly Issue[]> {
  const { readWorkbook } = await import("../workbook/read.js");
  return datasetOf([await readWorkbook(file, file)], NO_MANIFEST, plans).issues;
}

function show(issues: readonly Issue[], { formats }: Settings, { terminal }: Surroundings): void {
  if (formats[0] === "json") {
    terminal.out(`${JSON.stringify({ schemaVersion: 1, issues }, null, 2)}\n`);
    return;
  }
  terminal.out(prettyIssues(issues, terminal.colour.out));
  terminal.out(issues.length === 0 ? "检查完毕，没有发现问题。\n" : `\n共${issueCount(issues)}。\n`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw error;
    },
  );
}
