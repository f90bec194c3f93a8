import type { Alert, Flag, ScoredRow, Status } from "../../score/scorecard.js";
import type { Nature } from "../../plan/plan.js";

/** What an explanation speaks of, in the order it is read. */
const TOPICS = [
  "cells",
  "rate",
  "target",
  "baseline",
  "steps",
  "flags",
  "alert",
  "turns",
  "gaps",
  "revisions",
  "findings",
] as const;
export type Topic = (typeof TOPICS)[number];

/** One labelled statement; `label` is "" where the statement goes on with the one above. */
export interface Line {
  label: string;
  text: string;
}

export interface Block {
  topic: Topic;
  /** 数据出处 */
  heading: string;
  lines: readonly Line[];
}

/** A figure at which the status would be another one, on the grid of the digits shown. */
export interface Turn {
  /** better: what it takes; worse: what would lose the present status. */
  way: "better" | "worse";
  status: Status;
  statusName: string;
  /** In the row's unit. A figure this far, or farther in the same way, gives the status. */
  value: number;
  /** 再提高0.92个百分点（提高到93.91%）即转为“预期可达标” */
  text: string;
}

/** A row without parts, or one part of a compound row, from its cells to its status. */
export interface ExplainedIndicator {
  id: string;
  name: string;
  /** "" where the plan gives none. */
  unit: string;
  /** The figure that was judged; null where there is none, and for a compound row. */
  value: number | null;
  status: Status;
  /** 进展偏慢; in the plan's last year the words of that year. */
  statusName: string;
  flags: readonly Flag[];
  /** The status in one line: 2025年4.49‰，低于目标值4.5‰. */
  reason: string;
  /** Blocks with something to say, in the order of TOPICS. */
  blocks: readonly Block[];
  /** Better ones first, the nearest status first. */
  turns: readonly Turn[];
}

/**
 * What `report explain --format json` prints. Stable: `schemaVersion` goes up when a field changes its
 * meaning. Every key is always present; figures that do not exist are null. Texts are Chinese and ready
 * to print; codes (status, flags, alert, topic) are those of `report score --format json`.
 *
 *     { "schemaVersion": 1, "row": "W04", "year": 2025,
 *       "plan": { "id": "women", "title": "…" }, "domain": "妇女与健康", "nature": "binding",
 *       "alert": null, "alertCap": null,
 *       "id": "W04", "name": "…", "unit": "%", "value": 94.88, "status": "achieved",
 *       "statusName": "已达标", "flags": [], "reason": "…",
 *       "blocks": [{ "topic": "steps", "heading": "判定过程", "lines": [{ "label": "进展", "text": "…" }] }],
 *       "turns": [{ "way": "worse", "status": "onTrack", "statusName": "…", "value": 93.99, "text": "…" }],
 *       "parts": [] }
 *
 * A compound row has its parts, each shaped like a row, in `parts`; asked for one part, that part alone.
 */
export interface Explanation extends ExplainedIndicator {
  schemaVersion: 1;
  /** The row's id, also where one of its parts was asked for. */
  row: string;
  year: number;
  plan: { id: string; title: string };
  /** 妇女与健康 */
  domain: string;
  nature: Nature | null;
  alert: Alert | null;
  alertCap: ScoredRow["alertCap"];
  parts: readonly ExplainedIndicator[];
}
