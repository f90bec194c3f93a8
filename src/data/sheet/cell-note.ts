import type { Decimal } from "../../terms/decimal.js";
import type { CellNote } from "../dataset.js";

/** What was done to a cell beyond reading a number, told with the number it came to. */
export function note(kind: CellNote["kind"], value: Decimal, say: (read: string) => string): CellNote {
  const read = value.toString();
  return { kind, read, text: say(read) };
}
