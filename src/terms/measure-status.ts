/** 落实状态 of a measure of the plan, least advanced first. */
export const MEASURE_STATUSES = ["未启动", "推进中", "已落实"] as const;

export type MeasureStatus = (typeof MEASURE_STATUSES)[number];
