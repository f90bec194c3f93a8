import fc from "fast-check";
import { expect, it } from "vitest";
import { drawingsOf } from "../../src/draw/charts.js";
import {
  boxOf,
  inside,
  overlap,
  WHITE,
  type Drawing,
  type Shape,
  type Words,
} from "../../src/draw/drawing.js";
import { spread } from "../../src/draw/spread.js";
import type { Chart, Trend, TrendSeries } from "../../src/report/charts/chart.js";
import { STATUSES } from "../../src/terms/status.js";

const BLANK: Chart = {
  id: "c",
  number: "图1",
  title: "",
  unit: "",
  source: "",
  note: "",
  alt: "",
  statusBars: [],
  dumbbells: [],
  trends: [],
  heatMaps: [],
  maps: [],
};

const name = fc
  .array(fc.constantFrom(..."妇女儿童健康教育比例（以下）、，0123456789.%‰≥abcW/—"), {
    minLength: 1,
    maxLength: 44,
  })
  .map((characters) => characters.join(""));
const statusName = fc.constantFrom(...STATUSES);

const ofKind = <K extends Shape["kind"]>({ shapes }: Drawing, kind: K): Extract<Shape, { kind: K }>[] =>
  shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);

/** What holds of every picture, whatever it shows. */
function checkPicture(drawing: Drawing): void {
  const frame = { left: -0.01, top: -0.01, right: drawing.width + 0.01, bottom: drawing.height + 0.01 };
  for (const shape of drawing.shapes) {
    if (!inside(boxOf(shape), frame)) expect.fail(`outside: ${JSON.stringify(shape)}`);
  }
  const texts = ofKind(drawing, "words").filter(({ words }) => words !== "");
  texts.forEach((text, at) => {
    for (const other of texts.slice(at + 1)) {
      if (overlap(boxOf(text), shrunk(other)))
        expect.fail(`${JSON.stringify(text)} over ${JSON.stringify(other)}`);
    }
    for (const mark of ofKind(drawing, "mark")) {
      if (overlap(shrunk(text), boxOf(mark)))
        expect.fail(`${JSON.stringify(text)} over ${JSON.stringify(mark)}`);
    }
  });
}

/** Against the last binary digits of places that only touch. */
function shrunk(text: Words) {
  const { left, right, top, bottom } = boxOf(text);
  return { left: left + 0.01, right: right - 0.01, top: top + 0.01, bottom: bottom - 0.01 };
}

it("draws status bars whose words neither meet nor leave the picture", () => {
  const counts = fc.array(fc.nat(60), { minLength: 12, maxLength: 12 });
  const series = fc.uniqueArray(
    fc.record({ status: statusName, name: name.map((text) => text.slice(0, 8)), counts }),
    {
      selector: ({ status }) => status,
      minLength: 1,
    },
  );
  const bars = fc.array(name, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(series, bars, (given, names) => {
      const all = given.map(({ counts: values, ...each }) => ({ ...each, values: values.map(String) }));
      const [drawing] = drawingsOf({ ...BLANK, statusBars: [{ bars: names, series: all }] });
      checkPicture(drawing!);
    }),
    { numRuns: 200 },
  );
});

it("draws dumbbells whose words neither meet, nor hide a mark, nor leave the picture", () => {
  const position = fc.option(fc.integer({ min: -900, max: 900 }), { nil: null });
  const row = fc.record({ name, baseline: name, now: name, target: name, position, status: statusName });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (given) => {
      const rows = given.map((each) => ({ ...each, unit: "", position: each.position?.toString() ?? "" }));
      const [drawing] = drawingsOf({ ...BLANK, dumbbells: [{ year: "2025年", rows }] });
      checkPicture(drawing!);
    }),
    { numRuns: 200 },
  );
});

const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const YEARS = Array.from({ length: 11 }, (_, at) => String(2020 + at));

