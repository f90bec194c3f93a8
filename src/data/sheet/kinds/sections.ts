import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import { hear } from "../head/title.js";
import { OTHER_REASONS } from "../judge/others.js";
import { quoted } from "../quoted.js";
import { isNumbered, tightText, unnumbered } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { Line } from "./lines.js";
import { isNamedNote } from "./named-notes.js";
import type { Found } from "./qualifiers.js";

/** A line of words between the rows speaks of those below it, up to the next one. */
export function bySection(context: SheetContext, lines: readonly Line[]): Found[] {
  const found: Found[] = [];
  let now: Found | null = null;
  for (const line of lines) {
    const section = sectionAt(context, line, lines);
    if (section === null) {
      now?.rows.push(line.row);
      continue;
    }
    const reason = sectionReason(context, section.display);
    const where = sourceAt(context, line.row, section.column);
    now =
      reason === null
        ? null
        : { rows: [], reason, said: { noun: "小标题", text: quoted(section.display) }, where };
    if (now !== null) found.push(now);
  }
  return found.filter(({ rows }) => rows.length > 0);
}

/** What is longer is a note. */
const LONGEST_SECTION = 30;

/** The one cell of a row that heads those below: merged, numbered, or nothing but what it says of them. */
function sectionAt(context: SheetContext, { row, match }: Line, lines: readonly Line[]): Cell | null {
  const { grid, table, catalogue } = context;
  const own = grid.own(row).filter(({ column }) => column >= table.from && column <= table.to);
  const [first] = own;
  if (match.type !== "foreign" || first === undefined || own.length > 1 || first.content.type !== "text")
    return null;
  const text = tightText(first.display);
  // A note speaks of the table or of what stands above it, never of what follows.
  if (/^[([【]?(?:注|备注|说明|附注|其中|以上|上述)/u.test(text)) return null;
  if (isNamedNote(context, lines, text)) return null;
  const isClear =
    headingOf([unnumbered(text)], catalogue.lexicon).leftover === "" ||
    (text.length <= LONGEST_SECTION && hear(text, catalogue.lexicon, catalogue.plans).other !== null);
  return isClear || isNumbered(text) || grid.width(row, first.column) > 1 ? first : null;
}

function sectionReason({ catalogue, formYear, table }: SheetContext, text: string): KnownReason | null {
  const { role, year } = headingOf([unnumbered(tightText(text))], catalogue.lexicon);
  if (role === "previous" || role === "base") return "other-year";
  if (role === "yearValue" && table.years.size > 0) return null;
  const isFormYear = formYear.type === "year" && formYear.year === year;
  if (role === "yearValue") return isFormYear ? null : "other-year";
  const other = hear(text, catalogue.lexicon, catalogue.plans).other?.other;
  return other === undefined ? null : OTHER_REASONS[other];
}
