import type { FileChild } from "docx";
import type { Block } from "../../report/model.js";
import { chartOf } from "./charts.js";
import { textParagraph, type TextLook } from "./paragraphs.js";
import { proseOf } from "./prose.js";
import { tableOf, type Place } from "./tables.js";
import type { Writing } from "./writing.js";

/** What stands below a heading, in reading order. */
export function blocksOf(
  blocks: readonly Block[],
  look: TextLook,
  place: Place,
  writing: Writing,
): FileChild[] {
  return blocks.flatMap(({ paragraphs, tables, charts, prose }) => [
    ...paragraphs.flatMap((paragraph) => textParagraph(paragraph, look, writing)),
    ...tables.flatMap((table) => tableOf(table, place, writing)),
    ...charts.flatMap((chart) => chartOf(chart, place, writing)),
    ...prose.flatMap((each) => proseOf(each)),
  ]);
}
