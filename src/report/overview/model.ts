import type { Status } from "../../score/scorecard.js";
import type { Alert } from "../../terms/alert.js";
import type { Dated } from "../exports/score-rows.js";
import type { Trend } from "../charts/chart.js";

/** Everything of 总览.html, formatted and in order: strings and lists only, every field present. */
export interface OverviewModel {
  schemaVersion: 1;
  /** 永川区2025年规划监测总览 */
  title: string;
  /** 2026年5月20日; "" where the data year is later. */
  date: string;
  /** 示例数据, 初稿, both or "". */
  watermark: string;
  /** What a reader must know of the figures, or "". */
  notice: string;
  filters: readonly Filter[];
  orders: readonly Order[];
  /** 全市, 全国: those of which there is a figure for any row, and the year most of these are of. */
  places: readonly { place: string; year: string }[];
  /** Whether any plan tells 约束性 from 预期性 rows: else there is no column for it. */
  natures: boolean;
  /** Of the table: what spans all of them says so. */
  columns: string;
  plans: readonly OverviewPlan[];
  /** How many rows all plans have. */
  total: string;
}

/** A way to look at some of the rows only. */
export interface Filter {
  /** Its name in the page's address and in the attributes of the rows: status. */
  name: string;
  label: string;
  /** In the order they are offered in. */
  options: readonly string[];
}

/** A way to put the rows in order. */
export interface Order {
  name: string;
  label: string;
}

export interface OverviewPlan {
  title: string;
  /** How many rows have which status, and the rates. */
  facts: readonly string[];
  domains: readonly OverviewDomain[];
}

export interface OverviewDomain {
  /** 妇女发展规划 · 妇女与健康 */
  heading: string;
  /** Which rows stand below it. */
  key: string;
  rows: readonly OverviewRow[];
}

export interface OverviewRow {
  /** women-W04: unlike that of any other row on the page. */
  anchor: string;
  /** The domain's key. */
  domain: string;
  /** What each filter asks for: a row may answer to several options of one. */
  answers: readonly { name: string; options: string }[];
  /** By what each order puts it; "" comes last. */
  ranks: readonly { name: string; rank: string }[];
  /** Plan and domain, for where rows of several stand mixed. */
  where: string;
  /** The row itself, its parts behind it. */
  lines: readonly OverviewLine[];
  /** Why it has its status, in one line. */
  reason: string;
  /** How it came to it, from the cells on. */
  passages: readonly Passage[];
}

/** A row, or one part of it. */
export interface OverviewLine {
  id: string;
  name: string;
  /** Of a row that is told by its parts: it has no figures of its own. */
  part: boolean;
  nature: string;
  target: string;
  baseline: Dated;
  previous: Dated;
  value: string;
  change: string;
  /** One entry where there is anything to draw. */
  course: readonly Course[];
  /** By the model's places, with the year where it is not theirs; — where there is none. */
  others: readonly (Dated & { place: string })[];
  status: Status;
  statusName: string;
  /** "" where there is none; parts have none of their own. */
  alert: Alert | "";
  alertName: string;
}

/** The figures of all years as a small picture. */
export interface Course {
  /** Its figures in words. */
  alt: string;
  trend: Trend;
}

/** What is explained of a row, or of one part of it. */
export interface Passage {
  /** Id and name of the part; "" of the row itself. */
  heading: string;
  blocks: readonly { heading: string; lines: readonly { label: string; text: string }[] }[];
}
