import { STATUSES, type Status } from "../../score/scorecard.js";
import { statusName } from "../words/labels.js";
import type { LegendEntry } from "../model.js";

const MEANINGS: Readonly<Record<Status, string>> = {
  achieved: "当年数据已符合目标",
  onTrack: "进度达到序时要求，或变化方向符合规划要求",
  nearlyAchieved: "期末接近但未达到目标",
  slow: "进度落后于序时要求",
  offTrack: "进度明显落后，或变化方向与规划要求相反",
  unmet: "未符合目标，且无基期数据衡量进度",
  notAchieved: "期末未达到目标",
  observed: "只反映水平和变化，不作达标判定",
  noData: "当年未取得数据，表中记作“缺”；“—”表示不适用",
};

const ONLY_AT_THE_END: readonly Status[] = ["nearlyAchieved", "notAchieved"];

/**
 * 图表符号: the statuses the report may print. In the plan's last year those of the years before stand
 * beside them, for the tables that look back.
 */
export function legendOf(final: boolean): LegendEntry[] {
  return STATUSES.filter((status) => final || !ONLY_AT_THE_END.includes(status)).map((status) => ({
    mark: status,
    name: [...new Set([statusName(status, false), statusName(status, final)])].join("、"),
    meaning: MEANINGS[status],
  }));
}
