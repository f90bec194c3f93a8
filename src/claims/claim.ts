import type { Decimal } from "../terms/decimal.js";
import type { Indicator, Nature, Project } from "../plan/plan.js";
import type { Figure } from "./figure.js";

/** Where a claim stands in its paragraph, and whether it is certain what it speaks of. */
interface Stated {
  /** Index in the paragraph's text. */
  at: number;
  /** As it is written: 提高1.98个百分点. */
  written: string;
  /** False where the words leave open what the figure is of: then it can agree, but not be wrong. */
  sure: boolean;
  /**
   * Where the name alone leaves it open, which another figure may confirm: what it leaves open (`Doubt` in names.ts),
   * or the words glued to it. Null where nothing does, or other words do.
   */
  doubt: "whose" | "which" | "other" | "glued" | null;
  /** Its clause speaks of a goal or a limit, which the figure may be, or be told from. */
  nearGoal?: boolean;
}

/** About indicators: one, or several of which any may be meant. */
interface OfRows extends Stated {
  options: readonly Indicator[];
  /** The years that may be meant, the likeliest first. */
  years: readonly number[];
}

export type Sign = 1 | -1 | 0;

/** Of which two a distance is spoken of, besides the row itself. */
export type Distance =
  | { from: "row"; others: readonly Indicator[] }
  | { from: "group"; where: readonly [string, string] }
  | { from: "goal" };

