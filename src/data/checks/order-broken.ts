import { issue, type Issue } from "../../issues/issue.js";
import type { RowOrder } from "../../plan/plan.js";
import { groupBy } from "../../terms/group-by.js";
import type { Observation } from "../dataset.js";
import type { Check } from "./check.js";
import { cellToFind } from "../../issues/place.js";

/** Rows whose figures of one year fall where the plan expects them to rise, unless a 备注 explains it. */
export const orderBroken: Check = (dataset, { plans, byId }) => {
  const name = (id: string): string => byId.get(id)?.indicator.name ?? id;
  const own = Object.values(dataset.series).flatMap((series) =>
    series.map((each) => ({ ...each, region: "" })),
  );
  // 口径 and 来源 are asked of other places, and no 备注.
  const others = dataset.references.map((each) => ({ ...each, remark: each.scope }));
  const figures = groupBy([...own, ...others], ({ indicator }) => indicator);
  return plans.flatMap(({ orders }) => orders.flatMap((order) => breaks(order, figures, name)));
};

/** A figure of the district, or of another region. */
type Figure = Pick<Observation, "indicator" | "year" | "value" | "display" | "source" | "remark"> & {
  region: string;
};

function breaks(
  order: RowOrder,
  figures: ReadonlyMap<string, readonly Figure[]>,
  name: (id: string) => string,
): Issue[] {
  return order.rows.slice(1).flatMap((upper, index) => {
    const lower = order.rows[index] ?? upper;
    return (figures.get(lower) ?? []).flatMap((small) => {
      const large = figures
        .get(upper)
        ?.find(({ year, region }) => year === small.year && region === small.region);
      if (large === undefined || small.value.lte(large.value)) return [];
      if (small.remark !== "" || large.remark !== "") return [];
      return issue("data/order-broken", small.source, {
        region: small.region,
        year: small.year,
        lower: `${name(lower)}${small.display}`,
        upper: `${name(upper)}${large.display}`,
        cell: cellToFind(large.source),
        note: order.note,
      });
    });
  });
}
