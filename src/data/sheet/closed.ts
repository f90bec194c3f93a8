import { CLOSED, oneOf } from "./head/words.js";
import type { SheetContext } from "./reading.js";
import { textIn } from "./table/table.js";

const CLOSED_SITE = new RegExp(oneOf(CLOSED), "u");

/** The word that says that a site was not open, 撤并 under 备注 or behind its name; null for none. */
export function closedIn({ grid, table }: SheetContext, row: number, group: string): string | null {
  const said = (["remark", "missingReason"] as const).map((role) => textIn(grid, table, row, role));
  return CLOSED_SITE.exec([group, ...said].join("\n"))?.[0] ?? null;
}
