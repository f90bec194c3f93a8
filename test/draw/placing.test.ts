import { describe, expect, it } from "vitest";
import { boxOfWords } from "../../src/draw/drawing.js";
import { placeLabels, type Surroundings, type Wanted } from "../../src/draw/placing.js";

const FRAME = { left: 0, right: 200, top: 0, bottom: 100 };
const FREE: Surroundings = { frame: FRAME, taken: [], lines: [], behind: [] };

const wanted = (x: number, must: boolean): Wanted => ({
  at: { x, y: 50 },
  words: "12.34",
  ink: "#000",
  size: 10,
  must,
});

/** Lines so close that every place beside a point has one through it. */
const HATCHED: Surroundings = {
  ...FREE,
  lines: Array.from({ length: 50 }, (_, at) => [
    { x: 0, y: 2 * at },
    { x: 200, y: 2 * at },
  ]),
};

describe("the labels of a line", () => {
  it("are left out where a line would strike them through, unless they must stand", () => {
    expect(placeLabels([wanted(100, false)], FREE)).toHaveLength(1);
    expect(placeLabels([wanted(100, false)], HATCHED)).toHaveLength(0);
    expect(placeLabels([wanted(100, true)], HATCHED)).toHaveLength(1);
  });

  it("stand apart enough not to be read as one figure", () => {
    const [first, second] = placeLabels([wanted(100, true), wanted(126, true)], FREE).map(boxOfWords);
    const level = first!.top < second!.bottom && second!.top < first!.bottom;
    expect(!level || second!.left - first!.right >= 3 || first!.left - second!.right >= 3).toBe(true);
  });
});
