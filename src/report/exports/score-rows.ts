import {
  type Alert,
  type Scorecard,
  type ScoredIndicator,
  type ScoredRow,
  type Status,
  type YearValue,
} from "../../score/scorecard.js";
import { targetText } from "../words/goal-text.js";
import { natureName } from "../words/labels.js";
import { FLAG_NAMES, FLAGS } from "../../terms/flag.js";
import { figure, MISSING, NOT_APPLICABLE, type Scale } from "../words/number.js";
import { reasonOf } from "../words/rules/rules.js";
import { factsOf, isToldByParts } from "../row-facts.js";
import { ALERT } from "../../terms/alert.js";
import { statusName } from "../../terms/status.js";
import { domainNameOf } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";

/** A row of the scorecard in words, for a terminal or a CSV file. */
export interface ScoreLine {
  id: string;
  number: string;
  domain: string;
  name: string;
  unit: string;
  nature: string;
  target: string;
  baseline: string;
  previous: string;
  value: string;
  status: string;
  alert: string;
  flags: string;
  reason: string;
  /** The names behind the words, for colour. */
  codes: { status: Status; alert: Alert | null; binding: boolean };
}

export function scoreRows(scorecard: Scorecard): ScoreLine[] {
  return scorecard.rows.map((row) => scoreLine(row, scorecard));
}

/** A figure, and its year in brackets where that is not the one its column is read as: 66.18%, （2023年） or "". */
export interface Dated {
  text: string;
  year: string;
}

/** — where there is no figure. */
export function dated(point: YearValue | null, scale: Scale, usual: number): Dated {
  if (point === null) return { text: NOT_APPLICABLE, year: "" };
  return { text: figure(scale, point.value), year: point.year === usual ? "" : `（${point.year}年）` };
}

/** The figures of a row, or of a part of one, with their units. */
export function figuresOf(
  scored: ScoredIndicator | ScoredRow,
  { plan, year }: Pick<Scorecard, "plan" | "year">,
): { target: string; baseline: Dated; previous: Dated; value: string } {
  const { scale } = factsOf(scored, plan);
  const missing = isToldByParts(scored) ? NOT_APPLICABLE : MISSING;
  return {
    target: targetText(scored.indicator),
    baseline: dated(scored.baseline, scale, plan.period.baseline),
    previous: dated(scored.previous, scale, year - 1),
    value: scored.value === null ? missing : figure(scale, scored.value),
  };
}

function scoreLine(row: ScoredRow, { plan, year }: Scorecard): ScoreLine {
  const { baseline, previous, ...figures } = figuresOf(row, { plan, year });
  return {
    id: row.id,
    number: String(row.row.number),
    domain: domainNameOf(plan, row.row.domain),
    name: row.row.name,
    unit: row.row.unit,
    nature: natureName(row.row.nature),
    ...figures,
    baseline: `${baseline.text}${baseline.year}`,
    previous: `${previous.text}${previous.year}`,
    status: statusName(row.status, isLastYear({ plan, year })),
    alert: row.alert === null ? "" : ALERT[row.alert].name,
    flags: FLAGS.filter((flag) => row.flags.includes(flag))
      .map((flag) => FLAG_NAMES[flag])
      .join("、"),
    reason: reasonOf(row, plan),
    codes: { status: row.status, alert: row.alert, binding: row.row.nature === "binding" },
  };
}
