import path from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, ReportError } from "../issues/error.js";
import { EDITIONS, type Edition } from "../report/context.js";
import { PACKAGE_FOLDER, readShipped } from "../files/package-folder.js";
import type { Terminal } from "../terminal/terminal.js";
import type { SideWork } from "./side-work.js";

/** Options as the command line gives them: everything may be absent. */
export interface CommandOptions {
  plan?: string[];
  plans?: string;
  data?: string;
  demo?: boolean;
  out?: string;
  format?: string;
  templates?: string;
  asOf?: string;
  browser?: string;
  draft?: boolean;
  edition?: string;
  strict?: boolean;
  maxProblems?: string;
  writeNarrative?: boolean;
  save?: string;
  write?: boolean;
}

/** What a command runs with: nothing is optional any more. Folders are as the user named them. */
export interface Settings {
  /** Plan ids asked for; empty means all. */
  planIds: readonly string[];
  plansFolder: string;
  dataFolder: string;
  demo: boolean;
  /** null: out/<year>/ */
  outFolder: string | null;
  formats: readonly string[];
  templatesFolder: string | null;
  /** YYYY-MM-DD */
  asOf: string;
  /** "": look for one. */
  browser: string;
  draft: boolean;
  edition: Edition;
  strict: boolean;
}

/** What a command may touch of the world. The clock is read once, in start/main.ts, as `now` and `today`. */
export interface Surroundings {
  terminal: Terminal;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** 2026-05-20T09:30:00+08:00, local time. */
  now: string;
  /** YYYY-MM-DD, local time. */
  today: string;
  /** Called at most once a run, by a command that has such work. */
  openSideWork: () => SideWork;
}

/** A folder that ships with the program. */
export type BundledFolder = "plans" | "fixtures/data" | "fixtures/data-2030";

function bundledFolder(name: BundledFolder): string {
  return fileURLToPath(new URL(name, PACKAGE_FOLDER));
}

/** The program's own version, from its package.json. */
export async function toolVersion(): Promise<string> {
  const bytes = await readShipped(fileURLToPath(new URL("package.json", PACKAGE_FOLDER)));
  return (JSON.parse(bytes.toString("utf8")) as { version: string }).version;
}

/** Where the data lie; `sample` is what --demo reads. */
export function dataFolderOf(
  { demo, data = "data" }: Pick<CommandOptions, "demo" | "data">,
  sample: BundledFolder = "fixtures/data",
): string {
  return demo ? bundledFolder(sample) : data;
}

/**
 * Fills in the defaults. `formats` lists what --format may say, the first entries (`defaults`) being used
 * when it is absent; `sample` is what --demo reads. Throws ReportError for an unknown format or a date that is none.
 */
export function settingsOf(
  options: CommandOptions,
  surroundings: Surroundings,
  formats: { known: readonly string[]; defaults: readonly string[] },
  sample: BundledFolder = "fixtures/data",
): Settings {
  if (surroundings.platform === "win32") refuseQuotes(options);
  if (options.demo && options.data !== undefined) {
    throw new ReportError(
      "--demo 与 --data 不能同时使用",
      EXIT.usage,
      "--demo 使用自带的示例数据；使用真实数据时请去掉 --demo",
    );
  }
  return {
    planIds: options.plan ?? [],
    plansFolder: options.plans ?? bundledFolder("plans"),
    dataFolder: dataFolderOf(options, sample),
    demo: options.demo ?? false,
    outFolder: options.out ?? null,
    formats: formatsOf(options.format, formats),
    templatesFolder: options.templates ?? null,
    asOf: options.asOf === undefined ? surroundings.today : isoDay(options.asOf),
    browser: options.browser ?? "",
    draft: options.draft ?? false,
    edition: editionOf(options.edition ?? "internal"),
    strict: options.strict ?? false,
  };
}

/**
 * No path on Windows has quotes in it: there a backslash before the closing quote is taken with it, and all that
 * follows for part of the path. Full-width ones come from a Chinese keyboard, and quote nothing.
 */
function refuseQuotes(options: CommandOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value !== "string" || !/"|^“|”$/u.test(value)) continue;
    const hint = value.includes('"')
      ? '加引号的路径末尾不要写“\\”，如 --data "D:\\监测 数据"'
      : '引号请用半角，如 --data "D:\\监测 数据"';
    throw new ReportError(`--${name} 后面的内容写法有误：${value}`, EXIT.usage, hint);
  }
}

function editionOf(given: string): Edition {
  const edition = EDITIONS.find((each) => each === given.trim().toLowerCase());
  if (edition !== undefined) return edition;
  throw new ReportError(`没有“${given}”这种版本`, EXIT.usage, `可用的版本：${EDITIONS.join("、")}`);
}

function formatsOf(
  given: string | undefined,
  { known, defaults }: { known: readonly string[]; defaults: readonly string[] },
): readonly string[] {
  if (given === undefined) return defaults;
  const asked = given.split(/[,，、]/u).map((each) => each.trim().toLowerCase());
  const unknown = asked.filter((each) => !known.includes(each));
  if (unknown.length > 0) {
    throw new ReportError(
      `不支持的格式：${unknown.map((each) => each || "（空）").join("、")}`,
      EXIT.usage,
      `可用的格式：${known.join("、")}`,
    );
  }
  return known.filter((each) => asked.includes(each));
}

/** 2026-05-20 → the same, and 2026年5月20日 as well; anything that is not a day of the calendar is refused. */
function isoDay(text: string): string {
  const match = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$/u.exec(text.normalize("NFKC").trim());
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? NaN, (month ?? NaN) - 1, day));
  if (!match || date.getUTCMonth() !== (month ?? 0) - 1 || date.getUTCDate() !== day) {
    throw new ReportError(
      `--as-of 的日期“${text}”无法识别`,
      EXIT.usage,
      "请写成年-月-日，如 --as-of 2026-05-20",
    );
  }
  return date.toISOString().slice(0, 10);
}

/** Where the outputs of a year go. */
export function outFolderOf(settings: Settings, year: number): string {
  return settings.outFolder ?? path.join("out", String(year));
}

/** "2025" or "2025年" → 2025. */
export function yearOf(text: string): number {
  const match = /^(\d{4})年?$/u.exec(text.normalize("NFKC").trim());
  if (!match)
    throw new ReportError(`年份“${text}”无法识别`, EXIT.usage, "请写四位数字的年份，如 report annual 2025");
  return Number(match[1]);
}