/** What a text says that can be held against facts. */
export type Claim =
  /** 达到94.88%; `moved`: 降至 says that it fell. `where`: a town, a group; `pooled`: three years taken together. */
  | (OfRows & {
      kind: "level";
      figure: Figure;
      moved: Sign;
      where: string | null;
      pooled: boolean;
      sum: readonly [number, number] | null;
      /** 2021—2025年平均为94.12%: of so many years. */
      mean?: readonly [number, number];
      /** 首次: no earlier year had as much. */
      first: boolean;
      /** 评选29户: of what is counted over the years, those of this one. */
      added?: boolean;
      /** 落入37.5%至42.5%的区间: an end of what it lies in, whoever set it. */
      within?: boolean;
      /** 近三成尚未建立: the share of those that have not. */
      without: boolean;
    })
  /** 比2020年提高1.89个百分点; bases null: the text names none. `yearly`: 年均. */
  | (OfRows & {
      kind: "change";
      bases: readonly number[];
      figure: Figure;
      sign: Sign;
      yearly: boolean;
      /** 每年提高1个百分点以上: in each of the years, but for those left out. */
      every?: boolean;
      except?: readonly number[];
      /** A town, a group; the whole district where none is told. */
      where?: string | null;
    })
  /** 是2020年的3.4倍 */
  | (OfRows & { kind: "multiple"; bases: readonly number[]; figure: Figure })
  /** 高于2023年; 持续下降; 与上年持平 */
  | (OfRows & {
      kind: "direction";
      bases: readonly number[];
      sign: Sign;
      strict: boolean;
      nearly: boolean;
      cases?: boolean;
    })
  /** 连续三年上升; count null: every year of the span. `held`: 连续五年保持100% */
  | (OfRows & {
      kind: "streak";
      count: number | null;
      since: number | null;
      sign: Sign;
      held: Figure | null;
      except: readonly number[];
      /** 连续第五年: no more than that. */
      nth?: boolean;
      /** 一年好过一年: whichever way is better. */
      better?: boolean;
    })
  /** 五年来第二次下降: so often it rose or fell since, this year included. */
  | (OfRows & { kind: "timesMoved"; since: number; nth: number; sign: Sign })
  /** 70%的目标 */
  | (OfRows & { kind: "target"; figure: Figure })
  /** 距目标还差17.06个百分点; goal: its figure, where the sentence states it. */
  | (OfRows & { kind: "gap"; figure: Figure; goal: Figure | null; where: string | null })
  /** 比98%低0.67个百分点: from a figure that is nobody's. */
  | (OfRows & { kind: "beyond"; bound: Figure; figure: Figure; sign: Sign; where: string | null })
  /** 是目标值的两倍多 */
  | (OfRows & { kind: "timesGoal"; figure: Figure })
  /** 还需年均提高2.04个百分点 */
  | (OfRows & { kind: "pace"; figure: Figure; sign: Sign })
  /** 完成所需增幅的25.5%: so much of the way from one of those years to the goal. */
  | (OfRows & { kind: "wayGone"; bases: readonly number[]; figure: Figure })
  /** 提前五年达标 */
  | (OfRows & { kind: "early"; many: number })
  /** 按现有速度2033年才能达到70% */
  | (OfRows & { kind: "reach"; by: number; figure: Figure | null })
  /** 未达到98% */
  | (OfRows & { kind: "short"; figure: Figure; where: string | null })
  /** 已达到目标; side: 高于目标; `pooled`: of three years taken together. */
  | (OfRows & {
      kind: "met";
      met: boolean | null;
      side: Sign;
      pooled?: boolean;
      where?: string;
      /** 2023年首次达标: in no earlier year. */
      first?: boolean;
    })
  /** 进展偏慢 */
  | (OfRows & { kind: "status"; name: string; negated: boolean })
  /** 死亡1例 */
  | (OfRows & { kind: "cases"; figure: Figure; sum?: readonly [number, number] | null })
  /** 出生男婴3245人、女婴2991人: what a ratio is made of, by the words of its definition. */
  | (OfRows & { kind: "part"; side: "numerator" | "denominator"; called: string; figure: Figure })
  /** 新生儿死亡占婴儿死亡的64.3% */
  | (OfRows & { kind: "caseShare"; others: readonly Indicator[]; figure: Figure })
  /**
   * 超过98%的有20个: towns or institutions on that side of `bound`; null: all of them; no bound: so many there are, or,
   * `met`, reach the goal or do not. `but`: those that are named apart, 其余镇街均已达标.
   */
  | (OfRows & {
      kind: "sites";
      bound: Figure | null;
      figure: Figure | null;
      met?: boolean;
      but?: readonly string[];
    })
  /** 比上年提高0.1个百分点以上的有8个: so many towns moved that way, and by so much. */
  | (OfRows & {
      kind: "sitesMoved";
      bases: readonly number[];
      sign: Sign;
      bound: Figure | null;
      figure: Figure;
    })
  /** 各镇街最高与最低相差1.91个百分点 */
  | (OfRows & { kind: "sitesApart"; figure: Figure })
  /** 接种率最高的为99.24%: of towns, institutions or groups; or of its own years since one. */
  | (OfRows & { kind: "extremum"; figure: Figure; highest: boolean; since: number | null })
  /** 居各镇街首位; `many`: 最低的3个镇街, and which they are; `ranked`: 排名后三位, of whichever end is the worse. */
  | (OfRows & {
      kind: "extreme";
      where: readonly string[];
      highest: boolean;
      many?: number;
      ranked?: boolean;
      /** 居第二: so many from that end. */
      nth?: number;
      /** 提高幅度最大的是甲镇: by how they moved. */
      moved?: { bases: readonly number[]; sign: Sign };
    })
  /** 为近五年最低: against its own years since `since`, the first of them left open (近五年 with or without it). */
  | (OfRows & { kind: "record"; since: number; until?: number; highest: boolean })
  /** 高于全市平均水平: against what is known of other places. */
  | (OfRows & {
      kind: "beside";
      region: string;
      /** The other place's own figure, how far apart the two are, and the year of the place's; null where untold. */
      figure: Figure | null;
      by: Figure | null;
      year: number | null;
      sign: Sign;
      /** 与全国平均水平持平, 基本持平 */
      level?: "level" | "nearly";
    })
  /** 高于区政协委员中女性比例3.67个百分点: against another row in the same year. */
  | (OfRows & {
      kind: "than";
      others: readonly Indicator[];
      /** The other row's year, where it is not the same. */
      otherYear?: number | null;
      sign: Sign;
      figure: Figure | null;
      first: boolean;
    })
  /** 是小学生近视率的2.2倍 */
  | (OfRows & { kind: "rowTimes"; others: readonly Indicator[]; figure: Figure })
  /** 城乡相差1.83个百分点; null: from the whole district. */
  | (OfRows & { kind: "groupsApart"; where: readonly [string, string | null]; sign: Sign; figure: Figure })
  /**
   * Points that are of the rows of the sentence, in words that leave open of what: a change, a gap, a distance.
   * `moved`: by so much a distance of theirs grew or shrank; from what, and `way` which of the two, where the words
   * say so.
   */
  | (OfRows & { kind: "lone"; figure: Figure; moved: "rows" | "groups" | "goal" | "any" | null; way: Sign })
  /** 差距较上年有所缩小: of two rows, of two groups, of town and country, or from the goal. */
  | (OfRows & {
      kind: "widened";
      of: Distance;
      bases: readonly number[];
      sign: Sign;
      /** 差距逐年缩小: in each of the years since this one. */
      every?: number | null;
    })
  /** 增幅较上年收窄0.35个百分点: how much more or less it moved than the year before; `grew`: 增幅, not 降幅. */
  | (OfRows & {
      kind: "growth";
      figure: Figure | null;
      sign: Sign;
      grew: boolean;
      /** 增幅逐年收窄: in each of the years since this one. */
      every?: number | null;
      /** 2021年以来增幅收窄: from the first year since this one to the last, whatever the last did alone. */
      since?: number | null;
    })
  /** 较上年两升一降: so many of these rows rose, so many fell. */
  | (OfRows & {
      kind: "courses";
      rows: readonly (readonly Indicator[])[];
      bases: readonly number[];
      up: number;
      down: number;
    })
  /** 五年中四年提高、一年下降: in so many of the last years each. */
  | (OfRows & { kind: "yearsMoved"; up: number; down: number })
  /** 为约束性指标 */
  | (OfRows & { kind: "nature"; nature: Nature })
  /** 为红色预警; null: of whichever colour. */
  | (OfRows & { kind: "alert"; name: string | null })
  /** 已达标14项，占34.1%: of so many; null: of all there are, or of those `among` them that the words name. */
  | (Stated & {
      kind: "share";
      counted: Figure;
      /** 14项达标、13项预期可达标，占69.2%: all that were counted together, of which it may be as well. */
      both?: Figure | null;
      total: number | null;
      /** 49项指标中可评价的38项: the whole that those were of, which the share may be of as well. */
      wider?: number | null;
      among: "judged" | "explicit" | null;
      figure: Figure;
      /** 20个镇街在98%以上，占87%: of the towns of the row. */
      sites?: { options: readonly Indicator[]; years: readonly number[] };
    })
  /** 由A提高到B，提高C: whatever it is of. */
  | (Stated & {
      kind: "sum";
      course: { from: Figure; to: Figure };
      figure: Figure;
      sign: Sign;
      /** 除11项外，其余38项: what is left of the one without the other. */
      isRest?: boolean;
    })
  /** 已达标13项, 达标率56.5%, 全部达标 */
  | (Stated & {
      kind: "tally";
      scope: TallyScope;
      of: TallyOf;
      figure: Figure | null;
      all: boolean;
      years: readonly number[];
    })
  /** 下降最快的是甲; 最高的是甲: of the rows that the sentence has told, by how they moved, or by their figures. */
  | (OfRows & {
      kind: "ranked";
      rows: readonly (readonly Indicator[])[];
      by: "move" | "level";
      sign: Sign;
      /** 最快, 最高; else 最慢, 最低. */
      most: boolean;
      bases: readonly number[];
    })
  /** 失业保险和工伤保险女性参保人数合计14.11万人 */
  | (Stated & {
      kind: "together";
      rows: readonly (readonly Indicator[])[];
      years: readonly number[];
      figure: Figure;
      /** 两项合计14.11万人，比2020年净增2.14万人: by so much it moved since. */
      moved?: { bases: readonly number[]; sign: Sign };
    })
  /** 缺项2项，为甲和乙: each of these is of the status that so many rows have. */
  | (Stated & {
      kind: "listed";
      rows: readonly (readonly Indicator[])[];
      years: readonly number[];
      name: string;
      negated: boolean;
      figure: Figure | null;
      scope: TallyScope;
    })
  /** 松溉、永荣、红炉3个镇: so many are named. */
  | (Stated & { kind: "many"; figure: Figure; named: readonly [number, number] })
  /** 项目已完成; 建成23所 */
  | (Stated & { kind: "project"; project: Project; name: string; negated: boolean; years: readonly number[] })
  | (Stated & {
      kind: "quantity";
      project: Project;
      index: number;
      figure: Figure;
      /** 还有1所尚未建成: what is left to the goal; 规划建设的23所: the goal; 完成率95.7%: how much of it is done. */
      told: "done" | "left" | "goal" | "share";
      years: readonly number[];
    })
  /** 区妇幼保健院已通过三级甲等医院评审 */
  | (Stated & {
      kind: "milestone";
      project: Project;
      index: number;
      reached: boolean;
      /** 全部建成: as many as there are to be. */
      whole?: boolean;
      years: readonly number[];
    })
  /** A figure of ours that nothing can be compared with. */
  | (Stated & { kind: "unmatched" });

