import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { datasetOf } from "../data/settle/dataset-of.js";
import { NO_MANIFEST } from "../data/dataset.js";
import { LEDGER_FILE } from "../data/ledger/entry.js";
import { readLedger } from "../data/ledger/read.js";
import { parseManifest } from "../data/folder/manifest.js";
import { readData } from "../data/folder/read.js";
import { readManifest, silencesFor } from "../data/folder/read-manifest.js";
import { ReportError } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import { loadPlans } from "../plan/folder.js";
import { loadPlan } from "../plan/load.js";
import type { Plan } from "../plan/plan.js";

/** What was found, and the folder its file names are relative to; "" where they are as the user named them. */
export interface Found {
  folder: string;
  issues: readonly Issue[];
  /** Why no more could be checked; null where all was. */
  failure: ReportError | null;
}

/** Something that can be checked: which paths it answers for, and how it is checked. */
interface Subject {
  name: string;
  is: (file: string, entries: readonly string[] | null) => boolean;
  check: (file: string, plans: readonly Plan[]) => Promise<Found>;
}

const isYaml = (file: string): boolean => /\.ya?ml$/iu.test(file);
const isManifest = (file: string): boolean => path.basename(file).toLowerCase() === "manifest.yaml";
export const named = (issues: readonly Issue[]): Found => ({ folder: "", issues, failure: null });

/** In the order they are asked; `entries` are the names in a folder, null for a file. */
const SUBJECTS: readonly Subject[] = [
  {
    name: "规划文件夹",
    is: (_file, entries) => entries?.some((entry) => isYaml(entry) && !isManifest(entry)) ?? false,
    check: async (file) => named((await loadPlans(file)).issues),
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
    check: async (file) => named(parseManifest(file, await readFile(file, "utf8")).issues),
  },
  {
    name: "监测数据库",
    is: (file, entries) => entries === null && path.basename(file) === LEDGER_FILE,
    check: checkLedger,
  },
  {
    name: "文字材料",
    is: (file, entries) => entries === null && /\.md$/iu.test(file),
    check: checkNarrative,
  },
  {
    name: "规划文件",
    is: isYaml,
    check: async (file) => named(loadPlan(file, await readFile(file, "utf8")).issues),
  },
  { name: "工作簿", is: () => true, check: checkWorkbook },
];

/** Findings in what a path leads to, whatever it is. */
export async function checkPath(file: string, plans: readonly Plan[]): Promise<Found> {
  if (!(await exists(file))) {
    const hint = "请检查路径，路径中有空格时加引号";
    return { ...named([]), failure: new ReportError(`没有“${file}”这个文件或文件夹`, 2, hint) };
  }
  const entries = (await stat(file)).isDirectory() ? await readdir(file) : null;
  const subject = SUBJECTS.find(({ is }) => is(file, entries));
  return subject === undefined ? named([]) : subject.check(file, plans);
}

export async function checkTemplateFolder(override: string | null): Promise<Found> {
  const { checkTemplates } = await import("../render/check-templates.js");
  return named(checkTemplates({ override }));
}

/** Workbooks, and what people wrote beside them, whose numbers are held against the figures. */
export async function checkData(folder: string, plans: readonly Plan[]): Promise<Found> {
  try {
    const { dataset, issues } = await readData(folder, plans);
    const { checkNarratives } = await import("../narrative/check-folder.js");
    const all = [...issues, ...(await checkNarratives(folder, plans, dataset))];
    return { folder, issues: all, failure: null };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { folder, issues: error.issues, failure: error };
  }
}

/** The monitoring database alone: its lines, and the figures it holds, less what the manifest beside it excuses. */
async function checkLedger(file: string, plans: readonly Plan[]): Promise<Found> {
  const folder = path.dirname(path.resolve(file));
  const [{ ledger, issues }, { manifest }] = await Promise.all([readLedger(folder), readManifest(folder)]);
  const { issues: ofFigures } = datasetOf([], manifest, plans, ledger);
  const told = [...issues, ...ofFigures.filter(({ code }) => code !== "data/idle-silence")];
  return { folder, issues: told, failure: null };
}

/** One text of a data folder's narrative/: only what stands in it. */
async function checkNarrative(file: string, plans: readonly Plan[]): Promise<Found> {
  const name = path.basename(file);
  const found = await checkData(path.dirname(path.dirname(path.resolve(file))), plans);
  return { ...found, issues: found.issues.filter(({ where }) => where?.file === `narrative/${name}`) };
}

/** One workbook by itself, less what its data folder's manifest excuses; whether an excuse is idle only the folder tells. */
async function checkWorkbook(file: string, plans: readonly Plan[]): Promise<Found> {
  const { readWorkbook } = await import("../workbook/read/read.js");
  const [content, silences] = await Promise.all([readWorkbook(file, file), silencesFor(file)]);
  const { issues } = datasetOf([content], { ...NO_MANIFEST, silences }, plans);
  return named(issues.filter(({ code }) => code !== "data/idle-silence"));
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw error;
    },
  );
}
