import { ImageRun, Paragraph, type FileChild, type ParagraphChild } from "docx";
import { picturesOf, type Picture } from "../../draw/charts.js";
import type { Chart } from "../../report/charts/chart.js";
import { captioned } from "./captions.js";
import { heatMapTable } from "./heat-maps.js";
import { line } from "./paragraphs.js";
import { clean } from "./runs.js";
import type { Place } from "./tables.js";
import type { Writing } from "./writing.js";

/** Unit, pictures, caption below, what is to be said of them. */
export function chartOf(chart: Chart, { width }: Place, writing: Writing): FileChild[] {
  const { number, title, unit, note, source } = chart;
  const below = [note === "" ? "" : `注：${note}`, source === "" ? "" : `资料来源：${source}`].join("");
  return [
    ...(unit === "" ? [] : [line(`单位：${unit}`, "TableUnit")]),
    // Room between the text and the cells of the map.
    ...chart.heatMaps.flatMap((map) => [line("", "TableNote"), heatMapTable(map, width)]),
    ...pictureLines(chart, writing),
    // What is to be said of it stays on its page.
    ...(title === "" ? [] : [captioned(number, title, "Caption", { keepNext: below !== "" })]),
    ...(below === "" ? [] : [line(below, "TableNote")]),
  ];
}

/** In a paragraph of single spacing: an exact line would cut them off. Two of half width stand side by side. */
function pictureLines(chart: Chart, writing: Writing): Paragraph[] {
  const pictures = picturesOf(chart);
  if (pictures.length === 0) return [];
  const children = pictures.map((picture, at) => image(chart, picture, at, writing));
  return [new Paragraph({ style: "Picture", children })];
}

/** Until a browser has made one: a picture of nothing, for programs that read no SVG. */
const BLANK = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function image(
  chart: Chart,
  { id, svg, width, height }: Picture,
  at: number,
  writing: Writing,
): ParagraphChild {
  writing.drawn += 1;
  const name = `${chart.number || chart.title}${at === 0 ? "" : `（${at + 1}）`}`;
  return new ImageRun({
    type: "svg",
    data: Buffer.from(svg),
    transformation: { width, height },
    fallback: { type: "png", data: writing.pictures.get(id) ?? BLANK },
    altText: {
      id: String(writing.drawn),
      name: clean(name),
      title: clean(chart.title),
      // The first picture says what all of them say.
      description: clean(at === 0 ? chart.alt : chart.title),
    },
  });
}
