import { nearest } from "../nearest.js";
import type { Draft, Entry } from "./draft.js";
import { finding, type Finding, type Path } from "./finding.js";

type Noun = "领域" | "指标" | "辅助指标" | "重点项目" | "措施";

function link(noun: Noun, path: Path, id: string, known: readonly Entry<string>[]): Finding[] {
  const ids = known.map(({ value }) => value);
  return ids.includes(id)
    ? []
    : [finding("plan/unresolved-link", path, { noun, id, nearest: nearest(id, ids) })];
}

function links(noun: Noun, path: Path, ids: readonly string[], known: readonly Entry<string>[]): Finding[] {
  return ids.flatMap((id, index) => link(noun, [...path, index], id, known));
}

/** Rows name a domain, measures and projects that exist. */
export function rowLinksResolve({ rows, declared }: Draft): Finding[] {
  return rows.flatMap(({ path, value }) => [
    ...link("领域", [...path, "domain"], value.domain, declared.domains),
    ...links("措施", [...path, "measures"], value.measures, declared.measures),
    ...links("重点项目", [...path, "projects"], value.projects, declared.projects),
  ]);
}

/** Projects name measures that exist. */
export function projectLinksResolve({ projects, declared }: Draft): Finding[] {
  return projects.flatMap(({ path, value }) =>
    links("措施", [...path, "measures"], value.measures, declared.measures),
  );
}

/** A target that compares with another row, or with a series, finds it. */
export function comparatorsResolve({ rows, declared }: Draft): Finding[] {
  return rows.flatMap(({ path, value: { target } }) => {
    const at = [...path, "target"];
    if (target.kind === "relativeTo") return link("指标", [...at, "row"], target.row, declared.rows);
    if (target.kind === "matches") return link("辅助指标", [...at, "series"], target.series, declared.series);
    return [];
  });
}

/** A row compared with itself or with a compound row has no figure to be compared with. */
export function comparatorsHaveFigures({ rows }: Draft): Finding[] {
  return rows.flatMap(({ path, value }) => {
    const { target } = value;
    if (target.kind !== "relativeTo") return [];
    const other = rows.find((row) => row.value.id === target.row);
    const usable = target.row !== value.id && (other === undefined || other.value.parts.length === 0);
    return usable
      ? []
      : [finding("plan/comparator-without-figure", [...path, "target", "row"], { id: target.row })];
  });
}

/** A series names the row it serves, and that row names it. */
export function seriesAreUsed({ rows, series, declared }: Draft): Finding[] {
  return series.flatMap(({ path, value }) => {
    const unresolved = link("指标", [...path, "row"], value.row, declared.rows);
    const row = rows.find((each) => each.value.id === value.row);
    if (unresolved.length > 0 || row === undefined) return unresolved;
    const { target } = row.value;
    return target.kind === "matches" && target.series === value.id
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
