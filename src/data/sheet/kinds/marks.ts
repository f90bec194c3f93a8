import type { Cell } from "../../../workbook/sheet.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import type { SheetContext } from "../reading.js";
import type { Line } from "./lines.js";

/** What a note says of whatever bears its mark. */
interface Marked {
  mark: string;
  said: Heading;
  /** ①为2024年数据 */
  text: string;
  note: Cell;
}

/** ①为2024年数据, 带*的为全市数. */
const MARKED =
  /([*＊★☆▲△※①-⑳])(?:号|标记|者|的)*(?:指标|数据|数字|项|行)*[为是系:：]*([^*＊★☆▲△※①-⑳,，;；。]{1,30})/gu;
/** Nobody explains marks in more words. */
const LONGEST_NOTE = 200;
/** Nor more of them; each is looked for in every row. */
const MOST_MARKS = 50;

/** The marks that notes beneath a table explain. */
export function marksIn({ catalogue, grid }: SheetContext, lines: readonly Line[]): Marked[] {
  const notes = lines.filter(({ match, hasFigure }) => match.type === "foreign" && !hasFigure);
  const all = notes.flatMap(({ row }) => {
    const [note] = grid.own(row);
    if (note === undefined || note.content.type !== "text" || note.display.length > LONGEST_NOTE) return [];
    const said = note.display.replace(/\s/gu, "").matchAll(MARKED);
    return [...said].map(([text, mark = "", rest = ""]) => {
      return { mark, said: headingOf([rest], catalogue.lexicon), text, note };
    });
  });
  const once = new Map(all.filter(({ said }) => said.leftover === "").map((each) => [each.text, each]));
  return [...once.values()].slice(0, MOST_MARKS);
}

/** Whether one of the cells is a text with the mark. */
export function bears(cells: readonly Cell[], mark: string): boolean {
  return cells.some(({ content, display }) => content.type === "text" && display.includes(mark));
}
