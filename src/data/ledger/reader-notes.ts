import { decimal } from "../../terms/decimal.js";
import type { Catalogue, Entry } from "../catalogue.js";
import type { CellNote, Observation, ReaderNote } from "../dataset.js";
import { agree } from "../settle/agree.js";
import { note } from "../sheet/cell-note.js";
import { figureInText } from "../sheet/figure-text.js";
import { measureOf } from "../sheet/kinds/indicator-row.js";

/**
 * What was done to figures when they were collected. Of their cells the ledger keeps what was seen and what it was
 * read as, so that those are told of which are not one figure.
 */
export function collectedNotes(observations: readonly Observation[], { byId }: Catalogue): ReaderNote[] {
  return observations.flatMap((each) => {
    const entry = byId.get(each.indicator);
    if (entry === undefined || each.display === "") return [];
    const { source, indicator, year } = each;
    return collectedNote(each, entry).map((said) => ({ ...said, source, indicator, year }));
  });
}

function collectedNote({ display, value }: Observation, entry: Entry): CellNote[] {
  const measure = measureOf(entry);
  const found = figureInText(display, measure.unit);
  const seen = found.type === "figure" ? decimal(found.digits) : null;
  if (seen !== null && agree(seen, value)) return [];
  const isQuotient = measure.ratio === "malePerHundred" && seen !== null && agree(seen.times(100), value);
  return isQuotient
    ? [note("perHundred", value, (read) => `${seen.toString()}按女=100读作${read}`)]
    : [note("collected", value, (read) => `“${display}”采集时读作${read}`)];
}
