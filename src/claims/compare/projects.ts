import type { Decimal } from "../../terms/decimal.js";
import { cellText } from "../../issues/place.js";
import { unitOf } from "../../terms/unit.js";
import type { Project } from "../../plan/plan.js";
import type { ScoredProject } from "../../score/scorecard.js";
import type { Claim, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, anyOf } from "./any-of.js";

/** What words say of a project's progress: those they are true of. */
const PROGRESS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/基本完成/u, ["基本完成"]],
  [/未启动/u, ["未启动"]],
  [/推进/u, ["推进中"]],
  [/启动|开工|实施/u, ["推进中", "基本完成", "已完成"]],
  [/完成|实现|达/u, ["已完成"]],
];

/** The states that a word is true of, or several (已完成和基本完成); null where one is no word of progress. */
export function progressOf(words: string): readonly string[] | null {
  const each = words.split("和").map((word) => PROGRESS.find(([pattern]) => pattern.test(word))?.[1]);
  return each.includes(undefined) ? null : each.flatMap((states) => states ?? []);
}

type Progress = NonNullable<ScoredProject["progress"]>;

/** What the progress of a project says of a claim, year by year; null where it says nothing. */
function byProgress(
  { project, years }: { project: Project; years: readonly number[] },
  facts: Facts,
  told: (progress: Progress) => { agrees: boolean; about: string; right: string } | null,
): Verdict {
  return anyOf(
    years.flatMap((year): Verdict[] => {
      const scored = facts.scorecard(year)?.projects.find((each) => each.project.id === project.id);
      const progress = scored?.progress ?? null;
      const said = progress === null ? null : told(progress);
      if (progress === null || said === null) return [];
      if (said.agrees) return [AGREE];
      const [about, from] = [`${said.about}${year}年`, cellText(progress.source)];
      return [{ state: "differ", about, right: said.right, from }];
    }),
  );
}

/** 普惠养老服务项目已完成 */
export function projectVerdict(claim: Extract<Claim, { kind: "project" }>, facts: Facts): Verdict {
  const { project, name, negated } = claim;
  const wanted = progressOf(name);
  return byProgress(claim, facts, ({ status }) =>
    wanted === null
      ? null
      : { agrees: wanted.includes(status) !== negated, about: project.name, right: status },
  );
}

/** 建成镇（街道）养老服务中心23所 */
export function quantityVerdict(claim: Extract<Claim, { kind: "quantity" }>, facts: Facts): Verdict {
  const { project, index, figure, left } = claim;
  const quantity = project.quantities[index];
  return byProgress(claim, facts, (progress) => {
    const reported = doneOf(progress, project, index);
    if (reported === null || quantity === undefined || figure.form !== "number") return null;
    if (left && quantity.goal === null) return null;
    const done = left ? (quantity.goal ?? reported).minus(reported) : reported;
    const unit = unitOf(quantity.unit);
    const factor = scale(unit, figure.unit);
    if (factor === null) return null;
    const agrees = fits(figure, done.times(factor), facts.plan.method.rounding);
    return {
      agrees,
      about: left ? `${quantity.name}距目标` : quantity.name,
      right: `${done.toFixed()}${unit.behind}`,
    };
  });
}

/** 区妇幼保健院已通过三级甲等医院评审 */
export function milestoneVerdict(claim: Extract<Claim, { kind: "milestone" }>, facts: Facts): Verdict {
  const { project, index, reached } = claim;
  return byProgress(claim, facts, (progress) => {
    const done = doneOf(progress, project, index);
    if (done === null) return null;
    const quantity = project.quantities[index];
    const about = quantity?.name ?? project.name;
    // 23所 of which 22 are built are neither.
    const isWhole = quantity?.goal == null ? !done.isZero() : done.gte(quantity.goal);
    const agrees = reached ? !done.isZero() : !isWhole;
    return { agrees, about, right: done.isZero() ? "尚未完成" : "已经完成" };
  });
}

/** What was reported of a quantity, by its name or else by its place among them. */
function doneOf({ quantities }: Progress, project: Project, index: number): Decimal | null {
  const name = project.quantities[index]?.name;
  const reported = quantities.find((each) => each.name === name) ?? quantities[index];
  return reported?.done ?? null;
}
