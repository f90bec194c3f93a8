import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOfWords, type Box, type Point } from "../../src/draw/drawing.js";
import { placeLabels, type Surroundings, type Wanted } from "../../src/draw/placing.js";

const FRAME = { left: 0, right: 200, top: 0, bottom: 100 };
const FREE: Surroundings = { frame: FRAME, taken: [], points: [], lines: [] };

const wanted = (x: number, must: boolean): Wanted => ({
  at: { x, y: 50 },
  words: "12.34",
  ink: "#000",
  size: 10,
  must,
  walls: [],
});

/** Lines so close that every place beside a point has one through it. */
const HATCHED: Surroundings = {
  ...FREE,
  lines: Array.from({ length: 50 }, (_, at) => [
    { x: 0, y: 2 * at },
    { x: 200, y: 2 * at },
  ]),
};

function fromBox({ x, y }: Point, { left, top, right, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

describe("the labels of a line", () => {
  it("are left out where a line would strike them through, unless they must stand", () => {
    expect(placeLabels([wanted(100, false)], FREE)).toHaveLength(1);
    expect(placeLabels([wanted(100, false)], HATCHED)).toHaveLength(0);
    expect(placeLabels([wanted(100, true)], HATCHED)).toHaveLength(1);
  });

  it("stand apart enough not to be read as one figure", () => {
    const [first, second] = placeLabels([wanted(100, true), wanted(126, true)], FREE).map(({ words }) =>
      boxOfWords(words),
    );
    const level = first!.top < second!.bottom && second!.top < first!.bottom;
    expect(!level || second!.left - first!.right >= 3 || first!.left - second!.right >= 3).toBe(true);
  });

  it("are never parted from their point by a level line: they stand on its other side, or are left out", () => {
    const level = (y: number) => [
      { x: 0, y },
      { x: 200, y },
    ];
    const above = { ...wanted(100, false), walls: [level(48)] };
    expect(placeLabels([above], FREE)[0]!.words.y).toBeGreaterThan(50);
    expect(placeLabels([{ ...above, walls: [level(48), level(52)] }], FREE)).toEqual([]);
  });

  it("stand nearest their own point of all, or a line leads to it", () => {
    const heights = fc.array(fc.integer({ min: 30, max: 110 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(heights, (ys) => {
        const points = ys.map((y, at) => ({ x: 20 + 20 * at, y }));
        const marks = points.map(({ x, y }) => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }));
        const asked = points.map((at, place) => ({ ...wanted(0, place === 0), at, words: `${place}0.25` }));
        const around = { frame: { left: 0, right: 260, top: 0, bottom: 140 }, taken: marks };
        const labels = placeLabels(asked, { ...around, points, lines: [points] });
        expect(labels.map(({ words }) => words.words)).toContain("00.25");
        for (const { words, leader } of labels) {
          const own = points[Number(words.words[0])]!;
          const away = (from: Point): number => fromBox(from, boxOfWords(words));
          const nearest = points.every((other) => other === own || away(other) > away(own));
          if (leader === null) expect(nearest).toBe(true);
          else expect(Math.hypot(leader.points[0].x - own.x, leader.points[0].y - own.y)).toBeLessThan(6);
        }
      }),
    );
  });
});
