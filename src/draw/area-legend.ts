import type { AreaMap } from "../report/model.js";
import { CHART_WIDTH, GREY, SIZE, words, type Shape } from "./drawing.js";
import { lookOf } from "./looks.js";
import { textWidth } from "./measure.js";

const SWATCH = 20;
const GAP = 5;

/** What the shades of a map stand for: swatches with names, in lines as wide as the picture. */
export function areaLegend(legend: AreaMap["legend"]): { shapes: Shape[]; height: number } {
  let [x, y] = [0, SWATCH / 2 + 1];
  const shapes = legend.flatMap(({ status, name }): Shape[] => {
    const width = SWATCH + GAP + textWidth(name) * SIZE;
    if (x > 0 && x + width > CHART_WIDTH) [x, y] = [0, y + SWATCH + GAP];
    const left = x;
    x += width + 3 * GAP;
    const { fill, texture } = lookOf(status);
    const box = { left, right: left + SWATCH, top: y - SWATCH / 2 + 1, bottom: y + SWATCH / 2 - 1 };
    return [{ kind: "area", box, fill, texture, edge: GREY }, words({ x: box.right + GAP, y }, name, "left")];
  });
  return { shapes, height: y + SWATCH / 2 + 2 * GAP };
}
