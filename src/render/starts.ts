import type { ReportModel } from "../report/model.js";
import { ANNUAL_SHAPE, EVALUATION_SHAPE, type Shape } from "./model-shape.js";

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

export const STARTS: Readonly<Record<ReportModel["kind"], Start>> = {
  annual: { template: "annual", shape: ANNUAL_SHAPE, report: "年度监测报告" },
  midterm: EVALUATION,
  final: EVALUATION,
};

export const RED_HEAD: Readonly<Record<ReportModel["kind"], Start>> = {
  annual: redHead(STARTS.annual),
  midterm: redHead(STARTS.midterm),
  final: redHead(STARTS.final),
};
