import type { Draft } from "./draft.js";
import { finding, type Finding } from "../yaml/finding.js";
import { traitsOf } from "./target-kinds.js";

/** Baseline before start before end. */
export function periodRunsForward({ period }: Draft): Finding[] {
  if (period === null || (period.baseline < period.start && period.start < period.end)) return [];
  return [finding("plan/period-order", ["period"], {})];
}

/** The cuts of the pace descend: 1 ≥ onTrack > slow > 0. */
export function paceCutsDescend({ method }: Draft): Finding[] {
  if (method === null) return [];
  const { onTrack, slow } = method.pace;
  const descend = onTrack.lte(1) && onTrack.gt(slow) && slow.gt(0);
  return descend ? [] : [finding("plan/pace-order", ["method", "pace"], {})];
}

/** A tolerance below zero would turn every band inside out. */
export function tolerancesArePositive({ method, rows }: Draft): Finding[] {
  const own = rows.flatMap(({ path, value: { target } }) => {
    const { tolerance } = traitsOf(target);
    const isOwn = tolerance !== null && !(method?.tolerance.eq(tolerance) ?? false);
    return isOwn && tolerance.lt(0) ? [[...path, "target", "tolerance"]] : [];
  });
  const shared = method?.tolerance.lt(0) ? [["method", "tolerance"]] : [];
  return [...shared, ...own].map((path) => finding("plan/negative-tolerance", path, {}));
}

/** 责任单位, `units` in the file, are confirmed by name, one name an entry. */
export function reportersAreNamed({ rows, projects }: Draft): Finding[] {
  const lists = [
    ...rows.map(({ path, value }) => ({ path: [...path, "units", "names"], names: value.reporters.names })),
    ...projects.map(({ path, value }) => ({ path: [...path, "units"], names: value.reporters })),
  ];
  const joined = lists.flatMap(({ path, names }) =>
    names.flatMap((name, index) =>
      /[、，,；;]/.test(name) ? [finding("plan/joined-units", [...path, index], { name })] : [],
    ),
  );
  const unnamed = rows.flatMap(({ path, value }) =>
    value.reporters.confirmed && value.reporters.names.length === 0
      ? [finding("plan/confirmed-nobody", [...path, "units"], {})]
      : [],
  );
  return [...joined, ...unnamed];
}
