import { issue } from "../../../../issues/issue.js";
import type { Fate } from "../../../coverage/fate.js";
import type { Other } from "../../head/words.js";
import { quoted } from "../../quoted.js";
import { NOTHING, type Reading, type SheetContext } from "../../reading.js";

/** Titles of work name goals and plans, and say by that nothing of how far it has come. */
const OTHERS: ReadonlySet<Other> = new Set<Other>(["void", "period", "region", "site", "forecast"]);
/** How far work has come by then is how far it came in the year. */
const AT_YEARS_END = /四季度|4季度|q4|12月|下半年/iu;

/**
 * The reading of a table of projects or measures of which its title, a note, the name of the sheet or file says that it is of
 * another place, another version or not of the whole year: none of its rows; null of any other.
 */
export function workElsewhere(
  { file, sheet, surroundings, catalogue }: SheetContext,
  rows: readonly number[],
  fates: (row: number) => readonly Fate[],
): Reading | null {
  const { other } = surroundings;
  if (other === null || rows.length === 0 || !OTHERS.has(other.said.other)) return null;
  if (other.said.other === "period" && AT_YEARS_END.test(other.said.word)) return null;
  const where = other.cell === null ? { file, sheet } : { file, sheet, cell: other.cell };
  const region = catalogue.plans[0]?.region ?? "";
  const args = { by: other.by, text: quoted(other.text), ...other.said, rows, region };
  return { ...NOTHING, issues: [issue("data/other-table", where, args)], fates: rows.flatMap(fates) };
}
