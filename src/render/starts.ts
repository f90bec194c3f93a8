import type { MemoModel, BoundModel } from "../report/model.js";
import { ANNUAL_SHAPE, EVALUATION_SHAPE, MEMO_SHAPE, OVERVIEW_SHAPE, type Shape } from "./model-shape.js";

/** Where the templates of a report begin; the others are partials. */
export interface Start {
  template: string;
  /** What stands in the model they are given. */
  shape: Shape;
  /** What the report is called in findings. */
  report: string;
}

const EVALUATION: Start = { template: "evaluation", shape: EVALUATION_SHAPE, report: "评估报告" };

/** The 红头 of a Word report: its lines are plain text. */
const redHead = (start: Start): Start => ({ ...start, template: "red-head" });

/** What is set as a page: the reports, and of the memos the 简报; the others are Word files only. */
export type PrintedModel = BoundModel | (MemoModel & { kind: "brief" });

export const STARTS: Readonly<Record<PrintedModel["kind"], Start>> = {
  annual: { template: "annual", shape: ANNUAL_SHAPE, report: "年度监测报告" },
  midterm: EVALUATION,
  final: EVALUATION,
  rollup: { ...EVALUATION, report: "汇总报告" },
  brief: { template: "brief", shape: MEMO_SHAPE, report: "监测简报" },
};

export const OVERVIEW: Start = { template: "overview", shape: OVERVIEW_SHAPE, report: "总览" };

export const RED_HEAD: Readonly<Record<BoundModel["kind"], Start>> = {
  annual: redHead(STARTS.annual),
  midterm: redHead(STARTS.midterm),
  final: redHead(STARTS.final),
  rollup: redHead(STARTS.rollup),
};