const trends = fc
  .record({
    scale: fc.constantFrom(0.01, 0.3, 1, 40, 100, 5000, 1234567),
    offset: fc.constantFrom(0, 1, 20),
    shares: fc.array(fc.option(share, { nil: null, freq: 4 }), {
      minLength: 11,
      maxLength: 11,
    }),
    other: fc.option(fc.array(share, { minLength: 11, maxLength: 11 }), {
      nil: null,
    }),
    levels: fc.array(share, { maxLength: 2 }),
    decimals: fc.nat(4),
    year: fc.constantFrom(...YEARS),
    name,
    target: name,
    surveyed: fc.boolean(),
    half: fc.boolean(),
  })
  .map(({ scale, offset, shares, other, levels, decimals, half, ...rest }) => {
    const figure = (share: number): number => scale * (offset + share);
    const line = (own: readonly (number | null)[], called: string): TrendSeries => ({
      name: called,
      surveyed: rest.surveyed,
      values: own.map((share) => (share === null ? "" : String(figure(share)))),
      shown: own.map((share) => (share === null ? "" : figure(share).toFixed(decimals))),
    });
    const series = [line(shares, rest.name), ...(other === null ? [] : [line(other, "对照指标")])];
    const known = [
      ...series.flatMap(({ values }) => values.filter(Boolean).map(Number)),
      ...levels.map(figure),
    ];
    const trend: Trend = {
      years: YEARS,
      year: rest.year,
      series,
      path: [],
      target: rest.target,
      levels: levels.map((share) => String(figure(share))),
      levelName: levels.length === 0 ? "" : "目标",
      low: String(Math.min(...known, Infinity === Math.min(...known) ? 0 : Infinity)),
      high: String(Math.max(...known, known.length === 0 ? 1 : -Infinity)),
      limit: "",
      tickPrefix: "",
    };
    return { trend, half };
  });

it("draws trends whose labels neither meet, nor hide a point, nor leave the picture, first and last always there", () => {
  fc.assert(
    fc.property(trends, ({ trend, half }) => {
      const [drawing] = drawingsOf({ ...BLANK, trends: half ? [trend, trend] : [trend] });
      checkPicture(drawing!);
      const texts = ofKind(drawing!, "words").map(({ words }) => words);
      for (const { shown } of trend.series) {
        const known = shown.filter(Boolean);
        for (const end of [known[0], known.at(-1)]) if (end !== undefined) expect(texts).toContain(end);
      }
    }),
    { numRuns: 400 },
  );
});

it("leaves a level line out under a figure that stands on it", () => {
  fc.assert(
    fc.property(trends, ({ trend, half }) => {
      const [drawing] = drawingsOf({ ...BLANK, trends: half ? [trend, trend] : [trend] });
      const grounds = ofKind(drawing!, "area").filter(({ fill }) => fill === WHITE);
      const figures = new Set(trend.series.flatMap(({ shown }) => shown).filter(Boolean));
      const struck = ofKind(drawing!, "line")
        .filter(({ points: [from, to], width }) => width === 1.2 && from!.y === to!.y)
        .flatMap(({ points: [from, to] }) =>
          ofKind(drawing!, "words")
            .filter(({ words }) => figures.has(words))
            .filter((label) =>
              overlap(shrunk(label), { left: from!.x, right: to!.x, top: from!.y, bottom: from!.y }),
            )
            .filter((label) => !grounds.some(({ box }) => inside(shrunk(label), box))),
        );
      expect(struck).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it("spreads pieces in order, apart, and between the bounds where they have room", () => {
  const piece = fc.record({
    at: fc.integer({ min: -50, max: 250 }),
    length: fc.integer({ min: 1, max: 25 }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), (given) => {
      const pieces = [...given].sort((a, b) => a.at - b.at);
      const places = spread(pieces, 0, 200, 2);
      let free = 0;
      places.forEach((middle, at) => {
        const half = pieces[at]!.length / 2;
        expect(middle - half).toBeGreaterThanOrEqual(free);
        free = middle + half + 2;
      });
      expect(free - 2).toBeLessThanOrEqual(200);
    }),
  );
});
