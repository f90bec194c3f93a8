import type { Decimal } from "../terms/decimal.js";
import { partsOf } from "./check-ids.js";
import type { Draft, Entry } from "./draft.js";
import { finding, type Finding } from "../yaml/finding.js";
import type { Judged, Target } from "./plan.js";
import { spanOf, TARGET_KINDS, traitsOf, wordingsOf } from "./target-kinds.js";
import { plainWording, writtenFigure } from "./wording.js";
import { unitOf } from "../terms/unit.js";
import { largest } from "../terms/long-lists.js";

/** Rows and their parts. */
export function judged({ rows }: Draft): Entry<Judged>[] {
  return rows.flatMap((row) => [row, ...partsOf<Judged>(row.path, row.value.parts)]);
}

/** What is asked of a row or part: by the plan, and by those above it. */
interface Asked {
  path: Entry<Judged>["path"];
  target: Target;
  indicator: Judged;
}

function asked(draft: Draft): Asked[] {
  const own = judged(draft).map(({ path, value }) => ({
    path: [...path, "target"],
    target: value.target,
    indicator: value,
  }));
  return [...own, ...higher(draft)];
}

/** What plans above ask of the rows. */
function higher({ rows }: Draft): Asked[] {
  return rows.flatMap(({ path, value }) =>
    Object.entries(value.targets).map(([level, target]) => ({
      path: [...path, "targets", level],
      target,
      indicator: value,
    })),
  );
}

/** A target of a plan above names its figures: nothing else can be held against the row's own. */
export function higherTargetsHaveFigures(draft: Draft): Finding[] {
  return higher(draft)
    .filter(({ target }) => spanOf(target) === null)
    .map(({ path, target: { text, kind } }) =>
      finding("plan/higher-target", path, { text, kind: TARGET_KINDS[kind].label }),
    );
}

/** The machine form says what the plan's wording says. A wording that no kind knows is the writer's to compare. */
export function wordingAgrees(draft: Draft): Finding[] {
  return asked(draft).flatMap(({ path, target, indicator: { unit } }) => {
    if (saysTheSame(target, unit)) return [];
    const readAs = readingsOf(plainWording(target.text, unit));
    const args = { text: target.text, kind: TARGET_KINDS[target.kind].label, readAs };
    const isUnknown = readAs.length === 0 && !namesOtherFigures(target, unit);
    return [finding(isUnknown ? "plan/wording-unknown" : "plan/wording-disagrees", path, args)];
  });
}

function saysTheSame(target: Target, unit: string): boolean {
  const plain = plainWording(target.text, unit);
  return wordingsOf(target).some((wording) => {
    const match = wording.pattern.exec(plain);
    return match !== null && wording.agrees(target, match);
  });
}

/** It has figures, and the target's own is not among them. */
function namesOtherFigures(target: Target, unit: string): boolean {
  const { figure } = traitsOf(target);
  return /\d/u.test(target.text) && figure !== null && writtenFigure(target.text, figure, unit) === null;
}

/** The unit a wording writes is of the row's size: no 0.3% in a row of ‰. */
export function wordingsAreInTheUnit(draft: Draft): Finding[] {
  return asked(draft).flatMap(({ path, target, indicator: { unit } }) => {
    const { figure } = traitsOf(target);
    const named =
      figure !== null && saysTheSame(target, unit)
        ? (writtenFigure(target.text, figure, unit)?.unit ?? "")
        : "";
    const [written, own] = [unitOf(named), unitOf(unit)];
    return named === "" || (written.per === own.per && written.times === own.times)
      ? []
      : [finding("plan/wording-unit", path, { text: target.text, named, unit })];
  });
}

/** The kinds a wording may stand for, in words. */
function readingsOf(plain: string): string[] {
  return Object.values(TARGET_KINDS).flatMap(({ label, wordings }) =>
    (wordings as readonly { pattern: RegExp }[]).some(({ pattern }) => pattern.test(plain)) ? [label] : [],
  );
}

