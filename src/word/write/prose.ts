import { BorderStyle, Paragraph, ShadingType, type IParagraphOptions } from "docx";
import type { Prose, ProseItem } from "../../report/model.js";
import { FONT } from "./fonts.js";
import { noteReference, run } from "./runs.js";
import type { StyleId } from "./styles.js";

const STYLE: Record<ProseItem["kind"], StyleId> = {
  paragraph: "BodyText",
  item: "ProseItem",
  heading: "ProseHeading",
  footnote: "FootnoteText",
};

const DASHED = { style: BorderStyle.DASHED, size: 10, color: "000000", space: 4 };

/** What is still to be written is framed and shaded: seen in black and white, too. */
const GAP: IParagraphOptions = {
  border: { top: DASHED, bottom: DASHED, left: DASHED, right: DASHED },
  shading: { type: ShadingType.CLEAR, color: "auto", fill: "ECECEC" },
};

/** What people wrote; footnotes have a part of their own. */
export function proseOf({ items, gap }: Prose): Paragraph[] {
  const text = items.filter(({ note }) => note === "");
  return text.map(
    ({ kind, marker, runs }) =>
      new Paragraph({
        ...(gap ? GAP : {}),
        style: STYLE[kind],
        children: [
          ...(marker === "" ? [] : [run(marker)]),
          ...runs.map(({ text, strong, note }) =>
            note === "" ? run(text, strong ? { font: FONT.hei } : {}) : noteReference(note),
          ),
        ],
      }),
  );
}
