import type { Plan } from "./plan.js";

/** The plan without the rows that are for the offices alone, and without what only spoke of them. */
export function publicPlan(plan: Plan): Plan {
  const rows = plan.rows.filter(({ internal }) => !internal);
  if (rows.length === plan.rows.length) return plan;
  const ids = new Set(rows.map(({ id }) => id));
  return {
    ...plan,
    rows,
    topics: plan.topics
      .map((topic) => ({ ...topic, rows: topic.rows.filter((id) => ids.has(id)) }))
      .filter((topic) => topic.rows.length > 0),
    series: plan.series.filter(({ row }) => ids.has(row)),
    orders: plan.orders
      .map((order) => ({ ...order, rows: order.rows.filter((id) => ids.has(id)) }))
      .filter((order) => order.rows.length > 1),
  };
}
