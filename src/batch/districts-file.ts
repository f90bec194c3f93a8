import { plainLine } from "../terms/plain-text.js";
import path from "node:path";
import * as z from "zod/mini";
import { UTF8_ONLY } from "../files/decode.js";
import { staysInside } from "../files/inside.js";
import { readText } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import { hasErrors, type Issue } from "../issues/issue.js";
import type { SchemaFault } from "../issues/yaml.js";
import { finding, type Finding, type Path } from "../yaml/finding.js";
import { issuesOf, readYaml, type YamlKind } from "../yaml/read.js";
import { refusedYaml } from "../yaml/refused.js";
import { CHECKS } from "./districts-checks.js";

/** 行政区划代码: six digits (GB/T 2260), nine or twelve with what stands below a county. */
const CODE = /^\d{6}(?:\d{3}(?:\d{3})?)?$/u;
const CODE_RULE = "请写6位行政区划代码，如 code: 500118";

/** A whole country has some 2,900 counties, each of a hundred characters and more. */
const MAX_BYTES = 2 * 1024 * 1024;

const code = z
  .pipe(z.union([z.string(), z.int()]), z.transform(String))
  .check(z.refine((text) => CODE.test(text), CODE_RULE));

const named = z.string().check(z.trim(), z.minLength(1));
/** One line, whatever was written: a name with a line break would stand in a list as two districts. */
const inOneLine = z.string().check(z.overwrite(plainLine), z.trim(), z.minLength(1));

const folder = z
  .pipe(named, z.transform(plainPath))
  .check(z.refine(staysInside, "请写名单所在文件夹之下的相对路径，如 永川/data，不写盘符、开头的“/”和“..”"));

function plainPath(text: string): string {
  return path.posix.normalize(text.replaceAll("\\", "/")).replace(/(?<=.)\/$/u, "");
}

const shared = { plans: z.optional(folder), templates: z.optional(folder) };
const districtSchema = z.strictObject({ code, name: inOneLine, data: folder, ...shared });
const listSchema = z.strictObject({
  defaults: z._default(z.strictObject(shared), {}),
  districts: z.array(districtSchema).check(z.minLength(1)),
});

const LIST_FILE: YamlKind<typeof listSchema> = {
  noun: "区县名单",
  schema: listSchema,
  most: MAX_BYTES,
  finding: (fault: SchemaFault, at: Path, under: Finding["under"]) =>
    fault.fault === "unknown-key"
      ? finding("batch/list-key", at, fault, under)
      : finding("batch/list-value", at, fault, under),
};

/** One district of the list. Folders are as whoever named the list can open them. */
export interface District {
  code: string;
  name: string;
  plansFolder: string;
  dataFolder: string;
  templatesFolder: string | null;
  /** Makes findings about the folders that the list names for it: places are looked up when there are any. */
  tell: (findings: readonly FolderFinding[]) => Issue[];
}

/** What is wrong with a folder. */
export interface FolderFinding {
  key: "plans" | "data" | "templates";
  folder: string;
  reason: string;
}

/**
 * Reads districts.yaml; `templates` is the folder of districts for which it names none. Throws ReportError (exit 1, with
 * the findings) where anything in it is wrong.
 */
export async function readDistricts(file: string, templates: string | null): Promise<District[]> {
  const { text, refusal } = await readText(file, MAX_BYTES, UTF8_ONLY);
  if (refusal?.why === "missing") {
    throw new ReportError(
      `找不到区县名单“${file}”`,
      EXIT.usage,
      "请检查路径；怎样写见 README“一个市、一个省”",
    );
  }
  if (refusal !== null) throw wrongList(file, [refusedYaml(refusal, file, "区县名单", MAX_BYTES)]);
  return parseDistricts(file, text, templates);
}

/** The same of its text; `file` is the name findings and folders are known by. */
export function parseDistricts(file: string, text: string, usual: string | null = null): District[] {
  const { document, value, findings } = readYaml(file, text, LIST_FILE);
  const checked = value === null ? [] : CHECKS.flatMap((check) => check(value));
  const issues = issuesOf(document, [...findings, ...checked]);
  if (value === null || hasErrors(issues)) throw wrongList(file, issues);
  const base = path.dirname(file);
  const { defaults, districts } = value;
  return districts.map(({ code: own, name, data, plans, templates = defaults.templates }, index) => ({
    code: own,
    name,
    dataFolder: path.join(base, data),
    plansFolder: path.join(base, plans ?? defaults.plans ?? ""),
    templatesFolder: templates === undefined ? usual : path.join(base, templates),
    tell: (folders) => document.locate(folders.map((each) => folderFinding(each, index))),
  }));
}

const NOUNS = { plans: "规划文件夹", data: "数据文件夹", templates: "版式文件夹" } as const;

function folderFinding({ key, folder: named, reason }: FolderFinding, index: number): Finding {
  const args = { noun: NOUNS[key], folder: named, reason };
  return finding("batch/missing-folder", ["districts", index, key], args);
}

function wrongList(file: string, issues: readonly Issue[]): ReportError {
  return new ReportError(
    `区县名单“${file}”有错误，没有编制任何区县`,
    EXIT.findings,
    "请改正以上错误后重试",
    issues,
  );
}
