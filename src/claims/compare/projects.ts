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

/** The states that a word is true of; null where it is no word of progress. */
export function progressOf(word: string): readonly string[] | null {
  return PROGRESS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** 普惠养老服务项目已完成 */
export function projectVerdict(
  { project, name, negated, years }: Extract<Claim, { kind: "project" }>,
  facts: Facts,
): Verdict {
  return anyOf(
    years.flatMap((year): Verdict[] => {
      const progress = facts
        .scorecard(year)
        ?.projects.find((each) => each.project.id === project.id)?.progress;
      const wanted = progressOf(name);
      if (progress == null || wanted === null) return [];
      if (wanted.includes(progress.status) !== negated) return [AGREE];
      return [
        {
          state: "differ",
          about: `${project.name}${year}年`,
          right: progress.status,
          from: cellText(progress.source),
        },
      ];
    }),
  );
}

/** 建成镇（街道）养老服务中心23所 */
export function quantityVerdict(
  { project, index, figure, years }: Extract<Claim, { kind: "quantity" }>,
  facts: Facts,
): Verdict {
  const quantity = project.quantities[index];
  return anyOf(
    years.flatMap((year): Verdict[] => {
      const progress = facts
        .scorecard(year)
        ?.projects.find((each) => each.project.id === project.id)?.progress;
      const reported = doneOf(progress, project, index);
      if (progress == null || reported === null || quantity === undefined || figure.form !== "number")
        return [];
      const factor = scale(unitOf(quantity.unit), figure.unit);
      if (factor === null) return [];
      if (fits(figure, reported.times(factor), facts.plan.method.rounding)) return [AGREE];
      const right = `${reported.toFixed()}${unitOf(quantity.unit).behind}`;
      return [
        { state: "differ", about: `${quantity.name}${year}年`, right, from: cellText(progress.source) },
      ];
    }),
  );
}

/** 区妇幼保健院已通过三级甲等医院评审 */
export function milestoneVerdict(
  { project, index, reached, years }: Extract<Claim, { kind: "milestone" }>,
  facts: Facts,
): Verdict {
  return anyOf(
    years.flatMap((year): Verdict[] => {
      const progress = facts
        .scorecard(year)
        ?.projects.find((each) => each.project.id === project.id)?.progress;
      const done = doneOf(progress, project, index);
      if (progress == null || done === null) return [];
      if (done.isZero() !== reached) return [AGREE];
      const about = `${project.quantities[index]?.name ?? project.name}${year}年`;
      const right = done.isZero() ? "尚未完成" : "已经完成";
      return [{ state: "differ", about, right, from: cellText(progress.source) }];
    }),
  );
}

/** What was reported of a quantity, by its name or else by its place among them. */
function doneOf(
  progress: ScoredProject["progress"] | undefined,
  project: Project,
  index: number,
): Decimal | null {
  const name = project.quantities[index]?.name;
  const reported = progress?.quantities.find((each) => each.name === name) ?? progress?.quantities[index];
  return reported?.done ?? null;
}
