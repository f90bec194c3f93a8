import { LIMITS, meter, refused } from "../guard.js";
import { characterMeter, limited } from "../sheets-read.js";

/** What is told of everything that is taken out of an old workbook, where it is taken out: few bytes can make much of it. */
export interface Counts {
  /** A record of so many bytes. */
  record: (bytes: number) => void;
  /** Cells that records name, those that hold nothing in the end, too. */
  cells: (count: number) => void;
  /** Characters of texts that cells may yet ask for, and of those nobody does. */
  characters: (count: number) => void;
  /** Places in texts from which another font is set. */
  runs: (count: number) => void;
  /** What formulas are made of. */
  tokens: (count: number) => void;
}

/** Counts what a stream of so many bytes gives: four bytes make a record, and each stands on one sheet only. */
export function countsOf(length: number): Counts {
  const record = limited(LIMITS.records, "记录");
  const bytes = meter(length, () => refused("workbook/damaged", { detail: "几张工作表指向同一段内容" }));
  return {
    record(size) {
      record(1);
      bytes(size);
    },
    cells: limited(LIMITS.cells, "单元格"),
    characters: characterMeter(),
    runs: limited(LIMITS.runs, "文字中的字体变化"),
    tokens: limited(LIMITS.tokens, "公式中的运算"),
  };
}
