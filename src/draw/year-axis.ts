import { scalePoint } from "d3-scale";
import { INK, SMALL, line, words, type Box, type Shape } from "./drawing.js";
import { textWidth } from "./measure.js";
import { spread } from "./spread.js";

const TICK = 4;
const GAP = 4;

/** Where each year lies across the plot. */
export function yearsAcross(years: readonly string[], { left, right }: Box): (year: string) => number {
  const across = scalePoint(years, [left, right]).padding(0.5);
  return (year) => across(year) ?? left;
}

/**
 * The axis below the plot: a tick for every year. Named are the first, the report's and the last, and as many of
 * the others, evenly apart, as there is room for.
 */
export function yearAxis(years: readonly string[], reported: string, plot: Box): Shape[] {
  const across = yearsAcross(years, plot);
  const y = plot.bottom;
  const named = namedYears(years, reported, (plot.right - plot.left) / Math.max(1, years.length));
  const width = (year: string): number => textWidth(year) * SMALL;
  const pieces = named.map((year) => ({ at: across(year), length: width(year) }));
  const places = spread(pieces, plot.left - 10, plot.right + 10, GAP);
  return [
    line([{ x: plot.left, y }, { x: plot.right, y }], INK), // prettier-ignore
    ...years.map((year) => line([{ x: across(year), y }, { x: across(year), y: y + TICK }], INK)), // prettier-ignore
    ...named.map((year, at) =>
      words({ x: places[at] ?? across(year), y: y + TICK + 2 + SMALL / 2 }, year, "centre", { size: SMALL }),
    ),
  ];
}

function namedYears(years: readonly string[], reported: string, room: number): string[] {
  const step = Math.ceil((textWidth("2020") * SMALL + GAP) / room);
  const needed = new Set([0, years.indexOf(reported), years.length - 1]);
  return years.filter((_, at) => {
    if (needed.has(at)) return true;
    return step === 1 || (at % step === 0 && [...needed].every((other) => Math.abs(other - at) >= step));
  });
}
