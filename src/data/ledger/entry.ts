import type { Decimal } from "../../terms/decimal.js";
import type { Grouping } from "../../plan/plan.js";
import type { MeasureStatus } from "../../terms/measure-status.js";
import type { ProjectStatus } from "../../terms/project-status.js";
import { tightText } from "../sheet/normalise.js";
import type { CellPlace } from "../../issues/place.js";

/** 数值 and 分组: figures that count. 未采用: a figure that --accept decided against; it never counts. */
export const ENTRY_KINDS = ["数值", "分组", "缺报", "进展", "未采用", "措施"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A numerator or denominator, which stands on the sheet of its figure. */
export interface Count {
  value: Decimal;
  cell: string;
}

/** The columns of a line of 重点项目进展. */
export interface ProjectEntry {
  status: ProjectStatus | "";
  /** 量化内容; "" where the line has none. */
  quantity: string;
  goal: Decimal | null;
  done: Decimal | null;
  progress: string;
  problems: string;
  nextPlan: string;
}

/** What a line of 措施落实 says, in the columns 进展状态 and 年度进展. */
export interface MeasureEntry {
  status: MeasureStatus;
  progress: string;
}

/** One line of the ledger: one reported figure, missing figure, or line on a project or a measure. */
export interface LedgerEntry {
  kind: EntryKind;
  /** W04, W22.1, W30r; WP09 for 进展, WM1.3 for 措施. */
  id: string;
  /** For people who open the file; the id is what counts. */
  name: string;
  year: number;
  /** "" for figures of the whole district. */
  grouping: Grouping;
  group: string;
  /** null for 缺报, 进展 and 措施. */
  value: Decimal | null;
  unit: string;
  numerator: Count | null;
  denominator: Count | null;
  /** Why there is no figure; "" for everything but 缺报. */
  reason: string;
  remark: string;
  /** The 填报单位, else what its file is called. */
  reporter: string;
  dataSource: string;
  source: CellPlace;
  /** What stood in the cell. */
  display: string;
  /** The latest data year of the workbook it was reported in. */
  formYear: number;
  /** When it was collected: 2026-05-20T09:30:00+08:00. */
  time: string;
  /** Of the workbook. */
  sha256: string;
  project: ProjectEntry | null;
  /** Of 措施. */
  measure: MeasureEntry | null;
}

/** Its name in the data folder. */
export const LEDGER_FILE = "监测数据库.csv";
/** Some millions of lines; what is larger is no ledger. */
export const MOST_LEDGER_BYTES = 4 * 1024 ** 3;

/** Lines of words: what one reporter tells of a project or a measure. */
export function isAccount(kind: EntryKind): boolean {
  return kind === "进展" || kind === "措施";
}

/** What two lines have in common that speak of one figure, or of one reporter's account of a project's or measure's year. */
export function figureKey(entry: {
  kind: EntryKind;
  id: string;
  year: number;
  grouping: string;
  group: string;
  reporter: string;
}): string {
  const { kind, id, year, grouping, group, reporter } = entry;
  // Asked for every line: a list to join took a tenth of the time of a ledger of a million.
  return isAccount(kind)
    ? `${id}\n${year}\n${kind}\n${reporter}`
    : `${id}\n${year}\n${grouping}\n${tightText(group)}`;
}
