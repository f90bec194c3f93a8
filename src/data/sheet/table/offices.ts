import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { TITLE_OFFICE } from "../head/title-words.js";
import { oneOf } from "../head/words.js";
import { isDashed, tightText } from "../normalise.js";
import type { Column } from "./columns.js";
import { withHeadings, type Table } from "./table.js";

const OFFICE = new RegExp(`\\p{Script=Han}${oneOf(TITLE_OFFICE)}$`, "u");

/** A table whose column 单位 names offices, 区法院 and 区检察院, with that known as who reports; others hold units of measure. */
export function withOffices(grid: Grid, table: Table, lexicon: Lexicon): Table {
  const namesOffices = ({ column, heading }: Column): boolean => {
    if (heading.role !== "unit" || !/(?:^|\|)单位$/u.test(heading.text)) return false;
    const texts = table.body.map((row) => tightText(grid.cell(row, column)?.display ?? ""));
    const filled = texts.filter((text) => !isDashed(text));
    return filled.some((text) => OFFICE.test(text)) && filled.every((text) => isNoUnit(text, lexicon));
  };
  const offices = table.columns.filter(namesOffices);
  if (offices.length === 0) return table;
  const headings = offices.map(
    ({ column, heading }) => [column, { ...heading, role: "reporter" as const }] as const,
  );
  return withHeadings(table, new Map(headings));
}

function isNoUnit(text: string, lexicon: Lexicon): boolean {
  return /^\p{Script=Han}{2,}$/u.test(text) && headingOf([text], lexicon).unit === "";
}
