import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { apartText, unitOf } from "../../terms/unit.js";
import type { Dataset } from "../../data/dataset.js";
import type { Indicator } from "../../plan/plan.js";
import { cellText } from "../../issues/place.js";
import type { Of, Verdict } from "../claim.js";
import { bareGroup, type Facts } from "../facts.js";
import { isOfPeople } from "../../plan/words/groupings.js";
import { fits } from "./amount.js";
import { pointFactor } from "./goals.js";
import { AGREE, anyOf } from "./any-of.js";

type Moved = Of<"extreme"> & { moved: NonNullable<Of<"extreme">["moved"]> };

/** 提高幅度最大的是南大街街道: no other town that has figures of both years moved further that way. */
export function siteMovedVerdict(claim: Moved, facts: Facts): Verdict {
  const { options, years, moved } = claim;
  return anyOf(
    options.flatMap((row) =>
      years.flatMap((year) =>
        moved.bases.filter((base) => base < year).flatMap((base) => since(row, year, base, claim, facts)),
      ),
    ),
  );
}

function since(
  row: Indicator,
  year: number,
  base: number,
  { where, highest, moved }: Moved,
  { dataset }: Facts,
): Verdict[] {
  const steps = stepsOf(row, year, base, dataset);
  const way = (moved.sign < 0 ? -1 : 1) * (highest ? 1 : -1);
  const [first] = [...steps].sort((a, b) => b.by.comparedTo(a.by) * way);
  const names = where.map(bareGroup);
  const own = steps.filter(({ site }) => names.includes(bareGroup(site.group)));
  if (first === undefined || own.length === 0) return [];
  if (own.every(({ by }) => by.eq(first.by))) return [AGREE];
  const size = apartText(round(first.by.abs(), row.decimals).toFixed(), unitOf(row.unit));
  const right = `${first.site.group}变动最${highest ? "大" : "小"}，为${size}`;
  return [
    { state: "differ", about: `${row.name}${year}年比${base}年`, right, from: cellText(first.site.source) },
  ];
}

/** 比上年提高0.1个百分点以上的有8个: of the towns that have figures of both years. */
export function sitesMovedVerdict(claim: Of<"sitesMoved">, facts: Facts): Verdict {
  const { options, years, bases, sign, bound, figure } = claim;
  const { rounding } = facts.plan.method;
  return anyOf(
    options.flatMap((row) =>
      years.flatMap((year) =>
        bases
          .filter((base) => base < year)
          .flatMap((base): Verdict[] => {
            const steps = stepsOf(row, year, base, facts.dataset).map(({ by }) => by.times(sign));
            const many = steps.filter((by) => (bound === null ? by.gt(0) : fits(bound, by, rounding))).length;
            if (steps.length === 0) return [];
            if (fits(figure, decimal(many), rounding)) return [AGREE];
            const about = `${row.name}${year}年比${base}年${sign < 0 ? "下降" : "提高"}${bound?.text ?? ""}的`;
            return [{ state: "differ", about, right: `${many}${figure.unit}`, from: "" }];
          }),
      ),
    ),
  );
}

/** 各镇街最高与最低相差1.91个百分点: of the towns or institutions that have figures of that year. */
export function sitesApartVerdict({ options, years, figure }: Of<"sitesApart">, facts: Facts): Verdict {
  const { dataset, plan } = facts;
  return anyOf(
    options.flatMap((row) =>
      years.flatMap((year): Verdict[] => {
        const sites = dataset.groups
          .filter((each) => each.indicator === row.id && each.year === year)
          .filter(({ grouping }) => !isOfPeople(grouping, plan))
          .sort((a, b) => b.value.comparedTo(a.value));
        const [highest, lowest] = [sites[0], sites.at(-1)];
        const factor = pointFactor(unitOf(row.unit).points, figure.unit, row);
        if (highest === undefined || lowest === undefined || sites.length < LEAST_SITES || factor === null)
          return [];
        const apart = highest.value.minus(lowest.value);
        if (fits(figure, apart.times(factor), plan.method.rounding)) return [AGREE];
        const right = `${apartText(apart.toFixed(), unitOf(row.unit))}（${highest.group}${highest.value.toFixed()}，${lowest.group}${lowest.value.toFixed()}）`;
        const about = `${row.name}${year}年最高与最低的差距`;
        return [{ state: "differ", about, right, from: cellText(highest.source) }];
      }),
    ),
  );
}

const LEAST_SITES = 3;

interface Step {
  site: Dataset["groups"][number];
  by: Decimal;
}

/** How each of them moved from the one year to the other. */
function stepsOf({ id }: Indicator, year: number, base: number, { groups }: Dataset): Step[] {
  const own = groups.filter(({ indicator }) => indicator === id);
  const then = new Map(own.filter((each) => each.year === base).map((each) => [each.group, each.value]));
  return own
    .filter((each) => each.year === year)
    .flatMap((site) => {
      const before = then.get(site.group);
      return before === undefined ? [] : [{ site, by: site.value.minus(before) }];
    });
}
