import type { Target, TargetKind } from "../../plan/plan.js";
import { TARGET_KINDS, type TargetOf } from "../../plan/target-kinds.js";
import { NATURE_NAMES } from "../words/labels.js";
import { nameOf, type RowFacts } from "../row-facts.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import type { Line } from "./explanation.js";
import { exact } from "./formula.js";

type Wordings = { [K in TargetKind]: (target: TargetOf<K>, facts: RowFacts) => string };

const UNSAID_SIZE = "；《规划》没有规定幅度，优于基期即可";

const MODES: Record<TargetOf<"increase">["mode"], string> = {
  plain: "优于基期",
  everyYear: "优于基期，并且每年都优于上一年",
  noBackslide: "不差于基期，也不差于上一年",
  marked: "明显优于基期",
};

function direction(up: boolean): (target: TargetOf<"increase">, facts: RowFacts) => string {
  return ({ mode, size }, { scored }) => {
    const asked = `${up ? "越高越好" : "越低越好"}：${MODES[mode]}`;
    if (mode !== "marked") return asked;
    return size === null
      ? `${asked}${UNSAID_SIZE}`
      : `${asked}，至少相差${exact(size)}${scored.indicator.unit}`;
  };
}

const COMPARE = { atLeast: "≥", above: "＞", atMost: "≤", below: "＜" } as const;

/** What the machine compares, x being the figure of the year. One entry per target kind. */
const WORDINGS: Wordings = {
  atLeast: ({ value }) => `x≥${exact(value)}`,
  above: ({ value }) => `x＞${exact(value)}，等于不算`,
  atMost: ({ value }) => `x≤${exact(value)}`,
  below: ({ value }) => `x＜${exact(value)}，等于不算`,
  binary: ({ value }) => `x≥${exact(value)}；只有“有”和“没有”，没有中间进度`,
  around: ({ value, tolerance, above }) =>
    `${exact(value.minus(tolerance))}≤x≤${exact(value.plus(tolerance))}，即${exact(value)}±${exact(tolerance)}；` +
    (above === "met" ? "高于上限也算达标，另作标注" : "高于上限不算达标"),
  increase: direction(true),
  decrease: direction(false),
  observe: () => "只反映水平和变化",
  relativeTo: ({ row }, { plan }) => `x≥同一年的${row}（${nameOf(plan, row)}）`,
  matches: ({ series, tolerance }, { plan }) =>
    `x≥同一年的${series}（${nameOf(plan, series)}）－${exact(tolerance)}`,
  balance: ({ low, high }) => `${exact(low)}≤x≤${exact(high)}（女＝100）`,
  stalls: ({ value }) => `女厕位÷男厕位≥${exact(value)}；x记女厕位与男厕位之比`,
  contain: () => "越低越好：不高于基期，也不高于上一年",
  each: ({ comparison, value, grouping, expected }) =>
    `每个${grouping}都要x${COMPARE[comparison]}${exact(value)}` +
    (expected === null ? "" : `，应有${expected}个${grouping}`),
};

function inWords(target: Target, facts: RowFacts): string {
  const say = WORDINGS[target.kind] as (target: Target, facts: RowFacts) => string;
  return say(target, facts);
}

/** 目标: the plan's own wording, and what the machine makes of it. */
export function targetLines(facts: RowFacts): Line[] {
  const { scored, plan } = facts;
  const { target, notes } = scored.indicator;
  return [
    { label: "目标原文", text: `${target.text}（${plan.period.end}年）` },
    { label: "判定形式", text: `${TARGET_KINDS[target.kind].label}，${inWords(target, facts)}` },
    ...natureLine(scored),
    ...notes.map((text) => ({ label: "规划备注", text })),
  ];
}

function natureLine(scored: ScoredIndicator | ScoredRow): Line[] {
  if (!("row" in scored)) return [];
  const { nature, units } = scored.row;
  const head = units.confirmed ? "责任单位" : "建议责任单位";
  const named = units.names.length === 0 ? [] : [{ label: head, text: unitsText(units) }];
  return [{ label: "属性", text: NATURE_NAMES[nature] }, ...named];
}

function unitsText({ names, confirmed }: ScoredRow["row"]["units"]): string {
  return `${names.join("、")}${confirmed ? "" : "（待确认）"}`;
}