/** Some value within the row's range meets the target: ＞100 on a bounded percentage never could. */
export function targetsAreReachable(draft: Draft): Finding[] {
  return asked(draft).flatMap(({ path, target, indicator: { range } }) => {
    const span = spanOf(target);
    if (span === null) return [];
    const below = span.high !== null && beyond(span.high, range.min, span.highStrict);
    const above = span.low !== null && range.max !== null && beyond(range.max, span.low, span.lowStrict);
    return below || above ? [finding("plan/unreachable-target", path, { text: target.text })] : [];
  });
}

/** Nothing lies between the two: `high` is below `low`, or equal to it where that does not count. */
function beyond(high: Decimal, low: Decimal, strict: boolean): boolean {
  return strict ? high.lte(low) : high.lt(low);
}

/** Some value within the row's range misses the target: a ≥ where ≤ was meant often shows here. */
export function targetsAskSomething(draft: Draft): Finding[] {
  return judged(draft).flatMap(({ path, value: { target, range } }) => {
    const span = spanOf(target);
    if (span === null) return [];
    const { low, high } = span;
    const lowFree = low === null || (span.lowStrict ? low.lt(range.min) : low.lte(range.min));
    const highFree =
      high === null || (range.max !== null && (span.highStrict ? high.gt(range.max) : high.gte(range.max)));
    return lowFree && highFree
      ? [finding("plan/empty-target", [...path, "target"], { text: target.text })]
      : [];
  });
}

/** A band has its lower edge below its upper one. */
export function bandsAreOpen(draft: Draft): Finding[] {
  return judged(draft).flatMap(({ path, value: { target } }) => {
    const { edges } = traitsOf(target);
    return edges !== null && edges.low.gte(edges.high)
      ? [finding("plan/band-upside-down", [...path, "target", "low"], {})]
      : [];
  });
}

/** What a row stood at before the plan began is a possible value of it, and from before. */
export function pastIsInRange(draft: Draft): Finding[] {
  return judged(draft).flatMap(({ path, value: { range, ...own } }) =>
    PAST.flatMap(({ key, what, of }) => {
      const past = of(own);
      if (past === null) return [];
      const { min, max } = range;
      const { value, year } = past;
      const inside = value.gte(min) && (max === null || value.lte(max));
      const inTime = draft.period === null || year < draft.period.start;
      return [
        ...(inside ? [] : [finding("plan/baseline-out-of-range", [...path, key, "value"], { what })]),
        ...(inTime ? [] : [finding("plan/baseline-too-late", [...path, key, "year"], { what, year })]),
      ];
    }),
  );
}

/** Figures of the time before the plan that a plan file may name, by its key. */
const PAST: readonly {
  key: string;
  what: string;
  of: (row: Pick<Judged, "baseline" | "previousPlan">) => { value: Decimal; year: number } | null;
}[] = [
  { key: "baseline", what: "基期数", of: ({ baseline }) => baseline },
  { key: "previous", what: "上一规划期末数", of: ({ previousPlan }) => previousPlan },
];

/** The digits a row is shown with can show its target and what it stood at before. */
export function digitsSuffice(draft: Draft): Finding[] {
  return judged(draft).flatMap(({ path, value }) => {
    const past = PAST.flatMap(({ of }) => of(value)?.value ?? []);
    const { figure } = traitsOf(value.target);
    const needed = largest(
      [...(figure === null ? [] : [figure]), ...past].map((each) => each.decimalPlaces()),
      0,
    );
    return needed <= value.decimals
      ? []
      : [finding("plan/too-few-decimals", [...path, "decimals"], { needed })];
  });
}

/** A compound row compares at least two things. */
export function compoundsHaveParts({ rows }: Draft): Finding[] {
  return rows.flatMap(({ path, value }) =>
    value.parts.length === 1 ? [finding("plan/single-part", [...path, "parts"], {})] : [],
  );
}
