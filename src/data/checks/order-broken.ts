import { issue, type Issue } from "../../issues/issue.js";
import type { RowOrder } from "../../plan/plan.js";
import type { Check, Figures } from "./check.js";
import { cellToFind } from "../../issues/place.js";

/** Rows whose figures of one year fall where the plan expects them to rise, unless a 备注 explains it. */
export const orderBroken: Check = (dataset, { plans, byId }) => {
  const name = (id: string): string => byId.get(id)?.indicator.name ?? id;
  return plans.flatMap(({ orders }) => orders.flatMap((order) => breaks(order, dataset, name)));
};

function breaks(order: RowOrder, { series }: Figures, name: (id: string) => string): Issue[] {
  return order.rows.slice(1).flatMap((upper, index) => {
    const lower = order.rows[index] ?? upper;
    return (series[lower] ?? []).flatMap((small) => {
      const large = series[upper]?.find(({ year }) => year === small.year);
      if (large === undefined || small.value.lte(large.value)) return [];
      if (small.remark !== "" || large.remark !== "") return [];
      return issue("data/order-broken", small.source, {
        year: small.year,
        lower: `${name(lower)}${small.display}`,
        upper: `${name(upper)}${large.display}`,
        cell: cellToFind(large.source),
        note: order.note,
      });
    });
  });
}
