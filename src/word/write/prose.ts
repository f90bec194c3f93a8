import { BorderStyle, Paragraph, ShadingType, type IParagraphOptions } from "docx";
import type { Prose, ProseItem } from "../../report/model.js";
import { FONT } from "./fonts.js";
import { run } from "./runs.js";
import type { StyleId } from "./styles.js";

const STYLE: Record<ProseItem["kind"], StyleId> = {
  paragraph: "BodyText",
  item: "ProseItem",
  heading: "ProseHeading",
};

const DASHED = { style: BorderStyle.DASHED, size: 10, color: "000000", space: 4 };

/** What is still to be written is framed and shaded: seen in black and white, too. */
const GAP: IParagraphOptions = {
  border: { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED },
  shading: { type: ShadingType.CLEAR, color: "auto", fill: "ECECEC" },
};

/** What people wrote. */
export function proseOf({ items, gap }: Prose): Paragraph[] {
  return items.map(
    ({ kind, marker, runs }) =>
      new Paragraph({
        ...(gap ? GAP : {}),
        style: STYLE[kind],
        children: [
          ...(marker === "" ? [] : [run(marker)]),
          ...runs.map(({ text, strong }) => run(text, strong ? { font: FONT.hei } : {})),
        ],
      }),
  );
}
