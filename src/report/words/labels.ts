import type { Nature } from "../../plan/plan.js";
import { STATUSES, type Alert, type Flag, type Status, type Tally } from "../../score/scorecard.js";

/** What the statuses are called before the plan's last year. */
const RUNNING: Record<Status, string> = {
  achieved: "已达标",
  onTrack: "预期可达标",
  slow: "进展偏慢",
  offTrack: "达标困难",
  unmet: "未达标",
  nearlyAchieved: "基本实现",
  notAchieved: "未实现",
  observed: "监测不判定",
  noData: "缺项",
};

/** One letter per status: what a heat map prints in its cells. */
export const STATUS_LETTERS: Record<Status, string> = {
  achieved: "达",
  onTrack: "预",
  slow: "慢",
  offTrack: "难",
  unmet: "未",
  nearlyAchieved: "近",
  notAchieved: "否",
  observed: "测",
  noData: "缺",
};

/** Status in words. In the plan's last year a target that is met is 已实现, not 已达标. */
export function statusName(status: Status, final: boolean): string {
  return final && status === "achieved" ? "已实现" : RUNNING[status];
}

/** 已达标5项，预期可达标3项，缺项1项: statuses without rows are not named. */
export function tallyText(tally: Tally, final: boolean): string {
  return STATUSES.filter((status) => tally[status] > 0)
    .map((status) => `${statusName(status, final)}${tally[status]}项`)
    .join("，");
}

export const NATURE_NAMES: Record<Nature, string> = { binding: "约束性", anticipated: "预期性" };

export const ALERT_NAMES: Record<Alert, string> = {
  red: "红色",
  orange: "橙色",
  yellow: "黄色",
  blue: "蓝色",
};

/** Alerts, worst first: the order of the 预警清单. */
export const ALERTS: readonly Alert[] = ["red", "orange", "yellow", "blue"];

export const FLAG_NAMES: Record<Flag, string> = {
  metAtBaseline: "基期已达标",
  fellBack: "达标后回落",
  baselineFallback: "基期取后续年份",
  doubtfulBaseline: "基期数据存疑",
  aboveBand: "高于目标区间",
  atLimit: "已达上下限",
  partial: "数据不完整",
  noComparator: "缺对照数据",
  fragile: "处于临界状态",
  smallNumbers: "小数事件",
  revised: "数据有修订",
  singlePoint: "仅一年数据",
};
