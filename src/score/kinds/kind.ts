import type { Decimal } from "../../terms/decimal.js";
import type { Indicator, Method, TargetKind } from "../../plan/plan.js";
import type { TargetOf } from "../../plan/target-kinds.js";
import type { Baseline, Flag, Goal, Grounds, OtherFigure, Status, YearValue } from "../scorecard.js";

/** Everything about an indicator in year t that a target kind may ask for, its value apart. */
export interface Setting<K extends TargetKind = TargetKind> {
  target: TargetOf<K>;
  /** t */
  year: number;
  /** The plan's last year, in which the target is due. */
  end: number;
  baseline: Baseline | null;
  previous: YearValue | null;
  /** Years with data up to t, ascending; t itself included. */
  series: readonly YearValue[];
  range: Indicator["range"];
  pace: Method["pace"];
  /** Null where nothing is to be compared with, or its figure of t is missing. */
  comparator: OtherFigure | null;
}

/** A setting with a value to judge. */
export interface Case<K extends TargetKind = TargetKind> extends Setting<K> {
  value: Decimal;
}

/** What is said before the plan's last year; `finalStatus` turns it into the words of the last year. */
export type InterimStatus = Extract<
  Status,
  "achieved" | "onTrack" | "slow" | "offTrack" | "unmet" | "observed"
>;

/** A status, the rule that decided it and what that rests on. */
type JudgementBy<R extends keyof Grounds> = {
  status: InterimStatus;
  rule: R;
  flags: readonly Flag[];
} & Grounds[R];

export type Judgement = { [R in keyof Grounds]: JudgementBy<R> }[keyof Grounds];

/** How a target kind is scored. All that scoring knows about a kind, beside its traits, is in its entry. */
export interface Kind<K extends TargetKind = TargetKind> {
  /** What meets the target in year t; null where nothing does (observe) or nothing is known to. */
  goal(setting: Setting<K>): Goal | null;
  judge(context: Case<K>): Judgement;
  /** P, for output; null where the kind has no progress or it is undefined. */
  progress(context: Case<K>): Decimal | null;
  /** Values at which the judgement turns: near one of them a row is fragile. Empty unless numeric. */
  edges(target: TargetOf<K>): readonly Decimal[];
}

export function verdict<R extends keyof Grounds>(
  status: InterimStatus,
  rule: R,
  grounds: Grounds[R],
  flags: readonly Flag[] = [],
): JudgementBy<R> {
  return { ...grounds, status, rule, flags };
}
