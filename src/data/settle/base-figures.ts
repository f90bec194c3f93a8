import { issue, type Issue } from "../../issues/issue.js";
import type { CellPlace } from "../../issues/place.js";
import { parseAddress } from "../../workbook/address.js";
import { groupBy } from "../../terms/group-by.js";
import type { Decimal } from "../../terms/decimal.js";
import type { Catalogue } from "../catalogue.js";
import type { Dataset } from "../dataset.js";
import type { BaseFigure } from "../sheet/reading.js";
import { agree } from "./agree.js";

/** Figures under 基期数 that are not what is known, and the findings that tell them. */
export interface StrayBases {
  issues: readonly Issue[];
  /** Their cells: they do not count. */
  refused: readonly CellPlace[];
}

export const NO_STRAYS: StrayBases = { issues: [], refused: [] };

/**
 * A form shows the figure of the base year and does not ask for it. What stands there is an echo where the plan or the
 * data have it, or had it; another figure was typed by somebody, and is neither taken nor passed over.
 */
export function strayBases(
  bases: readonly BaseFigure[],
  data: Pick<Dataset, "series" | "revisions">,
  catalogue: Catalogue,
): StrayBases {
  const strays = bases.flatMap((base) => {
    const { known, year } = knownOf(base.indicator, data, catalogue);
    const isEcho = base.value !== null && known.some((each) => agree(each, base.value!));
    return isEcho ? [] : [{ base, known: known[0]?.toFixed() ?? null, year }];
  });
  const tables = groupBy(strays, ({ base: { source }, year }) =>
    [source.file, source.sheet, year].join("\n"),
  );
  const issues = [...tables.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const figures = same.map(({ base, known }) => ({
      row: parseAddress(base.source.cell)?.row ?? 0,
      id: base.indicator,
      shown: base.display,
      known,
    }));
    return issue("data/base-differs", first.base.source, { figures, year: first.year });
  });
  return { issues, refused: strays.map(({ base }) => base.source) };
}

/** What was ever said of an indicator's base year: what counts first. */
function knownOf(
  id: string,
  { series, revisions }: Pick<Dataset, "series" | "revisions">,
  { byId }: Catalogue,
): { known: readonly Decimal[]; year: number } {
  const entry = byId.get(id);
  const year = entry?.plan.period.baseline ?? 0;
  const said = entry?.judged?.baseline ?? null;
  const reported = (series[id] ?? []).filter((each) => each.year === year);
  const before = revisions.filter((each) => each.indicator === id && each.year === year);
  const known = [
    ...reported.map(({ value }) => value),
    ...(said === null ? [] : [said.value]),
    ...before.map(({ old }) => old.value),
  ];
  return { known, year };
}
