import { traitsOf } from "../../plan/target-kinds.js";
import type { ScoredRow } from "../../score/scorecard.js";
import { headline } from "./wording.js";
import { STATUS } from "../../terms/status.js";

/** Rows of a domain that are told in one paragraph under one conclusion. */
export interface StatusGroup {
  rows: readonly ScoredRow[];
  heading: string;
}

interface GroupRule {
  holds: (row: ScoredRow) => boolean;
  /** The conclusion, made of the names it is about: it can say nothing the rows do not. */
  heading: (names: string, facts: { final: boolean; period: number }) => string;
}

/**
 * The paragraphs of a domain chapter in order: what is reached, what is on its way, what is only
 * watched; then what is slow, far off, not met and missing, which closes the chapter.
 */
const GROUPS: readonly GroupRule[] = [
  {
    holds: (row) => row.status === "achieved" && traitsOf(row.row.target).class !== "directional",
    heading: (names, { final, period }) => `${names}${final ? "实现" : "达到"}${period}年目标`,
  },
  {
    holds: (row) => row.status === "achieved" && traitsOf(row.row.target).class === "directional",
    heading: (names) => `${names}实现规划目标要求`,
  },
  {
    holds: (row) => row.status === "nearlyAchieved",
    heading: (names, { period }) => `${names}${STATUS.nearlyAchieved.name}${period}年目标`,
  },
  {
    holds: (row) => row.status === "onTrack" && traitsOf(row.row.target).class !== "directional",
    heading: (names) => `${names}按序时进度推进、${STATUS.onTrack.name}`,
  },
  {
    holds: (row) => row.status === "onTrack" && traitsOf(row.row.target).class === "directional",
    heading: (names) => `${names}符合规划目标要求`,
  },
  {
    holds: (row) => row.status === "observed" && traitsOf(row.row.target).class === "watched",
    heading: (names) => `${names}只作监测、不作判定`,
  },
  {
    holds: (row) => row.status === "observed" && traitsOf(row.row.target).class !== "watched",
    heading: (names) => `${names}缺少对照依据、暂不判定`,
  },
  { holds: (row) => row.status === "slow", heading: (names) => `${names}${STATUS.slow.name}` },
  { holds: (row) => row.status === "offTrack", heading: (names) => `${names}${STATUS.offTrack.name}` },
  { holds: (row) => row.status === "unmet", heading: (names) => `${names}尚${STATUS.unmet.name}` },
  {
    holds: (row) => row.status === "notAchieved",
    heading: (names, { period }) => `${names}${STATUS.notAchieved.name}${period}年目标`,
  },
  { holds: (row) => row.status === "noData", heading: (names) => `${names}数据${STATUS.noData.name}` },
];

/** The groups that have rows, in telling order. */
export function statusGroups(
  rows: readonly ScoredRow[],
  facts: { final: boolean; period: number },
): StatusGroup[] {
  return GROUPS.map(({ holds, heading }) => {
    const held = rows.filter(holds);
    return { rows: held, heading: heading(headline(held.map(({ row }) => row.name)), facts) };
  }).filter(({ rows: held }) => held.length > 0);
}
