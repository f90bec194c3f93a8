import path from "node:path";
import type { ClaimCounts } from "../claims/check.js";
import { datasetOf } from "../data/settle/dataset-of.js";
import { NO_MANIFEST } from "../data/dataset.js";
import { LEDGER_FILE } from "../data/ledger/entry.js";
import { readRecord } from "../data/ledger/read.js";
import type { SheetCoverage } from "../data/coverage/coverage.js";
import { readWhatever } from "../data/folder/read.js";
import { isManifest, readManifest, readManifestFile, silencesFor } from "../data/folder/read-manifest.js";
import { listFolder, standingAt } from "../files/list.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Issue } from "../issues/issue.js";
import { loadPlans, readPlanFile } from "../plan/folder.js";
import type { Plan } from "../plan/plan.js";

/** What was found, and the folder its file names are relative to; "" where they are as the user named them. */
export interface Found {
  folder: string;
  issues: readonly Issue[];
  /** What became of the figures on every sheet; empty where no sheets were looked at. */
  coverage: readonly SheetCoverage[];
  /** How many figures of people's text were compared; absent where none was looked at. */
  claims?: ClaimCounts;
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
export const named = (issues: readonly Issue[]): Found => ({
  folder: "",
  issues,
  coverage: [],
  failure: null,
});

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
    is: (file, entries) => entries === null && isManifest(path.basename(file)),
    check: async (file) => named((await readManifestFile(file, file)).issues),
  },
  {
    name: "监测数据库",
    is: (file, entries) => entries === null && path.basename(file) === LEDGER_FILE,
    check: checkLedger,
  },
  {
    name: "文字材料",
    is: (file, entries) => entries === null && /\.(?:md|docx)$/iu.test(file),
    check: checkNarrative,
  },
  {
    name: "规划文件",
    is: isYaml,
    check: async (file) => named((await readPlanFile(file)).issues),
  },
  { name: "工作簿", is: () => true, check: checkWorkbook },
];

/** Findings in what a path leads to, whatever it is; what keeps one path from being checked keeps no other. */
export async function checkPath(file: string, plans: readonly Plan[]): Promise<Found> {
  try {
    const entries = await namesAt(file);
    const subject = SUBJECTS.find(({ is }) => is(file, entries));
    return subject === undefined ? named([]) : await subject.check(file, plans);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { ...named(error.issues), failure: error };
  }
}

/** The names in a folder; null for a file. */
async function namesAt(file: string): Promise<string[] | null> {
  const standing = await standingAt(file);
  if (standing === null) {
    throw new ReportError(`没有“${file}”这个文件或文件夹`, EXIT.usage, "请检查路径，路径中有空格时加引号");
  }
  if (standing !== "folder") return null;
  const { entries, refusal } = await listFolder(file);
  if (refusal === null) return entries.map(({ name }) => name);
  throw new ReportError(`文件夹“${file}”打不开：${refusal.reason}`, EXIT.usage, "请检查路径和访问权限");
}

export async function checkTemplateFolder(override: string | null): Promise<Found> {
  const { checkTemplates } = await import("../render/check-templates.js");
  return named(await checkTemplates({ override }));
}

/** Workbooks, and what people wrote beside them, whose numbers are held against the figures. */
export async function checkData(folder: string, plans: readonly Plan[]): Promise<Found> {
  try {
    const { dataset, issues, coverage, failure } = await readWhatever(folder, plans);
    if (failure !== null) return { folder, issues, coverage: await coverage(), failure };
    const { checkNarratives } = await import("./check-narratives.js");
    const prose = await checkNarratives(folder, plans, dataset);
    const all = [...issues, ...prose.issues];
    return { folder, issues: all, coverage: await coverage(), claims: prose.claims, failure: null };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { folder, issues: error.issues, coverage: [], failure: error };
  }
}

/** The monitoring database alone: its lines, and the figures it holds, less what the manifest beside it excuses. */
async function checkLedger(file: string, plans: readonly Plan[]): Promise<Found> {
  const folder = path.dirname(path.resolve(file));
  const [{ ledger, issues }, { manifest }] = await Promise.all([readRecord(folder), readManifest(folder)]);
  const { issues: ofFigures } = datasetOf([], manifest, plans, ledger);
  const told = [...issues, ...ofFigures.filter(({ code }) => code !== "data/idle-silence")];
  return { folder, issues: told, coverage: [], failure: null };
}

/** One text of a data folder's narrative/: only what stands in it. */
async function checkNarrative(file: string, plans: readonly Plan[]): Promise<Found> {
  const name = path.basename(file);
  const found = await checkData(path.dirname(path.dirname(path.resolve(file))), plans);
  return {
    ...found,
    coverage: [],
    issues: found.issues.filter(({ where }) => where?.file === `narrative/${name}`),
  };
}

/** One workbook by itself, less what its data folder's manifest excuses; whether an excuse is idle only the folder tells. */
async function checkWorkbook(file: string, plans: readonly Plan[]): Promise<Found> {
  const { readWorkbook } = await import("../workbook/read/read.js");
  const [content, silences] = await Promise.all([readWorkbook(file, file), silencesFor(file)]);
  const { issues, coverage } = datasetOf([content], { ...NO_MANIFEST, silences }, plans);
  return { ...named(issues.filter(({ code }) => code !== "data/idle-silence")), coverage: coverage() };
}
