import { homedir } from "node:os";
import path from "node:path";
import { listWorkbooks } from "../data/folder/listing.js";
import { groupBy } from "../terms/group-by.js";
import { LEDGER_FILE } from "../data/ledger/entry.js";
import { readRecord } from "../data/ledger/read.js";
import { standingAt } from "../files/list.js";
import { EXIT, ReportError } from "../issues/error.js";
import { issue, type Issue } from "../issues/issue.js";
import { append } from "../terms/long-lists.js";

/**
 * A workbook on the command line, and how the ledger calls it: its path in the folder that was given, with
 * as many folders above it as tell it from another one of that name.
 */
export interface InputFile {
  path: string;
  name: string;
}

/** What `report collect` was given, and what of it could not be looked into. */
export interface InputFiles {
  files: InputFile[];
  issues: readonly Issue[];
}

// commander cannot ask for it: with --restore there is none.
const HOW_TO_WRITE = "用法：report collect <文件…>；加 --help 有说明和示例";
const GIVE_FILES = "请给出填好的 .xlsx 或 .csv 文件，或存放它们的文件夹";

/**
 * The workbooks that `paths` name, and those in the folders among them. A ledger is no workbook: one in a
 * folder is passed over, one that is named is refused. Throws ReportError (exit 2) where nothing is left.
 */
export async function workbooksIn(paths: readonly string[]): Promise<InputFiles> {
  const files: InputFile[] = [];
  const issues: Issue[] = [];
  if (paths.length === 0) throw new ReportError("缺少参数：文件", EXIT.usage, HOW_TO_WRITE);
  for (const each of paths) {
    const standing = await standingAt(each);
    if (standing === null) {
      throw new ReportError(`没有“${each}”这个文件或文件夹`, EXIT.usage, "请检查路径，路径中有空格时加引号");
    }
    if (standing === "folder") {
      const under = await workbooksUnder(each);
      append(files, under.files);
      append(issues, under.issues);
    } else if (path.basename(each) === LEDGER_FILE) throw noForm(each);
    else files.push({ path: each, name: path.basename(each) });
  }
  const distinct = new Map(files.map((file) => [path.resolve(file.path), file]));
  if (distinct.size > 0) return { files: toldApart([...distinct.values()]), issues };
  throw new ReportError("没有可采集的工作簿", EXIT.usage, GIVE_FILES, issues);
}

function toldApart(files: readonly InputFile[]): InputFile[] {
  const byName = groupBy(files, ({ name }) => name);
  return files.map((file) => {
    const others = (byName.get(file.name) ?? []).filter((each) => each !== file);
    if (others.length === 0) return file;
    return {
      ...file,
      name: tail(
        stepsOf(file.path),
        others.map(({ path: other }) => stepsOf(other)),
      ),
    };
  });
}

/** The folders on the way to a file, and itself; whose home it lies in is nobody's business. */
function stepsOf(file: string): string[] {
  const absolute = path.resolve(file);
  const inHome = path.relative(homedir(), absolute);
  const isInHome = !inHome.startsWith("..") && !path.isAbsolute(inHome);
  return (isInHome ? path.join("~", inHome) : absolute).split(/[\\/]/u).filter((step) => step !== "");
}

/** The last steps of a way, as many as none of the others ends with. */
function tail(own: readonly string[], others: readonly (readonly string[])[]): string {
  const end = (way: readonly string[], count: number) => way.slice(-count).join("/");
  const counts = own.map((_, index) => index + 1);
  const enough = counts.find((count) => others.every((other) => end(other, count) !== end(own, count)));
  return end(own, enough ?? own.length);
}

async function workbooksUnder(folder: string): Promise<InputFiles> {
  const { workbooks, papers, issues } = await listWorkbooks(folder);
  const left = papers.length === 0 ? [] : [issue("workbook/other-files", null, { folder, names: papers })];
  return {
    files: workbooks.map((name) => ({ path: path.join(folder, name), name })),
    issues: [...issues, ...left],
  };
}

function noForm(file: string): ReportError {
  return new ReportError(
    `“${file}”是监测数据库，不是交回的填报表`,
    EXIT.usage,
    "请给出填好的 .xlsx 或 .csv 文件；数据库所在的文件夹用 --data 指定",
  );
}

/**
 * What `--accept` names, as the ledger calls it: a workbook at hand by its path or name, else one whose
 * figures the ledger has already. Throws ReportError (exit 2) for any other name.
 */
export async function acceptedNames(
  wanted: readonly string[],
  files: readonly InputFile[],
  dataFolder: string,
): Promise<Set<string>> {
  const atHand = wanted.map((each) => nameAtHand(each, files));
  const others = wanted.filter((_, index) => atHand[index] === null);
  const recorded = others.length === 0 ? new Set<string>() : await recordedNames(dataFolder);
  const unknown = others.find((each) => !recorded.has(each));
  if (unknown === undefined) return new Set([...atHand.flatMap((name) => name ?? []), ...others]);
  throw new ReportError(
    `--accept 指明的“${unknown}”既不在本次采集的文件中，也没有采集过`,
    EXIT.usage,
    `请写本次采集的某个文件：${files.map(({ name }) => name).join("、")}`,
  );
}

function nameAtHand(wanted: string, files: readonly InputFile[]): string | null {
  const byPath = files.find((file) => path.resolve(file.path) === path.resolve(wanted));
  const byName = files.filter(({ name }) => name === wanted || path.posix.basename(name) === wanted);
  return (byPath ?? (byName.length === 1 ? byName[0] : undefined))?.name ?? null;
}

async function recordedNames(dataFolder: string): Promise<ReadonlySet<string>> {
  const { ledger } = await readRecord(dataFolder);
  return ledger?.record.files ?? new Set();
}
