import type { BoundModel, WorkingPaper } from "../../report/model.js";
import type { CellStyle, LayoutRow, SheetLayout } from "../../workbook/write/layout.js";
import { mergedLine } from "./sheet-parts.js";

/** Characters: a page holds them whole, because a single column too wide is cut and not made smaller. */
const WIDTH = 100;

/** The last sheet: whose figures these are, their state, and every plain paragraph of the annexes. */
export function notesSheet(model: BoundModel | WorkingPaper, footer: string): SheetLayout {
  const rows: LayoutRow[] = [
    line(model.document.title, "title"),
    ...factsOf(model).map((fact) => line(fact, "paragraph")),
    ...model.annexes.flatMap(({ label, title, blocks }) => {
      const paragraphs = blocks.flatMap((block) => block.paragraphs);
      const texts = paragraphs.map(({ heading, text }) => line(`${heading}${text}`, "paragraph"));
      return texts.length > 0 ? [line(`${label}　${title}`, "heading"), ...texts] : [];
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

function factsOf({ cover }: Pick<BoundModel, "cover">): string[] {
  const facts = [
    ["编制单位：", cover.issuer],
    ["编制日期：", cover.date],
    ["审核状态：", cover.review],
    ["特别说明：", cover.notice],
  ] as const;
  const known = facts.filter(([, fact]) => fact !== "").map(([name, fact]) => `${name}${fact}`);
  return [...known, "本表收录报告附件中的文字说明；文中所称表格见前面各工作表。"];
}

function line(text: string, style: CellStyle): LayoutRow {
  return mergedLine(text, style, 1);
}
