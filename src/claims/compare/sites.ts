import { decimal, round, type Decimal, type Rounding } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { cellText } from "../../issues/place.js";
import { isOfPeople } from "../../plan/words/groupings.js";
import type { Dataset } from "../../data/dataset.js";
import type { Indicator } from "../../plan/plan.js";
import type { Of, Verdict } from "../claim.js";
import type { Figure } from "../figure.js";
import { spanOf } from "../../plan/target-kinds.js";
import { meets } from "../../score/goal.js";
import { bareGroup, judgedRow, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, anyOf } from "./any-of.js";
import { ofSites } from "./ranges.js";

type Sites = Of<"sites">;
type Site = Dataset["groups"][number];

/** 超过98%的有20个 */
export function sitesVerdict(claim: Sites, facts: Facts): Verdict {
  return anyOf(
    claim.options.flatMap((indicator) =>
      claim.years.flatMap((year): Verdict[] => {
        const found = sitesOf(indicator, year, claim, facts);
        if (found === null) return [];
        const { all, beyond } = found;
        const apart = (claim.but ?? []).map(bareGroup);
        const rest = all.filter(({ group }) => !apart.includes(bareGroup(group)));
        if (claim.figure === null && apart.length > 0) {
          const astray = rest.filter((each) => !beyond.includes(each));
          return [ofRest(indicator, astray, found.first.grouping)];
        }
        return [ofAll(indicator, { ...found, rest }, claim, facts)];
      }),
    ),
  );
}

interface Found {
  first: Site;
  all: readonly Site[];
  /** Those on the side of the figure that is told, or of the goal. */
  beyond: readonly Site[];
  /** From the row's unit to the written one. */
  factor: Decimal;
}

/** The towns or institutions of a row; null where there are none, or nothing to ask of them. */
function sitesOf(indicator: Indicator, year: number, { bound, met }: Sites, facts: Facts): Found | null {
  const factor = bound === null ? decimal(1) : scale(unitOf(indicator.unit), bound.unit);
  const all = facts.dataset.groups.filter(
    (each) => each.indicator === indicator.id && each.year === year && !isOfPeople(each.grouping, facts.plan),
  );
  const [first] = all;
  const row = judgedRow(facts.plan, indicator.id);
  const goal = met === undefined || row === undefined ? null : spanOf(row.target);
  if (factor === null || first === undefined || (met !== undefined && goal === null)) return null;
  const { rounding } = facts.plan.method;
  const beyond = all.filter(({ value }) =>
    goal !== null
      ? meets(goal, value) === met
      : bound === null || isBeyond(bound, value.times(factor), rounding),
  );
  return { first, all, beyond, factor };
}

/** So many of them, of all or of those that are not named apart. */
function ofAll(
  indicator: Indicator,
  { first, all, beyond, rest, factor }: Found & { rest: readonly Site[] },
  { bound, figure, met }: Sites,
  facts: Facts,
): Verdict {
  const { year, grouping } = first;
  const upTo = all.filter(({ value }) => bound?.range?.to.eq(value.times(factor)) === true).length;
  const ofRest = beyond.filter((each) => rest.includes(each)).length;
  // 98%—99%的有8个: with those at its upper end, or without.
  const counts = [beyond.length, beyond.length - upTo, ofRest];
  const holds =
    figure === null
      ? beyond.length === all.length
      : counts.some((each) => fits(figure, decimal(each), facts.plan.method.rounding));
  // 23个镇街介于97.33%和99.42%之间: from the lowest of all to the highest.
  const isOfAll = bound?.range !== undefined && beyond.length === all.length;
  const ends = isOfAll ? ofSites(indicator, year, bound, factor, facts) : null;
  if (holds) return ends?.state === "differ" ? ends : AGREE;
  const reached = met === undefined ? "有数据" : met ? "达标" : "未达标";
  const those = `${bound === null ? reached : limitCalled(bound)}的${grouping}`;
  const [about, right] =
    figure === null
      ? [`${year}年各${grouping}${indicator.name}`, `${all.length}个中有${beyond.length}个`]
      : [
          `${year}年${indicator.name}${those}`,
          `${beyond.length}${/^[所家]$/u.test(figure.unit) ? figure.unit : "个"}`,
        ];
  return { state: "differ", about, right, from: cellText(first.source) };
}

/** 达到98%, where the words for it stand apart from the figure. */
function limitCalled({ text, hedge }: Figure): string {
  const isBare = /^[\d.]+\P{Script=Han}*(?:[名张个人岁年]|小时)?$/u.test(text);
  return isBare ? `${LIMITS.get(hedge) ?? ""}${text}` : text;
}

const LIMITS: ReadonlyMap<Figure["hedge"], string> = new Map([
  ["from", "达到"],
  ["over", "超过"],
  ["under", "低于"],
  ["upTo", "不超过"],
]);

/** 其余镇街均已达标: wrong where one that is not was not named. */
function ofRest(
  { name, decimals, unit }: Indicator,
  [first, ...more]: readonly Site[],
  grouping: string,
): Verdict {
  if (first === undefined) return AGREE;
  const told = `${first.group}${round(first.value, decimals).toFixed()}${unitOf(unit).behind}`;
  return {
    state: "differ",
    about: `${first.year}年其余${grouping}${name}`,
    right: more.length === 0 ? `${told}不是` : `${told}等${more.length + 1}个不是`,
    from: cellText(first.source),
  };
}

function isBeyond(bound: Figure, value: Decimal, rounding: Rounding): boolean {
  const { range } = bound;
  return range === undefined ? fits(bound, value, rounding) : value.gte(range.from) && value.lte(range.to);
}
