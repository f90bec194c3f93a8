import { nearest } from "../terms/nearest.js";
import type { Declared, Draft } from "./draft.js";
import { finding, type Finding } from "../yaml/finding.js";
import { traitsOf } from "./target-kinds.js";

const NOUNS: Record<keyof Declared, string> = {
  domains: "领域",
  topics: "专题",
  rows: "指标",
  parts: "分项",
  series: "辅助指标",
  projects: "重点项目",
  measures: "措施",
};

/** Every domain, row, series, project and measure that is mentioned exists. */
export function linksResolve({ links, declared }: Draft): Finding[] {
  return links.flatMap(({ path, value: id, to }) => {
    if (declared[to].some(({ value }) => value === id)) return [];
    const ids = declared[to].map(({ value }) => value);
    return [finding("plan/unresolved-link", path, { noun: NOUNS[to], id, nearest: nearest(id, ids) })];
  });
}

/** A row compared with itself or with a compound row has no figure to be compared with. */
export function comparatorsHaveFigures({ rows }: Draft): Finding[] {
  return rows.flatMap(({ path, value }) => {
    const { comparator } = traitsOf(value.target);
    if (comparator?.of !== "row") return [];
    const { id, of: key } = comparator;
    const other = rows.find((row) => row.value.id === id);
    const usable = id !== value.id && (other === undefined || other.value.parts.length === 0);
    return usable ? [] : [finding("plan/comparator-without-figure", [...path, "target", key], { id })];
  });
}

/** A row of a public edition is not compared with one that stands in none: its target would tell the figure. */
export function comparatorsArePublic({ rows }: Draft): Finding[] {
  const internal = new Set(rows.filter(({ value }) => value.internal).map(({ value }) => value.id));
  return rows.flatMap(({ path, value }) => {
    const { comparator } = traitsOf(value.target);
    if (comparator?.of !== "row" || value.internal || !internal.has(comparator.id)) return [];
    return [finding("plan/comparator-internal", [...path, "target", comparator.of], { id: comparator.id })];
  });
}

/** A series names the row it serves, and that row names it. */
export function seriesAreUsed({ rows, series }: Draft): Finding[] {
  return series.flatMap(({ path, value }) => {
    const row = rows.find((each) => each.value.id === value.row);
    if (row === undefined) return [];
    const { comparator } = traitsOf(row.value.target);
    return comparator?.of === "series" && comparator.id === value.id
      ? []
      : [finding("plan/unused-series", [...path, "row"], { id: value.id, row: value.row })];
  });
}

/** Every domain has a row, or its chapter would be empty. */
export function domainsAreUsed({ rows, domains, declared }: Draft): Finding[] {
  if (rows.length < declared.rows.length) return [];
  return domains.flatMap(({ path, value }) =>
    rows.some((row) => row.value.domain === value.id)
      ? []
      : [finding("plan/empty-domain", path, { name: value.name })],
  );
}
