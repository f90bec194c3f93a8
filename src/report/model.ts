import type { Chart } from "./charts/chart.js";

/**
 * The border between judgement and layout: everything below is strings, booleans and lists, already
 * formatted, every field present, JSON-serialisable. Templates arrange it and decide nothing.
 * An absent text is ""; an absent list is [].
 */
export interface AnnualModel {
  schemaVersion: 1;
  kind: "annual";
  document: DocumentFacts;
  cover: Cover;
  /** The title above the lead, one entry per line. */
  titleLines: string[];
  /** 导语: basis → domains → results → rates, and the chart of statuses by domain. */
  lead: Chapter;
  /** One a domain. This chapter or another is empty, heading included, where people want nothing of it. */
  domains: Chapter[];
  projects: Chapter;
  problems: Chapter;
  recommendations: Chapter;
  alerts: Chapter;
  annexes: Annex[];
}

/** The reports of a district on a plan: what its people amend and publish. */
export type ReportModel = AnnualModel | EvaluationModel;

/** 汇总报告 of many districts, built like an evaluation. */
export interface RollupModel extends Omit<EvaluationModel, "kind"> {
  kind: "rollup";
}

/** Whatever has cover, 目录, chapters and annexes, and comes as PDF, Word and workbook. */
export type BoundModel = ReportModel | RollupModel;

/** 中期评估报告 or 终期评估报告. */
export interface EvaluationModel {
  schemaVersion: 1;
  kind: "midterm" | "final";
  document: DocumentFacts;
  cover: Cover;
  titleLines: string[];
  /** 摘要: one page a leader can act on. */
  summary: Chapter;
  /** 一、评估工作概况 … 八、对策建议, in order. */
  chapters: EvaluationChapter[];
  annexes: Annex[];
  /** A draft's list of what is still to be written; [] otherwise. */
  gaps: string[];
}

/** 简报, 任务单, 催报函: a paper of one or a few pages, without cover and 目录. */
export interface MemoModel {
  schemaVersion: 1;
  kind: "brief" | "task" | "reminder";
  document: DocumentFacts;
  /** 初稿, 征求意见稿 or 送审稿, above the title; "" from 定稿 on, and where the byline says it. */
  review: string;
  titleLines: string[];
  /** Who issues it, 送审稿, and when, in the line below the title of a 简报; [] where they sign below the text. */
  byline: string[];
  /** 区教委： before the first chapter; "" where it is for nobody in particular. */
  addressee: string;
  /** What stands before the first chapter, without a heading. */
  opening: Block[];
  chapters: Chapter[];
  /** What stands below the last chapter. */
  closing: Block[];
  /** Issuer and date below the text; [] where the line below the title names them. */
  signature: string[];
}

/** 核查底稿: the bureau's own paper beside a report; a workbook only. */
export interface WorkingPaper {
  kind: "paper";
  document: DocumentFacts;
  cover: Cover;
  annexes: Annex[];
}

export interface EvaluationChapter extends Chapter {
  /** overview, progress, domains, projects, achievements, problems, outlook, recommendations. */
  id: string;
  /** （一）妇女与健康: parts of the chapter after its own blocks; [] where it has none. */
  sections: Section[];
  /** The 目录 names the sections of the chapter that readers look up by section: the domains. */
  sectionsListed: boolean;
}

export interface Section {
  /** "（一）" */
  number: string;
  heading: string;
  blocks: Block[];
}

export interface DocumentFacts {
  /** 永川区妇女发展规划2025年度统计监测报告: PDF title and file name. */
  title: string;
  author: string;
  subject: string;
  keywords: string;
  /** File name of the report without extension, and of the data tables. */
  fileName: string;
  tablesFileName: string;
  /** 2026年5月20日 */
  date: string;
  /** 示例数据, 初稿 or "": printed on every page. */
  watermark: string;
}

export interface Cover {
  titleLines: string[];
  /** （2021—2025年）, or "". */
  subtitle: string;
  issuer: string;
  date: string;
  /** 初稿, 征求意见稿 or 送审稿; "" from 定稿 on. */
  review: string;
  /** 本报告使用示例数据…, what a first draft has still open, or "". */
  notice: string;
  /** 图表符号, on the back of the cover: every status the report may print. */
  legend: LegendEntry[];
}

export interface LegendEntry {
  /** achieved, slow …: chooses the mark, as `TableCell.mark` does. */
  mark: string;
  name: string;
  meaning: string;
}

/** 一、 chapter. `blocks` in reading order. */
export interface Chapter {
  /** "一、" */
  number: string;
  heading: string;
  blocks: Block[];
}

/**
 * One thing in the flow of the text. Exactly one of the lists has one entry; that lets a template
 * walk blocks without deciding anything: {{#each blocks}}{{#each paragraphs}}…{{/each}}{{#each tables}}…
 */
export interface Block {
  paragraphs: Paragraph[];
  tables: Table[];
  charts: Chart[];
  prose: Prose[];
}

/** What people wrote, or the marked place where they have not yet: plain text, no markup of theirs. */
export interface Prose {
  items: ProseItem[];
  /** True for a draft's marked gap: what is to be written, and where. */
  gap: boolean;
}

/** A paragraph, a list entry or a heading of people's text; or a footnote of it, behind the chapter or section. */
export interface ProseItem {
  kind: "paragraph" | "item" | "heading" | "footnote";
  /** "1." or "—" before a list entry, ① before a footnote; "" otherwise. */
  marker: string;
  runs: ProseRun[];
  /** The number of the footnote it is, counted through the report: "1"; "" of all else. */
  note: string;
}

/** `note`: the number of the footnote whose mark it is; "" of text. */
export interface ProseRun {
  text: string;
  strong: boolean;
  note: string;
}

export interface Paragraph {
  /** "（一）母婴健康水平稳步提高。" in 楷体, run in before the text; "" for a plain paragraph. */
  heading: string;
  text: string;
  /** The text in pieces: each figure of a row is one of its own. */
  spans: Span[];
}

/** A piece of a text; `row` and `year` say whose figure it is (W04, 2025), "" where it is none. */
export interface Span {
  text: string;
  row: string;
  year: string;
}

export interface Annex {
  /** 附件1 */
  label: string;
  title: string;
  landscape: boolean;
  blocks: Block[];
}

export interface Table {
  /** 表1; "" where the annex title is enough. */
  number: string;
  title: string;
  /** 单位：… at the top right, or "". */
  unit: string;
  /** Header rows from the top; spans let a head have two levels. */
  head: HeadCell[][];
  columns: ColumnLayout[];
  rows: TableRow[];
  notes: string[];
  source: string;
}

export interface HeadCell {
  text: string;
  colspan: string;
  rowspan: string;
}

export interface ColumnLayout {
  align: "left" | "right" | "centre";
  /** Share of the table's width, e.g. "12%". */
  width: string;
}

export interface TableRow {
  /** A line over the whole width that names a group (a domain). */
  group: boolean;
  cells: TableCell[];
}

export interface TableCell {
  text: string;
  /** The exact figure as a decimal for the spreadsheet; "" where the cell is text. */
  number: string;
  /** Digits after the point for the spreadsheet; "" where the cell is text. */
  decimals: string;
  colspan: string;
  /** achieved, offTrack, red …: a class for colour; "" mostly. */
  mark: string;
  /** Whose figure of which year it is: W04, 2025; "" where it is none of a row. */
  row: string;
  year: string;
}
