import type { AreaMap } from "../report/model.js";
import { areaLegend } from "./area-legend.js";
import {
  CHART_WIDTH,
  GREY,
  SMALL,
  WHITE,
  boxOf,
  overlap,
  words,
  type Box,
  type Drawing,
  type Outline,
  type Point,
  type Shape,
} from "./drawing.js";
import { lookOf, statusMark } from "./looks.js";
import { textWidth } from "./measure.js";

const MARK = 5;
const PAD = 2;

/**
 * The outlines of a map, each shaded by its class, with the mark of the class and the figure where they find room: an area
 * too small for them is told by its shade and by the table. No base map is drawn.
 */
export function outlinesDrawing({ legend, areas, height }: AreaMap): Drawing {
  const above = areaLegend(legend);
  const drawn = areas.map(({ outlines, ...area }) => ({
    ...area,
    shape: outlineOf(outlines, area.status, above.height),
  }));
  const taken: Box[] = [];
  const labels = drawn.flatMap(({ shape, text, status }) => {
    const label = labelOf(boxOf(shape), text, status);
    if (label === null || taken.some((box) => overlap(box, label.box))) return [];
    taken.push(label.box);
    return label.shapes;
  });
  return {
    width: CHART_WIDTH,
    height: above.height + CHART_WIDTH * Number(height) + 2,
    shapes: [...above.shapes, ...drawn.map(({ shape }) => shape), ...labels],
  };
}

function outlineOf(outlines: readonly string[], status: string, top: number): Outline {
  const rings = outlines.map((ring) => ring.split(" ").map((pair) => pointOf(pair, top)));
  return { kind: "outline", rings, fill: lookOf(status).fill, edge: GREY };
}

function pointOf(pair: string, top: number): Point {
  const [x = 0, y = 0] = pair.split(",").map(Number);
  return { x: x * CHART_WIDTH, y: top + y * CHART_WIDTH };
}

/** Mark and figure upon a white ground in the middle of the area; null where they are wider or higher than it. */
function labelOf(area: Box, text: string, status: string): { box: Box; shapes: Shape[] } | null {
  const width = 2 * MARK + PAD + textWidth(text) * SMALL + 2 * PAD;
  const height = SMALL + 2 * PAD;
  if (area.right - area.left < width || area.bottom - area.top < height) return null;
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  const shapes: Shape[] = [
    { kind: "area", box, fill: WHITE, texture: null, edge: "none" },
    statusMark(status, { x: box.left + PAD + MARK, y }, MARK),
    words({ x: box.right - PAD, y }, text, "right", { size: SMALL }),
  ];
  return { box, shapes };
}
