import type { AreaMap } from "../report/charts/chart.js";
import { CHART_WIDTH, GREY, SIZE, words, type Shape } from "./drawing.js";
import { lookOf, statusMark } from "./looks.js";
import { textWidth } from "./measure.js";

const SWATCH = 20;
const GAP = 5;
const MARK = 5;

/**
 * What the shades of a map stand for: swatches with names, in lines as wide as the picture. What tells them apart without
 * colour is the texture of tiles, or the mark that outlines bear.
 */
export function areaLegend(
  legend: AreaMap["legend"],
  by: "texture" | "mark",
): { shapes: Shape[]; height: number } {
  let [x, y] = [0, SWATCH / 2 + 1];
  const shapes = legend.flatMap(({ status, name }): Shape[] => {
    const width = SWATCH + GAP + textWidth(name) * SIZE;
    if (x > 0 && x + width > CHART_WIDTH) [x, y] = [0, y + SWATCH + GAP];
    const left = x;
    x += width + 3 * GAP;
    const { fill, texture } = lookOf(status);
    const box = { left, right: left + SWATCH, top: y - SWATCH / 2 + 1, bottom: y + SWATCH / 2 - 1 };
    const middle = { x: (box.left + box.right) / 2, y };
    return [
      { kind: "area", box, fill, texture: by === "texture" ? texture : null, edge: GREY },
      ...(by === "mark" ? [statusMark(status, middle, MARK)] : []),
      words({ x: box.right + GAP, y }, name, "left"),
    ];
  });
  return { shapes, height: y + SWATCH / 2 + 2 * GAP };
}
