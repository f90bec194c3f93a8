import type { Decimal } from "../../terms/decimal.js";
import type { Plan } from "../../plan/plan.js";
import type { ScoredIndicator, ScoredRow, Status } from "../../score/scorecard.js";
import type { TableCell } from "../model.js";
import { factsOf, isToldByParts } from "../row-facts.js";
import { statusName } from "../../terms/status.js";
import { MISSING, NOT_APPLICABLE, WITHHELD, plain, shown, signed, type Scale } from "../words/number.js";

/** A text as short as this stands in a line whole: 序号, 进展偏慢. */
export const SHORT = 5;

export function textCell(text: string, mark = ""): TableCell {
  return { text, number: "", decimals: "", colspan: "1", mark, row: "", year: "" };
}

/** The text, or — where there is none. */
export function orNone(text: string): string {
  return text === "" ? NOT_APPLICABLE : text;
}

/** The shown figure, with the exact one beside it for the spreadsheet; 缺 where there is none. */
export function figureCell(scale: Scale, value: Decimal | null | undefined): TableCell {
  if (value == null) return textCell(MISSING, "noData");
  // 1：1.6 is text for a reader and stays text in a spreadsheet.
  if (scale.ratio) return textCell(plain(scale, value));
  return { ...textCell(plain(scale, value)), number: value.toFixed(), decimals: String(scale.decimals) };
}

/** The cell with the row and the year whose figure it shows; what shows none stays as it is. */
export function citedCell(cell: TableCell, row: string, year: number): TableCell {
  return cell.text === MISSING || cell.text === NOT_APPLICABLE ? cell : { ...cell, row, year: String(year) };
}

/** A row's figure of a year: ＊ where a public edition does not tell it. */
export function yearCell(scale: Scale, scored: ScoredIndicator, year: number): TableCell {
  if (scored.withheld.includes(year)) return textCell(WITHHELD);
  return figureCell(scale, scored.series.find((each) => each.year === year)?.value);
}

/** A row's figure of its year, with its place; a compound row has none of its own. */
export function valueCell(row: ScoredRow, plan: Plan): TableCell {
  if (isToldByParts(row)) return textCell(NOT_APPLICABLE);
  return citedCell(yearCell(factsOf(row, plan).scale, row, row.year), row.id, row.year);
}

/** The baseline's figure; — where there is none, for nobody owes it. */
export function baselineCell(scale: Scale, baseline: { value: Decimal } | null): TableCell {
  return baseline === null ? textCell(NOT_APPLICABLE) : figureCell(scale, baseline.value);
}

/** The difference of two shown figures with its sign, so that a reader can re-add it. */
export function differenceCell(scale: Scale, from: Decimal, to: Decimal): TableCell {
  const difference = shown(scale, to).minus(shown(scale, from));
  return {
    ...textCell(signed(difference, scale.decimals)),
    number: difference.toFixed(),
    decimals: String(scale.decimals),
  };
}

/** Difference of the shown values of this year and the year before; — where either is missing. */
export function sinceLastYear(
  { value, previous, year }: Pick<ScoredIndicator, "value" | "previous" | "year">,
  scale: Scale,
): TableCell {
  if (value === null || previous?.year !== year - 1) return textCell(NOT_APPLICABLE);
  return differenceCell(scale, previous.value, value);
}

/** How many of something there are. */
export function countCell(count: number): TableCell {
  return { ...textCell(String(count)), number: String(count), decimals: "0" };
}

/** The status by name and mark; `closing` in the plan's last year, which has names of its own. */
export function statusCell(status: Status, closing: boolean): TableCell {
  return textCell(statusName(status, closing), status);
}
