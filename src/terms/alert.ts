import { FLAG_NAMES } from "./flag.js";
import { STATUS, type TerminalStyle } from "./status.js";

/** All that is known of an alert. Its colour is its name; the mark's shape says the same without colour. */
export interface AlertEntry {
  /** 红色 */
  name: string;
  /** When it is given, for the method annex: of several that hold, the first. */
  meaning: Meaning;
  /** The same in a plan without 约束性 rows; null for a level that is given to them alone. */
  meaningWithoutBinding: Meaning | null;
  mark: string;
  ink: string;
  terminal: readonly TerminalStyle[];
}

/** `final`: in the plan's last year, whose statuses have other names. */
type Meaning = (final: boolean) => string;

const { offTrack, notAchieved, nearlyAchieved, unmet, slow, noData } = STATUS;

const failing = (final: boolean): string => (final ? notAchieved : offTrack).name;

const FALLING = "连续两年变差（其间有年份缺数据的，为连续两次监测变差；基本持平的不算）";
const CAP = "依据存疑基期或置信区间包含目标值的，以此级为限";

const yellow: Meaning = (final) =>
  final
    ? `${nearlyAchieved.nameAtEnd}而${FALLING}；${CAP}`
    : `${slow.name}；${unmet.name}；可判定而未达标的指标${FALLING}；${CAP}`;

/** The alerts, worst first: the order in which their rules are tried and in which the 预警清单 lists them. */
const TABLE = {
  red: {
    name: "红色",
    meaning: (final) => `约束性指标${failing(final)}，或${FLAG_NAMES.fellBack}`,
    meaningWithoutBinding: null,
    mark: "▲",
    ink: "#b3261e",
    terminal: ["bgRed", "white"],
  },
  orange: {
    name: "橙色",
    meaning: (final) =>
      `其他指标${failing(final)}或${FLAG_NAMES.fellBack}${final ? "" : `；约束性指标${unmet.name}`}`,
    meaningWithoutBinding: (final) => `${failing(final)}或${FLAG_NAMES.fellBack}`,
    mark: "◆",
    ink: "#c25700",
    terminal: ["red"],
  },
  yellow: {
    name: "黄色",
    meaning: yellow,
    meaningWithoutBinding: yellow,
    mark: "■",
    ink: "#a58500",
    terminal: ["yellow"],
  },
  blue: {
    name: "蓝色",
    meaning: () => noData.name,
    meaningWithoutBinding: () => noData.name,
    mark: "○",
    ink: "#1f5fa8",
    terminal: ["blue"],
  },
} as const satisfies Record<string, AlertEntry>;

export type Alert = keyof typeof TABLE;

export const ALERT: Readonly<Record<Alert, AlertEntry>> = TABLE;

/** Worst first. */
export const ALERTS = Object.keys(TABLE) as readonly Alert[];
