import type { ScoredRow } from "../../../score/scorecard.js";
import type { Move } from "../../since-baseline.js";
import { countedList } from "./lists.js";

/** How rows stand to where they began, as it is said of them. */
export const MOVE_NAMES: Readonly<Record<Move, string>> = {
  better: "改善",
  level: "基本稳定",
  worse: "退步",
};

/** 改善19项, 基本稳定2项, 退步1项（甲）: only those that got worse are named, at most `most`. */
export function movesSaid(
  { better, level, worse }: Readonly<Record<Move, readonly ScoredRow[]>>,
  most: number,
): string[] {
  return [
    better.length === 0 ? "" : `${MOVE_NAMES.better}${better.length}项`,
    level.length === 0 ? "" : `${MOVE_NAMES.level}${level.length}项`,
    worse.length === 0 ? "" : `${MOVE_NAMES.worse}${countedList(worse, most)}`,
  ].filter((text) => text !== "");
}
