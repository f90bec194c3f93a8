import {
  comparatorGap,
  comparatorGaps,
  comparatorGapThen,
  comparatorMet,
  comparatorName,
} from "../comparator.js";
import { STATUS } from "../../../terms/status.js";
import type { RuleFacts } from "../../row-facts.js";
import { yearsSaid } from "../met-years.js";
import {
  alone,
  earlierData,
  joined,
  missedAtEnd,
  settled,
  type RuleWords,
  type Verdict,
} from "./rule-words.js";

type Beside = "noComparator" | "gapUnknown" | "metBeside" | "gapNarrowed" | "gapNotNarrowed";

/** Whoever is compared with another says it in the reason as in the sentence. */
function beside<R extends Beside>(
  clause: (facts: RuleFacts<R>) => string,
  conclusion: (facts: RuleFacts<R>) => string,
  pending: (facts: RuleFacts<R>) => string = settled.pending,
): RuleWords<R> {
  const told = (facts: RuleFacts<R>): Verdict =>
    alone(clause(facts), isMissed(facts) ? missedAtEnd(facts) : "");
  return { clause: told, reason: clause, conclusion, pending };
}

/** Judged, and not met. */
function isMissed({ scored }: RuleFacts<Beside>): boolean {
  return STATUS[scored.status].behind;
}

export const metBeside = beside<"metBeside">(comparatorMet, () => "本年数符合目标");

export const noComparator = beside<"noComparator">(
  (facts) => `因缺同年${comparatorName(facts)}数据暂不判定`,
  () => "没有同年对照数据，无从比较",
  (facts) => `补报${facts.scored.year}年${comparatorName(facts)}后即可判定`,
);

/** What is lacking to measure progress by is no matter of the sentence, but of the reason. */
export const gapUnknown: RuleWords<"gapUnknown"> = {
  clause: (facts) => alone(comparatorGap(facts)),
  reason: (facts) => `${comparatorGap(facts)}，因缺${missing(facts) ?? "基期"}数据，无法评价进度`,
  conclusion: (facts) => {
    const lacking = missing(facts);
    return lacking === null
      ? "未符合目标，又没有基期衡量进度"
      : `未符合目标，又缺${lacking}数据，差距是否缩小无从比较`;
  },
  pending: (facts) => {
    const lacking = missing(facts);
    return `${lacking === null ? earlierData(facts) : `补报${lacking}后即可`}评价进度`;
  },
};

export const gapNarrowed = beside<"gapNarrowed">(
  (facts) => joined(comparatorGap(facts), gapCourse(facts, "差距比基期缩小")),
  () => "未达到对照的要求，差距比基期缩小",
);

export const gapNotNarrowed = beside<"gapNotNarrowed">(
  (facts) => joined(comparatorGap(facts), gapCourse(facts, "差距未比基期缩小")),
  () => "未达到对照的要求，差距没有比基期缩小",
);

/** How the gap came about: against the baseline, or since the row last met its target in between. */
function gapCourse(facts: RuleFacts<"gapNarrowed" | "gapNotNarrowed">, sinceBaseline: string): string {
  const { baseline } = facts.scored;
  const gaps = comparatorGaps(facts).filter(({ year }) => year >= baseline.year);
  const metYears = gaps.filter(({ met, year }) => met && year > baseline.year).map(({ year }) => year);
  const lastMet = metYears.at(-1);
  if (lastMet === undefined) return sinceBaseline.replace("基期", `${baseline.year}年`);
  const after = gaps.filter(({ year }) => year > lastMet);
  const widens = after.length > 1 && after.every(({ gap }, at) => at === 0 || gap.gt(after[at - 1]!.gap));
  return joined(
    `${yearsSaid(metYears)}曾达到要求`,
    widens ? `${after[0]!.year}年以来差距扩大${butNarrower(facts)}` : "",
  );
}

/** ，但小于2020年的差距（1.26个百分点）: what the status rests on, beside what seems to speak against it. */
function butNarrower(facts: RuleFacts<"gapNarrowed" | "gapNotNarrowed">): string {
  const { rule, baseline } = facts.scored;
  const then = comparatorGapThen(facts);
  return rule === "gapNarrowed" && then !== "" ? `，但小于${baseline.year}年的差距（${then}）` : "";
}

/** What a row with a baseline of its own lacks: its comparator's of that year. Null for one without. */
function missing(facts: RuleFacts<"gapUnknown">): string | null {
  const { baseline } = facts.scored;
  return baseline === null ? null : `${baseline.year}年${comparatorName(facts)}`;
}
