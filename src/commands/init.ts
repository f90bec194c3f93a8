import path from "node:path";
import { isManifest } from "../data/folder/read-manifest.js";
import { listFolder } from "../files/list.js";
import { ensureWritable, writeOutputs, type NamedBytes } from "../files/outputs.js";
import { isInPackage } from "../files/package-folder.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { hasErrors } from "../issues/issue.js";
import { narrativeSkeleton } from "../narrative/skeleton.js";
import { narrativeName } from "../narrative/slots.js";
import type { Plan } from "../plan/plan.js";
import { checkPeriod, readPlans } from "../run/input.js";
import { kindsDue } from "../run/report-kinds.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "../run/settings.js";
import { pad } from "../terminal/columns.js";
import { displayWidth } from "../terminal/display-width.js";
import { calendarPage } from "./init/calendar.js";
import { folderOptions, type Folders } from "./init/folder-options.js";
import { firstManifest } from "./init/manifest.js";
import { largest, smallest } from "../terms/long-lists.js";

const CALENDAR = "年历.md";
const NO_FORMATS = { known: [], defaults: [] };

/** A file of a new data folder, and what it is for. */
interface Piece {
  /** Relative to the data folder, with forward slashes. */
  name: string;
  purpose: string;
  text: string;
}

/**
 * Makes the data folder of a year's work: what is not there yet; no file that is there is touched. `year` null
 * takes the one before today's. Throws ReportError (exit 1) where the plans have errors, since their headings
 * would be missing, (exit 2) for a year outside the plans and where the folder cannot be written.
 */
export async function init(
  year: number | null,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, NO_FORMATS);
  const { chosen, issues } = await readPlans(settings);
  if (hasErrors(issues)) {
    throw new ReportError("规划文件有错误，没有建立数据文件夹", EXIT.findings, "请先改正以上错误", issues);
  }
  const work = year ?? lastYear(settings, chosen);
  checkPeriod(work, chosen);
  const folders = { data: settings.dataFolder, plans: options.plans ?? null };
  const pieces = piecesOf(work, chosen, folders);
  const present = await presentIn(settings.dataFolder, pieces);
  const missing = pieces.filter((piece) => !present.has(piece));
  await writePieces(settings.dataFolder, missing);
  surroundings.terminal.out(
    summary(
      work,
      folders,
      missing,
      [...present].map(([piece, name]) => ({ ...piece, name })),
    ),
  );
  if (isInPackage(settings.dataFolder)) surroundings.terminal.err(inPackage(settings.dataFolder));
  return EXIT.done;
}

/** The year reports are about today; the plans' first or last where it is outside of them. */
function lastYear({ asOf }: Settings, plans: readonly Plan[]): number {
  const first = largest(plans.map(({ period }) => period.start));
  const last = smallest(plans.map(({ period }) => period.end));
  return Math.max(first, Math.min(last, Number(asOf.slice(0, 4)) - 1));
}

function piecesOf(year: number, plans: readonly Plan[], folders: Folders): Piece[] {
  const [first] = plans;
  const due = plans.flatMap((plan) => kindsDue(plan, year));
  const evaluations = new Map(
    due.filter(({ kind }) => kind !== "annual").map(({ kind, name }) => [kind, name]),
  );
  const work = { year, folders, evaluations: [...evaluations].map(([verb, name]) => ({ verb, name })) };
  return [
    {
      name: "manifest.yaml",
      purpose: "数据说明：地区、数据状态、报告稿次",
      text: firstManifest(first?.region ?? "", first?.issuers.annual ?? ""),
    },
    ...plans.map((plan) => ({
      name: narrativeName(plan, year),
      purpose: `《${plan.shortTitle}》${year}年报告的文字材料，写在标题下`,
      text: narrativeSkeleton(
        plan,
        kindsDue(plan, year).map(({ kind }) => kind),
      ),
    })),
    { name: CALENDAR, purpose: "哪个月做什么", text: calendarPage(work) },
  ];
}

/** Those that are there, in whatever letters, and whatever they are: by the names they have. */
async function presentIn(folder: string, pieces: readonly Piece[]): Promise<ReadonlyMap<Piece, string>> {
  const present = new Map<Piece, string>();
  for (const piece of pieces) {
    const { dir, base } = path.posix.parse(piece.name);
    const { entries } = await listFolder(path.join(folder, dir));
    const found = entries?.find(({ name }) => isSame(name, base));
    if (found !== undefined) present.set(piece, path.posix.join(dir, found.name));
  }
  return present;
}

/** A manifest may be called manifest.yml, too. */
function isSame(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase() || (isManifest(name) && isManifest(wanted));
}

async function writePieces(folder: string, pieces: readonly Piece[]): Promise<void> {
  const outputs = pieces.map(({ name, text }): NamedBytes => ({ name, bytes: Buffer.from(text) }));
  const words = { next: NEXT, within: folder };
  for (const { name } of pieces) await ensureWritable(path.join(folder, path.dirname(name)), words);
  await writeOutputs(folder, outputs, words);
}

const NEXT = "请检查访问权限，或用 --data 指定另一个文件夹";

function summary(year: number, folders: Folders, written: readonly Piece[], kept: readonly Piece[]): string {
  const { data } = folders;
  return [
    ...listed(`数据文件夹“${data}”（${year}年），已写出：`, data, written),
    ...listed("已有，没有改动：", data, kept),
    ...nextSteps(year, folders),
    "",
  ].join("\n");
}

function listed(heading: string, folder: string, pieces: readonly Piece[]): string[] {
  if (pieces.length === 0) return [];
  const places = pieces.map(({ name }) => path.join(folder, name));
  const widest = largest(places.map((place) => displayWidth(place)));
  return [heading, ...pieces.map(({ purpose }, at) => `  ${pad(places[at] ?? "", widest)}  ${purpose}`), ""];
}

function nextSteps(year: number, folders: Folders): string[] {
  const { data } = folders;
  const options = folderOptions(folders);
  return [
    "接下来：",
    `  1. 用“记事本”打开 ${path.join(data, "manifest.yaml")}，核对地区和编制单位`,
    `  2. 已有监测工作簿的，放进“${data}”，运行 report validate${options}`,
    `  3. 运行 report form ${year}${options}，写出发给各责任单位的填报表`,
    `  以后各月做什么，见 ${path.join(data, CALENDAR)}`,
  ];
}

function inPackage(folder: string): string {
  return `注意：“${folder}”在程序自己的文件夹里，升级程序时容易一起删掉。数据文件夹可以放在任何地方，如 report init --data D:\\监测数据\n`;
}
