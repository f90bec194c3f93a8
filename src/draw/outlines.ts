import type { AreaMap } from "../report/charts/chart.js";
import { areaLegend } from "./area-legend.js";
import {
  CHART_WIDTH,
  GREY,
  LEADING,
  SMALL,
  WHITE,
  boxOf,
  inside,
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
  const above = areaLegend(legend, "mark");
  const drawn = areas.map(({ outlines, ...area }) => ({
    ...area,
    shape: outlineOf(outlines, area.status, above.height),
  }));
  const taken: Box[] = [];
  const labels = drawn.flatMap(({ shape, ...area }) => {
    const label = labelOf(boxOf(shape), area);
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

type Named = Pick<AreaMap["areas"][number], "name" | "text" | "status">;

/** Name, mark and figure upon a white ground in the middle of the area, or mark and figure alone; null where they find no room. */
function labelOf(area: Box, { name, text, status }: Named): { box: Box; shapes: Shape[] } | null {
  const figure = 2 * MARK + PAD + textWidth(text) * SMALL;
  const named = ground(area, Math.max(figure, textWidth(name) * SMALL), 2);
  const box = named ?? ground(area, figure, 1);
  if (box === null) return null;
  const [x, y] = [(box.left + box.right) / 2, box.bottom - PAD - SMALL / 2];
  const shapes: Shape[] = [
    { kind: "area", box, fill: WHITE, texture: null, edge: "none" },
    ...(named === null ? [] : [words({ x, y: y - LEADING }, name, "centre", { size: SMALL })]),
    statusMark(status, { x: x - figure / 2 + MARK, y }, MARK),
    words({ x: x + figure / 2, y }, text, "right", { size: SMALL }),
  ];
  return { box, shapes };
}

/** A box for so many lines in the middle of the area; null where it would leave it. */
function ground(area: Box, width: number, lines: number): Box | null {
  const [half, rise] = [width / 2 + PAD, (SMALL + (lines - 1) * LEADING) / 2 + PAD];
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  const box = { left: x - half, right: x + half, top: y - rise, bottom: y + rise };
  return inside(box, area) ? box : null;
}
