import { decimal } from "../../../terms/decimal.js";
import { entryOf, notesOn, type Line } from "../kinds/lines.js";
import { namedLines, rowsNamed } from "../kinds/named-notes.js";
import { tightText } from "../normalise.js";
import type { SheetContext } from "../reading.js";
import { figuresOf, isAnother, OF_OTHERS } from "./figures.js";

/** 2025年为95.10 of 孕产妇系统管理率2024年为94.52%，2025年为95.10%; not 2025年为5903人. */
const GIVEN =
  /(20\d\d)年[末底]?的?(?:数据|数值|数)?(?:应?[为是]|达到?)(\d+(?:\.\d+)?)(?![\d.]|[人名例个户件次万])/gu;

/** Notes that name one row and give another figure than its own for a year: 孕产妇系统管理率2025年为95.10%（已更正）. */
export function notesWithOthers(
  context: SheetContext,
  lines: readonly Line[],
): { row: number; column: number; text: string; why: "another" }[] {
  const notes = notesOn(context, lines).filter(({ display }) => display.match(GIVEN) !== null);
  if (notes.length === 0) return [];
  const named = namedLines(context, lines);
  const measures = new Map(named.lines.map((line) => [line.row, entryOf(line)?.indicator.unit ?? ""]));
  const isWrong = (sentence: string): boolean => {
    const [first, ...more] = [...sentence.matchAll(GIVEN)];
    if (first === undefined || OF_OTHERS.test(sentence)) return false;
    const [row, another] = rowsNamed(named, sentence.slice(0, first.index));
    if (row === undefined || another !== undefined) return false;
    const own = figuresOf(context, row, measures.get(row) ?? "");
    return [first, ...more].some(([, year, figure = ""]) => isAnother(decimal(figure), Number(year), own));
  };
  return notes.flatMap(({ row, column, display }) => {
    const text = tightText(display);
    return text.split(/[;；。]/u).some(isWrong) ? [{ row, column, text, why: "another" as const }] : [];
  });
}
