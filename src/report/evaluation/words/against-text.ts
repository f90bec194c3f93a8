import { judgedOf } from "../../../plan/lookup.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { ScoredIndicator, ScoredRow, Scorecard } from "../../../score/scorecard.js";
import { factsOf, isJudged, type JudgedFacts } from "../../row-facts.js";
import { judgedChange, verbOf } from "../../words/change.js";
import { CLASS_NAMES } from "../../words/labels.js";
import { isAgainst } from "../forecast.js";
import { courseOf, recoveryText } from "./course-text.js";
import { countedList } from "./lists.js";

/** Directions that are not kept: those that go on the wrong way, and those that have turned but are not back yet. */
export interface Against {
  turning: readonly ScoredRow[];
  recovering: readonly ScoredRow[];
}

export function againstOf({ rows, plan }: Pick<Scorecard, "rows" | "plan">): Against {
  const against = rows.filter(isAgainst);
  const isBack = (row: ScoredRow): boolean =>
    wrongOf(row, plan).every((facts) => courseOf(facts).kind === "recovering");
  return {
    turning: against.filter((row) => !isBack(row)),
    recovering: against.filter(isBack),
  };
}

/** The row, or those of its parts, that decided its status. */
function wrongOf(row: ScoredRow, plan: Scorecard["plan"]): JudgedFacts[] {
  return judgedOf<ScoredIndicator>(row)
    .filter(({ status }) => status === row.status)
    .map((scored) => factsOf(scored, plan))
    .filter(isJudged);
}

/** More names than these are not heard out. */
const MOST_NAMES = 10;
/** So many that recover are told one by one. */
const MOST_TOLD = 3;

/** No pace is told of directions: whether they must turn, or go on as they have of late. */
export function againstTexts(scorecard: Scorecard): string[] {
  const { turning, recovering } = againstOf(scorecard);
  const { named } = scorecard.plan.terms;
  const among = `${CLASS_NAMES.directional}指标中，`;
  const turn =
    turning.length === 0
      ? ""
      : `${among}变化方向与${named}要求相反的${countedList(turning, MOST_NAMES)}，须扭转方向，不作数值推算。`;
  const back =
    recovering.length > MOST_TOLD
      ? [
          `${among}尚未回到基期水平、近年已连续好转的${countedList(recovering, MOST_NAMES)}，须保持现有方向，不作数值推算。`,
        ]
      : recovering.flatMap((row) => wrongOf(row, scorecard.plan)).map(recoveringText);
  return [turn, ...back];
}

/** 抓获刑事案件犯罪嫌疑人中未成年人占比近两年连续降低，但仍比2020年上升0.51个百分点，须继续降低到2020年水平以下，不作数值推算。 */
function recoveringText(facts: JudgedFacts): string {
  const { scored, scale } = facts;
  const course = courseOf(facts);
  const { baseline, indicator } = scored;
  if (course.kind !== "recovering" || baseline === null) return "";
  const up = traitsOf(indicator.target).better === "up";
  const change = judgedChange(scored, scale, baseline);
  const gap = change.kind === "moved" ? change.said : `${up ? "低" : "高"}于${baseline.year}年水平`;
  const on = `${verbOf(indicator, up ? "up" : "down")}到${baseline.year}年水平以${up ? "上" : "下"}`;
  return `${indicator.name}${recoveryText(facts, course.times)}，但仍${gap}，须继续${on}，不作数值推算。`;
}
