import { LONGEST_TITLE } from "../../claims/text/lines.js";
import type { WordParagraph } from "../read/document.js";

/** What tables are made of: passages, before or after one knows where in a table they stand. */
interface Cell extends Pick<WordParagraph, "cell" | "story"> {
  after: string;
}

/** The cells of a table that say something, in their lines, and what the line above it says. */
export interface WordTable<Of extends Cell> {
  /** "" where the line above is no title. */
  title: string;
  rows: readonly (readonly Of[])[];
}

/** So many lines may head a table: what stands further down in a column is of other lines. */
const MOST_HEADS = 2;

/** The tables of a document by their numbers. Every passage is looked at once. Pure. */
export function tablesIn<Of extends Cell>(passages: readonly Of[]): Map<number, WordTable<Of>> {
  const tables = new Map<number, { title: string; rows: Of[][] }>();
  passages.forEach((passage, at) => {
    const { cell } = passage;
    if (cell === null) return;
    const table = tables.get(cell.table) ?? { title: titleIn(passages[at - 1]), rows: [] };
    tables.set(cell.table, table);
    const row = table.rows.at(-1);
    if (row?.[0]?.cell?.row === cell.row) row.push(passage);
    else table.rows.push([passage]);
  });
  return new Map([...tables].map(([nth, table]) => [nth, entitled(table)]));
}

function titleIn(above: Cell | undefined): string {
  return above?.cell === null && above.story === "body" && isTitle(above.after) ? above.after.trim() : "";
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[。；]\s*$/u.test(text);
}

/** One cell over the whole width of a table at its top is its title. */
function entitled<Of extends Cell>(table: WordTable<Of>): WordTable<Of> {
  const [[first, ...others] = [], ...rows] = table.rows;
  if (first === undefined || others.length > 0 || !isTitle(first.after)) return table;
  return rows.some(({ length }) => length > 1) ? { title: first.after.trim(), rows } : table;
}

/** A number that is no year: its line heads no table. */
const FIGURE = /^\s*[-+\u2212－±＋]?(?!(?:19|20)\d\d年?\s*$)\d[\d,，]*(?:[.．]\d+)?\s*\S{0,3}\s*$/u;

/** What stands above the cells of a line, by their columns, the uppermost first; the first lines alone head a table. */
export function headsOf<Of extends Cell>({ rows }: WordTable<Of>): (row: number, column: number) => Of[] {
  const body = rows.findIndex((row) => row.some(({ after }) => FIGURE.test(after)));
  const above = rows.slice(0, body < 0 ? MOST_HEADS : Math.min(body, MOST_HEADS));
  // One cell alone heads the lines below it: 橙色预警.
  const heads = above
    .filter(({ length }) => length > 1)
    .map((row) => {
      const columns = new Map<number, Of>();
      for (const each of row) {
        const { column = 0, span = 0 } = each.cell ?? {};
        for (let nth = column; nth < column + span; nth += 1) columns.set(nth, each);
      }
      return { nth: row[0]?.cell?.row ?? 0, columns };
    });
  return (row, column) =>
    heads.flatMap(({ nth, columns }) => {
      const head = columns.get(column);
      return nth >= row || head === undefined ? [] : [head];
    });
}

/** For each cell of a document where it stands: 表格第3行“孕产妇系统管理率（%）”第4列“2025年”. Pure. */
export function cellWords<Of extends Cell>(passages: readonly Of[]): Map<Of, string> {
  const words = new Map<Of, string>();
  for (const table of tablesIn(passages).values()) {
    const above = headsOf(table);
    for (const row of table.rows) {
      const named = row.find(({ after }) => /\p{Script=Han}{2}/u.test(after));
      for (const each of row) {
        const { row: nth = 0, column = 0 } = each.cell ?? {};
        const name = named === undefined || named === each ? "" : named.after;
        const heads = above(nth, column).map(({ after }) => after.slice(0, LONGEST_QUOTED).trim());
        const line = `第${nth + 1}行${quoted(name)}第${column + 1}列${quoted(heads.join(""))}`;
        words.set(each, `表格${quoted(table.title)}${line}`);
      }
    }
  }
  return words;
}

/** So much is told of a line's name, and of what heads a column, with each cell of theirs. */
const LONGEST_QUOTED = 100;

function quoted(text: string): string {
  const said = text.slice(0, LONGEST_QUOTED).trim();
  return said === "" ? "" : `“${said}${text.length > LONGEST_QUOTED ? "…" : ""}”`;
}
