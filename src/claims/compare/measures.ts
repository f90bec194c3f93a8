import { cellText } from "../../issues/place.js";
import { measuresOf } from "../../plan/lookup.js";
import { lastProgress } from "../../score/last-progress.js";
import type { Scorecard } from "../../score/scorecard.js";
import { decimal } from "../../terms/decimal.js";
import type { MeasureStatus } from "../../terms/measure-status.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { MeasureProgress } from "../../data/dataset.js";
import type { Of, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import { fits } from "./amount.js";
import { AGREE, UNMATCHED } from "./any-of.js";

/** What words say of a measure's progress: the states they are true of. */
const STATES: readonly (readonly [RegExp, readonly MeasureStatus[]])[] = [
  // 基本完成 is no state of a measure; forms that say so are under way.
  [/基本/u, []],
  [/未启动/u, ["未启动"]],
  [/推进/u, ["推进中"]],
  [/启动|实施/u, ["推进中", "已落实"]],
  [/落实|完成|实现/u, ["已落实"]],
];

function statesOf(words: string): readonly MeasureStatus[] {
  return STATES.find(([pattern]) => pattern.test(words))?.[1] ?? [];
}

/** 44项措施中已落实12项: of the plan's measures, where the words name the plan or tell as many as it has. */
export function ofMeasures(claim: Of<"tally">, scorecard: Scorecard, facts: Facts): Verdict {
  const { of, figure, scope } = claim;
  const all = measuresOf(scorecard.plan);
  const isOfPlan = scope.total === null ? scope.ofPlan === true : scope.total === all.length;
  if (of.what === "total") return totalOf(claim, all.length);
  const told = all.map(({ id }) => lastProgress(id, { scorecard, dataset: facts.dataset }));
  const wanted = of.what === "status" ? statesOf(of.names[0] ?? "") : [];
  if (of.what !== "status" || wanted.length === 0 || told.every((each) => each === null)) return UNMATCHED;
  const has = (each: MeasureProgress | null): boolean =>
    each !== null && wanted.includes(each.status) !== of.negated;
  const counted = told.filter(has);
  const other = told.find((each) => each !== null && !has(each));
  const differs = (right: string): Verdict =>
    isOfPlan
      ? {
          state: "differ",
          about: `${scorecard.year}年${scorecard.plan.terms.named}措施${of.negated ? "未" : ""}${of.names[0] ?? ""}的`,
          right,
          from: sourceOf(counted[0] ?? other ?? null),
        }
      : UNMATCHED;
  if (claim.all)
    return counted.length === all.length ? AGREE : differs(`${all.length}项中的${counted.length}项`);
  if (figure === null) return UNMATCHED;
  const isShare = isPercent(unitOf(figure.unit));
  const one = isShare ? decimal(100).div(all.length) : decimal(1);
  // 未落实1项 may be those that nobody has begun.
  const counts = of.negated
    ? [counted.length, told.filter((each) => each?.status === "未启动").length]
    : [counted.length];
  if (counts.some((each) => fits(figure, one.times(each), facts.plan.method.rounding))) return AGREE;
  const share = isShare ? `，即${one.times(counted.length).toDecimalPlaces(1).toFixed()}%` : "";
  return differs(`${counted.length}项${share}`);
}

/** 《规划》提出的44项措施: so many it has; 12项措施 may be some of them. */
function totalOf({ figure, scope, of }: Of<"tally">, many: number): Verdict {
  if (figure === null) return UNMATCHED;
  if (fits(figure, decimal(many), "halfUp")) return AGREE;
  const isWhole = of.what === "total" && of.whole && scope.ofPlan === true;
  return isWhole && figure.value.gt(many)
    ? { state: "differ", about: "《规划》措施", right: `${many}项`, from: "" }
    : UNMATCHED;
}

function sourceOf(told: MeasureProgress | null): string {
  const [report] = told?.reports ?? [];
  return report === undefined ? "" : cellText(report.source);
}
