import type { Domain, Indicator, Measure, Plan, PlanRow, Topic } from "./plan.js";

/**
 * What is judged in a row, of the plan or scored: each part of a compound one, else the row itself. It has the
 * figures, the compound row has none.
 */
export function judgedOf<Judged>(row: Judged & { readonly parts: readonly Judged[] }): readonly Judged[] {
  return row.parts.length > 0 ? row.parts : [row];
}

/** Whether the plan tells 约束性 from 预期性 rows. */
export function hasNatures({ rows }: Pick<Plan, "rows">): boolean {
  return rows.some(({ nature }) => nature !== null);
}

/** How many rows the plan tells nothing of, where it tells of others that they are 约束性 or 预期性. */
export function withoutNature({ rows }: Pick<Plan, "rows">): number {
  return hasNatures({ rows }) ? rows.filter(({ nature }) => nature === null).length : 0;
}

/** What a domain is called: 妇女与健康; its id where the plan has none of it. */
export function domainNameOf({ domains }: Pick<Plan, "domains">, id: string): string {
  return domains.find((domain) => domain.id === id)?.name ?? id;
}

/** The row of an indicator, its own or that it is a part of; undefined for a series beside the rows. */
export function rowOf({ rows }: Pick<Plan, "rows">, id: string): PlanRow | undefined {
  return rows.find((row) => row.id === id || row.parts.some((part) => part.id === id));
}

/** Everything of a plan that has figures of its own, in its order: rows without parts, parts, series. */
export function indicatorsOf(plan: Plan): Indicator[] {
  return [...plan.rows.flatMap((row): readonly Indicator[] => judgedOf(row)), ...plan.series];
}

/** The numbered measures of all chapters, in the plan's order. */
export function measuresOf({ chapters }: Pick<Plan, "chapters">): Measure[] {
  return chapters.flatMap(({ measures }) => measures);
}

/** Who reports on a measure: as the plan file says, else whoever leads the projects and then the rows that serve it. */
export function measureReporters({ projects, rows }: Plan, { id, reporters }: Measure): string[] {
  if (reporters.length > 0) return [...reporters];
  const serving = [
    ...projects.filter(({ measures }) => measures.includes(id)).map((project) => project.reporters),
    ...rows.filter(({ measures }) => measures.includes(id)).map((row) => row.reporters.names),
  ];
  return [...new Set(serving.flatMap((names) => names.slice(0, 1)))];
}

/**
 * The topics of a domain in telling order, each with rows of the domain only. Rows in none of them, and those of
 * a plan without topics, are told as one topic that bears the domain's name.
 */
export function topicsOf({ topics, rows }: Pick<Plan, "topics" | "rows">, domain: Domain): Topic[] {
  const ids = rows.filter((row) => row.domain === domain.id).map(({ id }) => id);
  const own = topics.map((topic) => ({ ...topic, rows: topic.rows.filter((id) => ids.includes(id)) }));
  const rest = ids.filter((id) => !topics.some((topic) => topic.rows.includes(id)));
  const named: Topic = { name: domain.name, subject: domain.name, verb: "改善", rows: rest };
  return [...own, named].filter((topic) => topic.rows.length > 0);
}

/** A topic as sentences call it: 妇女与健康, the name of a domain, heads a chapter, and 妇女与健康领域 does something. */
export function saidTopic(topic: Topic, { name }: Domain): Topic {
  if (topic.name !== name) return topic;
  const called = `${name}领域`;
  return { ...topic, name: called, subject: topic.subject === name ? `${called}指标` : topic.subject };
}
