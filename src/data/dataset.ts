import type { Decimal } from "../terms/decimal.js";
import type { MeasureStatus } from "../terms/measure-status.js";
import type { ProjectStatus } from "../terms/project-status.js";
import type { Issue, IssueCode } from "../issues/issue.js";
import type { Grouping } from "../plan/plan.js";
import type { CellPlace } from "../issues/place.js";
import type { Published } from "./published/record.js";

/** A number read from one cell. */
export interface Figure {
  value: Decimal;
  /** What stood in the cell. */
  display: string;
  source: CellPlace;
}

/** One reported value of a row, part or auxiliary series in one year. */
export interface Observation extends Figure {
  /** W04, W22.1, W30r */
  indicator: string;
  year: number;
  numerator: Figure | null;
  denominator: Figure | null;
  /** 备注, 数据来源, 填报单位; "" where not given. */
  remark: string;
  dataSource: string;
  reporter: string;
  /** The latest data year of the workbook it was reported in. */
  formYear: number;
}

/** The figures of one indicator: the values that count, one a year, years ascending. */
export type Series = readonly Observation[];

export interface GroupFigure extends Figure {
  indicator: string;
  year: number;
  grouping: Grouping;
  /** 中山路街道, 男 */
  group: string;
}

/** A figure of another place that ours is held against, from 对照数据: never one of our own. */
export interface ReferenceFigure extends Figure {
  indicator: string;
  year: number;
  /** 全国 and 全市, however the sheet spells them; another place as it is written. */
  region: string;
  /** 口径 as written where it is another than the plan's; "" where the sheet says that it is the same. */
  scope: string;
  /** Neither 口径 nor 来源 is lacking: only then anything may be said of it. */
  vouched: boolean;
  /** 来源 and 发布日期 as written; "" where not given. */
  publisher: string;
  published: string;
}

export interface ProjectProgress {
  project: string;
  year: number;
  status: ProjectStatus;
  /** 量化内容, 目标数, 完成数 as reported; a project may have several lines. */
  quantities: readonly { name: string; goal: Decimal | null; done: Decimal | null; unit: string }[];
  progress: string;
  problems: string;
  nextPlan: string;
  reporter: string;
  source: CellPlace;
}

/** What is told of a measure of the plan in a year. */
export interface MeasureProgress {
  /** WM1.3 */
  measure: string;
  year: number;
  /** Of several reporters' that of the one who is least advanced. */
  status: MeasureStatus;
  /** One for each reporter. */
  reports: readonly MeasureReport[];
}

export interface MeasureReport {
  status: MeasureStatus;
  /** 落实情况 in its own words; "" without any. */
  progress: string;
  /** "" where nobody says who. */
  reporter: string;
  source: CellPlace;
}

/** A past value that a later form changed: the new one counts, both are shown. */
export interface Revision {
  indicator: string;
  year: number;
  old: Observation;
  new: Observation;
}

/** A cell for a row and year that holds no figure: blank, —, /, …, or refused. */
export interface Gap {
  indicator: string;
  year: number;
  /** What stood there; "" for blank. */
  display: string;
  /** refused: an error finding stands on the cell. */
  reason: "blank" | "dash" | "belowUnit" | "refused";
  /** 缺报原因 as the form says it: 未开展, 未到报送期 …; "" where it says none. */
  statedReason: string;
  source: CellPlace;
  remark: string;
}

/** What the reader did to a cell beyond reading a number. */
export interface CellNote {
  /**
   * ratioTime: a ratio that Excel made a time of; perHundred: a quotient told per 100; format: what a number format shows; struck: words struck out
   * beside it; answer: 是 or 否; collected: what the monitoring database took a cell for.
   */
  kind:
    | "percent"
    | "format"
    | "formula"
    | "text"
    | "struck"
    | "ratio"
    | "ratioTime"
    | "perHundred"
    | "answer"
    | "collected";
  /** The number it came to: 94.12. */
  read: string;
  /** "读作94.12（百分比格式0.9412）" */
  text: string;
}

export interface ReaderNote extends CellNote {
  source: CellPlace;
  /** A project's id for its numbers. */
  indicator: string;
  year: number;
}

/** What a report may be, from the first to the last: its cover says so until it is 定稿. */
export const REVIEWS = ["初稿", "征求意见稿", "送审稿", "定稿"] as const;

export interface Manifest {
  /** "" where the manifest does not say. */
  region: string;
  status: "示例" | "初步" | "最终" | "";
  /** 初稿 where the manifest does not say. */
  review: (typeof REVIEWS)[number];
  issuedBy: string;
  /** What the lead says of the district, as people wrote it, units included: 114.9万人; "" where they did not. */
  context: { population: string; women: string; births: string; source: string };
  notes: readonly string[];
  silences: readonly Silence[];
}

/** Whether figures are made up: those of --demo, and where the manifest says so. */
export function isSample({ status }: Pick<Manifest, "status">, demo: boolean): boolean {
  return demo || status === "示例";
}

/** What is known of a folder without one. */
export const NO_MANIFEST: Manifest = {
  region: "",
  status: "",
  review: "初稿",
  issuedBy: "",
  context: { population: "", women: "", births: "", source: "" },
  notes: [],
  silences: [],
};

/** A finding that people looked into: it stands on one cell, and the reason is printed. */
export interface Silence extends CellPlace {
  code: IssueCode;
  reason: string;
  /** Its own finding, should nothing be found on the cell. */
  idle: Issue;
}

export interface SilencedFinding {
  issue: Issue;
  reason: string;
}

export interface InputFile {
  /** Relative to the data folder, with forward slashes. */
  file: string;
  bytes: number;
  sha256: string;
}

/** All figures for all plans, as plain data. */
export interface Dataset {
  manifest: Manifest;
  inputs: readonly InputFile[];
  /** By indicator id. Absent key: nothing was reported. */
  series: Readonly<Record<string, Series>>;
  groups: readonly GroupFigure[];
  references: readonly ReferenceFigure[];
  progress: readonly ProjectProgress[];
  /** 措施落实, by measure and year. */
  measures: readonly MeasureProgress[];
  revisions: readonly Revision[];
  /** Reports frozen by `report publish`: what 修订 and 比上年报告 compare with. */
  published: readonly Published[];
  gaps: readonly Gap[];
  readerNotes: readonly ReaderNote[];
  /** Findings the manifest excuses, with its reasons; they are not among the issues. */
  silenced: readonly SilencedFinding[];
  /** Whether errors were found: what is absent may stand in a file or cell that was not read. */
  hasErrors: boolean;
}
