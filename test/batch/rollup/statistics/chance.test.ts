import { describe, expect, test } from "vitest";
import {
  beyond,
  standingsOf,
  toldApart,
  type Count,
  type CountKind,
} from "../../../../src/batch/rollup/statistics/chance.js";
import { chance, counted, poissonCounted } from "../cities.js";

/** A city of 38 districts of very different sizes, and how many of a thousand there are in each. */
const SIZES: Readonly<Record<CountKind, readonly number[]>> = {
  events: Array.from({ length: 38 }, (_, at) => 800 + 450 * at),
  share: Array.from({ length: 38 }, (_, at) => 80 + 45 * at),
};

interface World {
  kind: CountKind;
  rates: (at: number) => number;
}

function cityOf({ kind, rates }: World, random: () => number): Count[] {
  const draw = kind === "share" ? counted : poissonCounted;
  return SIZES[kind].map((base, at) => ({ base, count: draw(base, rates(at), random) }));
}

function apartIn(world: World, random: () => number): number[] {
  const city = cityOf(world, random);
  const apart = toldApart(standingsOf(city, world.kind).map(({ p }) => p));
  return city.flatMap((_, at) => (apart[at] ? [at] : []));
}

const CITIES = 600;

describe("districts of one true rate", () => {
  test.each<[string, World, number]>([
    ["20 deaths in 1000", { kind: "events", rates: () => 0.02 }, 0.02],
    ["4 deaths in 1000", { kind: "events", rates: () => 0.004 }, 0.01],
    ["1 death in 10 000", { kind: "events", rates: () => 0.0001 }, 0],
    ["a share of 94 %", { kind: "share", rates: () => 0.94 }, 0.02],
    ["a share of half", { kind: "share", rates: () => 0.5 }, 0.02],
  ])(
    "%s: one in twenty cities, or fewer, has a district told apart",
    { tags: ["patience"] },
    (_, world, atLeast) => {
      const random = chance(7);
      const wrong = Array.from({ length: CITIES }, () => apartIn(world, random)).filter(
        ({ length }) => length > 0,
      );
      // 5 % of 600 are 30, and three standard deviations more are 46; few events give fewer.
      expect(wrong.length).toBeLessThanOrEqual(46);
      expect(wrong.length / CITIES).toBeGreaterThanOrEqual(atLeast);
    },
  );

  test(
    "of all districts, those outside a funnel's limits are as many as its limits say",
    { tags: ["patience"] },
    () => {
      const random = chance(11);
      const world: World = { kind: "events", rates: () => 0.02 };
      const standings = Array.from({ length: 200 }, () =>
        standingsOf(cityOf(world, random), "events"),
      ).flat();
      const outside = (limits: readonly unknown[]) =>
        standings.filter((each) => limits.includes(beyond(each))).length / standings.length;
      expect(outside(["95", "99.8"])).toBeGreaterThan(0.035);
      expect(outside(["95", "99.8"])).toBeLessThan(0.052);
      expect(outside(["99.8"])).toBeLessThan(0.003);
    },
  );
});

describe("a district that truly differs", () => {
  test.each<[string, World]>([
    ["three times the deaths", { kind: "events", rates: (at) => (at === 20 ? 0.015 : 0.005) }],
    ["a share of 80 among 95", { kind: "share", rates: (at) => (at === 20 ? 0.8 : 0.95) }],
  ])("is found: %s", { tags: ["patience"] }, (_, world) => {
    const random = chance(3);
    const cities = Array.from({ length: 100 }, () => apartIn(world, random));
    expect(cities.filter((found) => found.includes(20)).length).toBeGreaterThanOrEqual(99);
    expect(cities.filter((found) => found.some((at) => at !== 20)).length).toBeLessThanOrEqual(10);
  });

  test("lies on the side it differs to", () => {
    const standings = standingsOf(
      [
        { count: 2, base: 1000 },
        { count: 40, base: 1000 },
        { count: 20, base: 1000 },
      ],
      "events",
    );
    expect(standings.map(({ side }) => side)).toEqual(["lower", "higher", "lower"]);
    expect(beyond(standings[0]!)).toBe("99.8");
  });
});

test("three in five of the comparisons of a famous table are told apart, step by step", () => {
  // Holm: 0.01 ≤ 0.05/4, 0.015 ≤ 0.05/3, 0.02 ≤ 0.05/2, and 0.2 is more than 0.05.
  expect(toldApart([0.2, 0.01, 0.02, 0.015])).toEqual([false, true, true, true]);
  // 0.02 is more than 0.05/3: nothing behind it is asked.
  expect(toldApart([0.02, 0.03, 0.04])).toEqual([false, false, false]);
  expect(toldApart([])).toEqual([]);
});
