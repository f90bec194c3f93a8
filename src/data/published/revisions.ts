import type { CellPlace } from "../../issues/place.js";
import { decimal, round } from "../../terms/decimal.js";
import type { Catalogue } from "../catalogue.js";
import type { Observation, Revision, Series } from "../dataset.js";
import { PUBLISHED_FOLDER } from "./folder.js";
import type { Published } from "./record.js";

/**
 * Figures frozen by `report publish` that are now others, at the digits their row is shown with: the latest
 * published one of each row and year against the one that counts. Those that `known` tells already are left out.
 */
export function publishedRevisions(
  series: Readonly<Record<string, Series>>,
  published: readonly Published[],
  { byId }: Catalogue,
  known: readonly Revision[],
): Revision[] {
  const told = new Set(known.map(({ indicator, year }) => `${indicator} ${year}`));
  return [...lastPublished(published)].flatMap(([key, { report, figure }]): Revision[] => {
    const { indicator, year } = figure;
    const now = series[indicator]?.find((each) => each.year === year);
    const entry = byId.get(indicator);
    if (now === undefined || entry === undefined || told.has(key)) return [];
    const { decimals } = entry.indicator;
    const { rounding } = entry.plan.method;
    const old = decimal(figure.value);
    if (round(old, decimals, rounding).eq(round(now.value, decimals, rounding))) return [];
    return [{ indicator, year, old: observationOf(figure, report), new: now }];
  });
}

type Frozen = Published["statement"]["figures"][number];

/** The district's own figures by row and year, each as the latest report has it. */
function lastPublished(published: readonly Published[]): Map<string, { report: Published; figure: Frozen }> {
  const all = published.flatMap((report) =>
    report.statement.figures
      .filter(({ group }) => group === "")
      .map((figure) => [`${figure.indicator} ${figure.year}`, { report, figure }] as const),
  );
  return new Map(all);
}

/** A frozen figure as one reported by the report it stands in. */
function observationOf({ indicator, year, value, shown }: Frozen, report: Published): Observation {
  return {
    indicator,
    year,
    value: decimal(value),
    display: shown,
    source: { file: report.file, sheet: "", cell: "" },
    numerator: null,
    denominator: null,
    remark: "",
    dataSource: "",
    reporter: `《${report.name}》`,
    formYear: report.year,
  };
}

/** Whether a figure stands in a published report rather than in a cell. */
export function isPublished({ file }: CellPlace): boolean {
  return file.startsWith(`${PUBLISHED_FOLDER}/`);
}

/** The editions of a report, the first one first; [] where it was not published. */
export function editionsOf(
  published: readonly Published[],
  plan: string,
  kind: Published["statement"]["kind"],
  year: number,
): Published[] {
  return published.filter(
    (each) => each.plan.id === plan && each.statement.kind === kind && each.year === year,
  );
}
