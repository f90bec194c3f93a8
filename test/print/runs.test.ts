import fc from "fast-check";
import { expect, it } from "vitest";
import type { Place, Places } from "../../src/print/pdf/places.js";
import { joined } from "../../src/print/runs.js";

/** A page of runs of so many sheets, with a target in the middle of each sheet; `between` sheets stand before each run. */
interface Layout {
  between: number;
  sheets: readonly number[];
  shown: readonly boolean[];
}

function placesOf({ between, sheets, shown }: Layout): Places {
  const places = new Map<string, Place>();
  let sheet = 0;
  sheets.forEach((count, run) => {
    for (let at = 0; at < between; at += 1)
      places.set(`before-${run}-${at}`, { sheet: (sheet += 1), depth: 9 });
    if (shown[run] === false) return;
    places.set(`run-start-${run}`, { sheet: sheet + 1, depth: 80 });
    for (let at = 0; at < count; at += 1)
      places.set(`run-${run}-${at}`, { sheet: (sheet += 1), depth: 100 + at });
    places.set(`run-end-${run}`, { sheet, depth: 200 });
  });
  return places;
}

it("finds every target where a print of the whole would have it, from one that shows a few runs only", () => {
  const runs = fc.array(
    fc.record({
      was: fc.integer({ min: 1, max: 6 }),
      is: fc.integer({ min: 1, max: 6 }),
      shown: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 2 }), (drawn, between) => {
      const all = drawn.map(() => true);
      const shown = drawn.map((run) => run.shown);
      const before = placesOf({ between, sheets: drawn.map(({ was }) => was), shown: all });
      const lengths = drawn.map((run) => (run.shown ? run.is : run.was));
      const now = placesOf({ between, sheets: lengths, shown });
      const whole = placesOf({ between, sheets: lengths, shown: all });
      const wanted = new Set(shown.flatMap((each, run) => (each ? [run] : [])));
      expect(Object.fromEntries(joined(before, now, wanted))).toEqual(Object.fromEntries(whole));
    }),
  );
});
