import path from "node:path";
import type { Desk } from "./desk.js";
import { typedPath } from "./dropped.js";

/** What is worked on. */
export interface Work {
  /** The data folder; "" for the sample data. */
  folder: string;
  /** The program's options that name it. */
  data: readonly string[];
  year: string;
  /** Where the files of that year go. */
  out: string;
}

/** One thing a person may choose. */
export interface Choice {
  label: (work: Work) => string;
  /** The program's arguments; null where the person thought better of it. */
  argv: (work: Work, desk: Desk) => readonly string[] | null | Promise<readonly string[] | null>;
  /** Whether files are written that somebody will want to open. */
  writes?: true;
  /** Whether it needs a data folder of one's own. */
  own?: true;
}

const CHOICES: readonly Choice[] = [
  { label: () => "检查数据，列出问题", argv: ({ data }) => checking(data) },
  { label: ({ year }) => `看${year}年各指标的评价结果`, argv: ({ data, year }) => ["score", year, ...data] },
  {
    label: ({ year }) => `编制${year}年的监测报告和数据报表（PDF、xlsx）`,
    argv: (work) => writing("annual", work),
    writes: true,
  },
  {
    label: () => "编制送单位修改的 Word 稿（docx）",
    argv: (work) => [...writing("annual", work), "--format", "docx"],
    writes: true,
  },
  {
    label: () => "数据还有错误，先印样稿（每页标注“初稿”）",
    argv: (work) => [...writing("annual", work), "--draft"],
    writes: true,
  },
  { label: () => "监测简报（一页）", argv: (work) => writing("brief", work), writes: true },
  { label: () => "总览网页（全部指标）", argv: (work) => writing("overview", work), writes: true },
  { label: () => "任务单和催报函", argv: (work) => writing("tasks", work, "任务单"), writes: true },
  { label: () => "给各责任单位的填报表", argv: (work) => writing("form", work, "填报表"), writes: true },
  { label: () => "收表：把交回的填报表收入监测数据库", argv: collecting, own: true },
  {
    label: () => "补上数据说明、文字材料的标题和年历（已有的文件不动）",
    argv: ({ data, year }) => ["init", year, ...data],
    own: true,
  },
  {
    label: () => "检查本机（浏览器、字体、文件夹）",
    argv: ({ folder, data, out }) => ["doctor", ...(folder === "" ? [] : data), "--out", out],
  },
];

/** What may be chosen for this work, in the order it is listed. */
export function choicesFor({ folder }: Pick<Work, "folder">): readonly Choice[] {
  return CHOICES.filter(({ own }) => own === undefined || folder !== "");
}

export function checking(data: readonly string[]): readonly string[] {
  return ["validate", ...data, "--max-problems", "20"];
}

function writing(verb: string, { data, year, out }: Work, below = ""): readonly string[] {
  return [verb, year, ...data, "--out", path.join(out, below)];
}

async function collecting({ data }: Work, desk: Desk): Promise<readonly string[] | null> {
  const from = typedPath(
    (await desk.ask("把放交回的填报表的文件夹拖进这个窗口，按回车（不收了，直接按回车）：")) ?? "",
  );
  return from === "" ? null : ["collect", from, ...data];
}
