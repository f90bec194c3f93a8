import { escapeMarkup } from "../terms/markup.js";
import type { Trend } from "../report/charts/chart.js";
import { GREY, INK, line, type Box, type Drawing, type Line, type Mark, type Point } from "./drawing.js";
import { paint } from "./paint.js";

const WIDTH = 104;
const HEIGHT = 26;
/** Room for the mark of a figure that lies at the edge. */
const MARGIN = 4;
const MARK = 2.6;
const OWN = "#1f4e79";

/** The course of a row in the height of a line of text, named for screen readers; the same row gives the same text. */
export function drawSparkline({ alt, trend }: { alt: string; trend: Trend }): string {
  return paint(sparkline(trend), `role="img" aria-label="${escapeMarkup(alt)}" class="course"`);
}

/**
 * From the baseline to the plan's end: the row's own figures, level lines at its target or its baseline, and a solid
 * mark at the year reported, none where it is missing; a year without neighbours is a mark, too. Without words and scale: those stand beside it.
 */
export function sparkline(trend: Trend): Drawing {
  const box = { left: MARGIN, right: WIDTH - MARGIN, top: MARGIN, bottom: HEIGHT - MARGIN };
  const points = pointsOf(trend, box);
  const runs = runsOf(points);
  const now = points.find(({ year }) => trend.years[year] === trend.year);
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      ...levelLines(trend, box),
      ...runs.filter((run) => run.length > 1).map((run) => line(run, OWN, 1.6)),
      ...runs.filter((run) => run.length === 1).flatMap((run) => run.map((point) => mark(point, true))),
      ...(now === undefined ? [] : [mark(now, false)]),
    ],
  };
}

interface Known extends Point {
  /** Place of the year on the axis. */
  year: number;
}

function pointsOf({ years, series, ...ends }: Trend, box: Box): Known[] {
  const [own] = series;
  const across = (box.right - box.left) / Math.max(1, years.length - 1);
  return (own?.values ?? []).flatMap((value, year) =>
    value === "" ? [] : [{ year, x: box.left + year * across, y: heightOf(value, ends, box) }],
  );
}

/** Figures that are all alike lie in the middle. */
function heightOf(value: string, { low, high }: Pick<Trend, "low" | "high">, box: Box): number {
  const span = Number(high) - Number(low);
  const share = span === 0 ? 0.5 : (Number(value) - Number(low)) / span;
  return box.bottom - share * (box.bottom - box.top);
}

/** Years that follow each other; between two surveys there is no line. */
function runsOf(points: readonly Known[]): Known[][] {
  return points.reduce<Known[][]>((runs, point) => {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === point.year - 1) run.push(point);
    else runs.push([point]);
    return runs;
  }, []);
}

function levelLines(trend: Trend, box: Box): Line[] {
  return trend.levels.map((level) => {
    const y = heightOf(level, trend, box);
    const ends = [
      { x: box.left, y },
      { x: box.right, y },
    ];
    return line(ends, GREY, 1, [3, 2]);
  });
}

function mark({ x, y }: Point, hollow: boolean): Mark {
  return { kind: "mark", x, y, shape: "circle", hollow, ink: hollow ? OWN : INK, radius: MARK };
}
