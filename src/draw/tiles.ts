import type { AreaMap } from "../report/charts/chart.js";
import { areaLegend } from "./area-legend.js";
import {
  CHART_WIDTH,
  GREY,
  LEADING,
  SIZE,
  SMALL,
  paragraph,
  words,
  type Box,
  type Drawing,
  type Shape,
} from "./drawing.js";
import { lookOf } from "./looks.js";
import { wrapped } from "./measure.js";

/** Between two tiles. */
const GAP = 4;
/** Name in two lines, figure below. */
const HEIGHT = 3 * LEADING + 8;
const NAME_LINES = 2;

/** Equal tiles in a grid, each with name and figure; shade and texture tell the classes apart in black and white. */
export function tilesDrawing({ legend, areas, columns }: AreaMap): Drawing {
  const across = Number(columns);
  const width = (CHART_WIDTH - (across - 1) * GAP) / across;
  const above = areaLegend(legend, "texture");
  const shapes = areas.flatMap((tile, at) => {
    const left = (at % across) * (width + GAP);
    const top = above.height + Math.floor(at / across) * (HEIGHT + GAP);
    return tileShapes(tile, { left, right: left + width, top, bottom: top + HEIGHT });
  });
  const rows = Math.ceil(areas.length / across);
  const height = above.height + rows * (HEIGHT + GAP);
  return { width: CHART_WIDTH, height, shapes: [...above.shapes, ...shapes] };
}

function tileShapes({ name, text, status }: AreaMap["areas"][number], box: Box): Shape[] {
  const { fill, texture, upon } = lookOf(status);
  const x = (box.left + box.right) / 2;
  const lines = wrapped(name, (box.right - box.left - 6) / SIZE, NAME_LINES);
  const middle = box.top + 4 + LEADING;
  const ground = { left: box.left + 5, right: box.right - 5, top: box.top + 4, bottom: box.bottom - 4 };
  return [
    { kind: "area", box, fill, texture, edge: GREY },
    ...(texture === null ? [] : [{ kind: "area", box: ground, fill, texture: null, edge: "none" } as const]),
    ...paragraph({ x, y: middle }, lines, "centre", { ink: upon }),
    words({ x, y: box.bottom - 4 - LEADING / 2 }, text, "centre", { ink: upon, size: SMALL }),
  ];
}
