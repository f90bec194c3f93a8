import type { Decimal } from "../../terms/decimal.js";
import { cellText } from "../../issues/place.js";
import { apartText, isPercent, unitOf, type Unit } from "../../terms/unit.js";
import type { Project, Quantity } from "../../plan/plan.js";
import type { ScoredProject } from "../../score/scorecard.js";
import type { Claim, Of, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits, shown } from "./amount.js";
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
  told: (progress: Progress, year: number) => { agrees: boolean; about: string; right: string } | null,
): Verdict {
  return anyOf(
    years.flatMap((year): Verdict[] => {
      const scored = facts.scorecard(year)?.projects.find((each) => each.project.id === project.id);
      const progress = scored?.progress ?? null;
      const said = progress === null ? null : told(progress, year);
      if (progress === null || said === null) return [];
      if (said.agrees) return [AGREE];
      const { about, right } = said;
      return [{ state: "differ", about, right, from: cellText(progress.source) }];
    }),
  );
}

/** 普惠养老服务项目已完成 */
export function projectVerdict(claim: Extract<Claim, { kind: "project" }>, facts: Facts): Verdict {
  const { project, name, negated } = claim;
  const wanted = progressOf(name);
  return byProgress(claim, facts, ({ status }, year) =>
    wanted === null
      ? null
      : { agrees: wanted.includes(status) !== negated, about: `${project.name}${year}年`, right: status },
  );
}

/** 建成镇（街道）养老服务中心22所, 规划建设的23所, 完成率95.7% */
export function quantityVerdict(claim: Of<"quantity">, facts: Facts): Verdict {
  const { project, index, figure } = claim;
  const quantity = project.quantities[index];
  return byProgress(claim, facts, (progress, year) => {
    const reported = doneOf(progress, project, index);
    if (reported === null || quantity === undefined || figure.form !== "number") return null;
    const known = knownOfQuantity(claim, quantity, reported, year);
    const factor = known === null ? null : scale(known.unit, figure.unit);
    if (known === null || factor === null) return null;
    const agrees = fits(figure, known.value.times(factor), facts.plan.method.rounding);
    // 距100%的目标还差1.5个百分点: apart in points.
    const apart = claim.told === "left" ? apartText(shown(known.value, figure, 0), known.unit) : null;
    const right = apart ?? `${shown(known.value, figure, 0)}${known.unit.behind}${known.because}`;
    return { agrees, about: known.about, right };
  });
}

/** What is right of a quantity, as the words tell it; null where they ask for a goal that it has not. */
function knownOfQuantity(
  { told }: Of<"quantity">,
  { name, goal, unit: written }: Quantity,
  done: Decimal,
  year: number,
): { value: Decimal; unit: Unit; about: string; because: string } | null {
  const unit = unitOf(written);
  if (told === "done") return { value: done, unit, about: `${name}${year}年`, because: "" };
  if (goal === null || goal.isZero()) return null;
  if (told === "goal") return { value: goal, unit, about: `${name}的目标`, because: "" };
  if (told === "left") return { value: goal.minus(done), unit, about: `${name}${year}年距目标`, because: "" };
  const because = isPercent(unit)
    ? ""
    : `（${[done, goal].map((each) => each.toFixed() + unit.behind).join("÷")}）`;
  return { value: done.times(100).div(goal), unit: unitOf("%"), about: `${name}${year}年的完成率`, because };
}

/** 区妇幼保健院已通过三级甲等医院评审 */
export function milestoneVerdict(claim: Extract<Claim, { kind: "milestone" }>, facts: Facts): Verdict {
  const { project, index, reached, whole } = claim;
  return byProgress(claim, facts, (progress, year) => {
    const done = doneOf(progress, project, index);
    if (done === null) return null;
    const quantity = project.quantities[index];
    const about = `${quantity?.name ?? project.name}${year}年`;
    // 23所 of which 22 are built are neither.
    const isWhole = quantity?.goal == null ? !done.isZero() : done.gte(quantity.goal);
    if (reached && whole === true && !isWhole && !done.isZero() && quantity !== undefined) {
      const [goal, all] = [quantity.goal?.toFixed(), unitOf(quantity.unit).behind];
      return { agrees: false, about, right: `${goal}${all}中的${done.toFixed()}${all}` };
    }
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
