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

/** What figures are that are not read for a reason; null where it says no such thing. */
export function otherOf(reason: KnownReason): Other | null {
  return OF_REASONS.get(reason) ?? null;
}

/** Of two that come to the same the first: 不足一年的数 rather than 学年的数. */
const OF_REASONS: ReadonlyMap<KnownReason, Other> = new Map(
  (Object.entries(OTHER_REASONS) as [Other, KnownReason][])
    .reverse()
    .map(([other, reason]) => [reason, other]),
);
