/** How a terminal may set a word: chalk's names. */
export type TerminalStyle = "green" | "yellow" | "red" | "blue" | "dim" | "white" | "bgRed";

/** All that is known of a status, whoever asks: the rules, a sentence, a chart, the style sheet, a terminal. */
export interface StatusEntry {
  /** 已达标 */
  name: string;
  /** What it is called of the plan's last year. */
  nameAtEnd: string;
  /** One letter: what a heat map prints in its cells. */
  letter: string;
  /** What it means, for the legend; the plan is called by its word: 规划, 纲要. */
  meaning: (plan: string) => string;
  /** Given in the plan's last year only. */
  onlyAtEnd: boolean;
  /** Worst (0) first: a compound row has the status of its worst part. */
  rank: number;
  /** Where it stands, best (0) first, when two years are compared: the last year's words stand for those they replace. */
  stands: readonly number[];
  /** The row was judged against its target. */
  judged: boolean;
  /** The row is behind what the plan asks. */
  behind: boolean;
  /** The mark of the tables: shapes differ, so that they are told apart in black and white. */
  mark: string;
  /** The colour of the mark on white. */
  ink: string;
  /** The colour of an area of this status, in charts and heat maps. */
  fill: string;
  /** Whether words upon the fill are white. */
  dark: boolean;
  /** What tells an area of a chart from its neighbours without colour; null: its shade does. */
  texture: "stripes" | "dots" | "hatching" | null;
  /** What does so in a heat map. */
  frame: "inner" | "hairline" | null;
  terminal: readonly TerminalStyle[];
}

/**
 * The statuses, one row each, in the order they are listed in. Adding one is adding a row, and what the
 * compiler asks for.
 */
const TABLE = {
  achieved: {
    name: "已达标",
    nameAtEnd: "已实现",
    letter: "达",
    meaning: () => "当年数据已符合目标",
    onlyAtEnd: false,
    rank: 7,
    stands: [0],
    judged: true,
    behind: false,
    mark: "●",
    ink: "#1b6e3c",
    fill: "#1b6e3c",
    dark: true,
    texture: null,
    frame: null,
    terminal: ["green"],
  },
  onTrack: {
    name: "预期可达标",
    nameAtEnd: "预期可达标",
    letter: "预",
    meaning: (plan) => `进度达到序时要求，或变化方向符合${plan}要求`,
    onlyAtEnd: false,
    rank: 5,
    stands: [1],
    judged: true,
    behind: false,
    mark: "○",
    ink: "#1b6e3c",
    fill: "#b5dbc0",
    dark: false,
    texture: null,
    frame: null,
    terminal: ["green"],
  },
  slow: {
    name: "进展偏慢",
    nameAtEnd: "进展偏慢",
    letter: "慢",
    meaning: () => "进度落后于序时要求",
    onlyAtEnd: false,
    rank: 2,
    stands: [2],
    judged: true,
    behind: true,
    mark: "△",
    ink: "#9a6700",
    fill: "#fbe7b4",
    dark: false,
    texture: "stripes",
    frame: null,
    terminal: ["yellow"],
  },
  offTrack: {
    name: "达标困难",
    nameAtEnd: "达标困难",
    letter: "难",
    meaning: (plan) => `进度明显落后，或变化方向与${plan}要求相反`,
    onlyAtEnd: false,
    rank: 0,
    stands: [3],
    judged: true,
    behind: true,
    mark: "▲",
    ink: "#b3261e",
    // As dark as 已达标: the frame tells the two apart without colour.
    fill: "#8f1d17",
    dark: true,
    texture: null,
    frame: "inner",
    terminal: ["red"],
  },
  unmet: {
    name: "未达标",
    nameAtEnd: "未达标",
    letter: "未",
    meaning: () => "未符合目标，且无基期数据衡量进度",
    onlyAtEnd: false,
    rank: 1,
    stands: [],
    judged: true,
    behind: true,
    mark: "■",
    ink: "#b3261e",
    fill: "#e39b92",
    dark: false,
    texture: "dots",
    frame: null,
    terminal: ["red"],
  },
  nearlyAchieved: {
    name: "基本实现",
    nameAtEnd: "基本实现",
    letter: "近",
    meaning: () => "期末接近但未达到目标",
    onlyAtEnd: true,
    rank: 6,
    stands: [1],
    judged: true,
    behind: false,
    mark: "◎",
    ink: "#1d5a8a",
    // As light as 预期可达标 of the years before: the hairline tells the two apart without colour.
    fill: "#cbdff2",
    dark: false,
    texture: null,
    frame: "hairline",
    terminal: ["yellow"],
  },
  notAchieved: {
    name: "未实现",
    nameAtEnd: "未实现",
    letter: "否",
    meaning: () => "期末未达到目标",
    onlyAtEnd: true,
    rank: 3,
    stands: [2, 3],
    judged: true,
    behind: true,
    mark: "▼",
    ink: "#b3261e",
    fill: "#5c120d",
    dark: true,
    texture: null,
    frame: "inner",
    terminal: ["red"],
  },
  observed: {
    name: "监测不判定",
    nameAtEnd: "监测不判定",
    letter: "测",
    meaning: () => "只反映水平和变化，不作达标判定",
    onlyAtEnd: false,
    rank: 4,
    stands: [],
    judged: false,
    behind: false,
    mark: "◇",
    ink: "#555",
    fill: "#e4e4e4",
    dark: false,
    texture: null,
    frame: null,
    terminal: ["dim"],
  },
  noData: {
    name: "缺项",
    nameAtEnd: "缺项",
    letter: "缺",
    meaning: () => "当年未取得数据，表中记作“缺”；“—”表示不适用",
    onlyAtEnd: false,
    rank: 8,
    stands: [],
    judged: false,
    behind: false,
    mark: "□",
    ink: "#555",
    fill: "#fff",
    dark: false,
    texture: "hatching",
    frame: "hairline",
    terminal: ["blue"],
  },
} as const satisfies Record<string, StatusEntry>;

export type Status = keyof typeof TABLE;

export const STATUS: Readonly<Record<Status, StatusEntry>> = TABLE;

/** In the order they are listed in, wherever statuses are listed. */
export const STATUSES = Object.keys(TABLE) as readonly Status[];

export const WORST_FIRST: readonly Status[] = [...STATUSES].sort((a, b) => STATUS[a].rank - STATUS[b].rank);

/** Whether a target is not fully met: behind what the plan asks, or 基本实现 at its end. */
export function isBehind(status: Status): boolean {
  return STATUS[status].behind || status === "nearlyAchieved";
}

export function isStatus(text: string): text is Status {
  return Object.hasOwn(TABLE, text);
}

/** Status in words; `final`: of the plan's last year, where a target that is met is 已实现. */
export function statusName(status: Status, final: boolean): string {
  return final ? STATUS[status].nameAtEnd : STATUS[status].name;
}
