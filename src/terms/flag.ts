/** What marks a row beside its status, in the order it is told, and what it is called: one row a flag. */
const TABLE = {
  metAtBaseline: "基期已达标",
  fellBack: "达标后回落",
  baselineFallback: "基期取后续年份",
  doubtfulBaseline: "基期数据存疑",
  aboveBand: "高于目标区间",
  atLimit: "已达上下限",
  partial: "数据不完整",
  noComparator: "缺对照数据",
  fragile: "处于临界状态",
  smallNumbers: "例数较少",
  revised: "数据有修订",
  singlePoint: "仅一年数据",
} as const;

export type Flag = keyof typeof TABLE;

export const FLAG_NAMES: Readonly<Record<Flag, string>> = TABLE;

/** All flags, in order. */
export const FLAGS = Object.keys(TABLE) as Flag[];
