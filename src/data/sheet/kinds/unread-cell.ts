import type { CellPlace } from "../../../issues/place.js";
import type { Cell } from "../../../workbook/sheet.js";
import { known, refused, type Fate } from "../../coverage/fate.js";
import { isFigure } from "../../coverage/figures.js";

/** What a cell that gave no figure is: a mark for a missing one, or refused. */
export function unreadCell(cell: Cell, source: CellPlace, isTold: boolean): Fate[] {
  if (!isFigure(cell)) return [];
  return [isTold ? refused(source, "cell") : known(source, "missing-mark")];
}
