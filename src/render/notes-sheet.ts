import type { AnnualModel } from "../report/model.js";
import type { CellStyle, LayoutRow, SheetLayout } from "../workbook/layout.js";
import { mergedLine } from "./sheet-parts.js";

const WIDTH = 110;

/** The last sheet: whose figures these are, their state, and every plain paragraph of the annexes. */
export function notesSheet(model: AnnualModel, footer: string): SheetLayout {
  const { cover, document } = model;
  const facts = [cover.issuer, cover.date, cover.review, cover.notice].filter(Boolean);
  const rows: LayoutRow[] = [
    line(document.title, "title"),
    ...facts.map((fact) => line(fact, "text")),
    ...model.annexes.flatMap(({ label, title, blocks }) => {
      const paragraphs = blocks.flatMap((block) => block.paragraphs);
      const texts = paragraphs.map(({ heading, text }) => line(`${heading}${text}`, "text"));
      return texts.length > 0 ? [line(`${label}　${title}`, "group"), ...texts] : [];
    }),
  ];
  return {
    name: "说明",
    widths: [WIDTH],
    rows,
    merges: [],
    frozen: { rows: 1, columns: 0 },
    print: { landscape: true, repeatRows: null, footer },
  };
}

function line(text: string, style: CellStyle): LayoutRow {
  return mergedLine(text, style, 1, WIDTH);
}