export interface TallyScope {
  /** `tasks`: what projects are to reach; `some`: 社会保障5项指标, of a subject that is none of ours: of neither is there a count. */
  things: "rows" | "projects" | "measures" | "alerts" | "tasks" | "some";
  /** 《规划》措施: the words say whose measures they are. */
  ofPlan?: boolean;
  nature: Nature | null;
  /** A domain's id. */
  domain: string | null;
  /** 49项指标中: as the text has it. */
  total: number | null;
  /** 49项指标中，可评价的38项: what those were of. */
  wider?: number | null;
}

/** What is counted: everything, those of a status, or a rate. */
export type TallyOf =
  /** `whole`: the words say that the plan has so many; `rest`: those named and all others. */
  | { what: "total"; whole: boolean; rest?: boolean; among: "judged" | "explicit" | null }
  /** `orAll`: the words may as well say how many there are of any status; `but`: 除甲外，其余4项, ids of those left out. */
  | { what: "status"; names: readonly string[]; negated: boolean; orAll?: boolean; but?: readonly string[] }
  /** `overall`: 总体达标率, which may be that of what is met or will be. */
  | { what: "rate"; name: "achievement" | "improving" | "onCourse"; overall?: boolean };

/** What came of holding a claim against the facts. */
export type Verdict =
  | { state: "agree" | "unmatched" }
  | { state: "differ"; about: string; right: string; from: string };

export type Of<K extends Claim["kind"]> = Extract<Claim, { kind: K }>;
export type Level = Of<"level">;
export type Change = Of<"change">;

/** A level, and nothing more is said of it. */
export const PLAIN_LEVEL = {
  kind: "level",
  moved: 0,
  where: null,
  pooled: false,
  sum: null,
  first: false,
  without: false,
} as const satisfies Partial<Level>;

/** A figure of the facts, and where it stands. */
export interface Known {
  value: Decimal;
  /** The cell, or the clause of the plan. */
  from: string;
  year: number;
}
