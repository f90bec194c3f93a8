import { quoted } from "../quoted.js";
import { headingOf } from "../head/heading.js";
import { codeKey } from "../match.js";
import { nameKey, tightText } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import type { SheetContext } from "../reading.js";
import { textIn } from "../table/table.js";
import type { KnownReason } from "../../coverage/reasons.js";
import type { Heading } from "../head/token.js";
import { entryOf, notesOn, type Line } from "./lines.js";
import { clausesIn, ofRemark, type Found } from "./qualifiers.js";

/** Between who is spoken of and what is said of it: W33 2025年数据|为|全市数据. A name may have one of them, too: 系统. */
const VERB = /[为是系]|采用|沿用|取自/gu;
const LONGEST_SAYING = 30;
/** Shorter names are words of other sentences, too. */
const SHORTEST_NAME = 4;

/** Rows of which a note says by their name, code or number that their figures are others: 婴儿死亡率为全市数据. */
export function byNamedNote(
  context: SheetContext,
  lines: readonly Line[],
  ofOtherYear: (row: number, said: Heading) => KnownReason | null,
): Found[] {
  const notes = notesOn(context, lines).filter(({ display }) => /[为是系用自]/u.test(display));
  if (notes.length === 0) return [];
  const ours = lines.filter((line) => entryOf(line) !== null && line.hasFigure);
  const saidIn = (what: string): Heading[] =>
    clausesIn(what)
      .map((saying) => headingOf([saying], context.catalogue.lexicon))
      .filter(({ leftover, figures }) => leftover === "" && figures);
  const reasonOf = (row: number, said: readonly Heading[]): KnownReason | null =>
    said.flatMap((each) => ofRemark(each) ?? ofOtherYear(row, each) ?? [])[0] ?? null;
  return notes.flatMap((note) =>
    tightText(note.display)
      .split(/[,，;；。]/u)
      .flatMap((clause) =>
        [...clause.matchAll(VERB)].flatMap(({ 0: verb, index }): Found[] => {
          const what = clause.slice(index + verb.length);
          const isSaying = what !== "" && what.length <= LONGEST_SAYING;
          const rows = isSaying ? named(context, ours, clause.slice(0, index)) : [];
          const said = rows.length === 0 ? [] : saidIn(what);
          const where = sourceAt(context, note.row, note.column);
          return rows.flatMap((row) => {
            const reason = reasonOf(row, said);
            return reason === null
              ? []
              : [{ rows: [row], reason, said: { noun: "说明", text: quoted(clause) }, where }];
          });
        }),
      ),
  );
}

/** The rows that are named; of 九年义务教育巩固率 in 女童九年义务教育巩固率 only the longer one. */
function named({ grid, table }: SheetContext, lines: readonly Line[], who: string): number[] {
  const key = nameKey(who);
  const codes = new Set((who.match(/[A-Za-z]\d{1,2}[a-z]?(?:\.\d)?/gu) ?? []).map(codeKey));
  const numbers = new Set([...who.matchAll(/(?:序号|第)(\d{1,2})(?!\d)/gu)].map(([, number]) => number));
  grid.spend(lines.length);
  const found = lines.filter(({ row, name, code }) => {
    const own = nameKey(name);
    const isNamed = own.length >= SHORTEST_NAME && key.includes(own);
    if (isNamed || (codes.size > 0 && codes.has(codeKey(code)))) return true;
    return numbers.size > 0 && numbers.has(textIn(grid, table, row, "number"));
  });
  const names = [...new Set(found.map(({ name }) => name))];
  grid.spend(names.length * found.length);
  const isPart = (each: Line) =>
    names.some((name) => name !== each.name && nameKey(name).includes(nameKey(each.name)));
  return found.filter((each) => !isPart(each)).map(({ row }) => row);
}
