import type { KnownReason } from "../../coverage/reasons.js";
import type { Other } from "../head/words.js";

/** What the figures of a column are that speaks of something else. */
export const OTHER_REASONS: Readonly<Record<Other, KnownReason>> = {
  target: "target-column",
  forecast: "forecast-column",
  change: "change-column",
  rank: "rank-column",
  completion: "completion-column",
  share: "share-column",
  score: "score-column",
  factor: "factor-column",
  statistic: "statistic-column",
  count: "count-column",
  span: "statistic-column",
  period: "other-period",
  schoolYear: "other-period",
  otherYear: "other-year",
  region: "other-region",
  group: "other-group",
  site: "other-site",
  void: "other-sheet",
};
