import fc from "fast-check";
import { expect, it } from "vitest";
import { districtsOf, WHOLE } from "../../src/batch/shard.js";

const lists = fc
  .uniqueArray(fc.integer({ min: 500_100, max: 500_300 }), { maxLength: 60 })
  .map((codes) => codes.map((code) => ({ code: String(code) })));

it("parts a list so that every district is in one shard, whatever the order of the list", () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 9 }), (districts, of) => {
      const shards = Array.from({ length: of }, (_, at) => districtsOf(districts, { index: at + 1, of }));
      const reversed = Array.from({ length: of }, (_, at) =>
        districtsOf(districts.toReversed(), { index: at + 1, of }),
      );
      expect(reversed).toEqual(shards);
      expect(
        shards
          .flat()
          .map(({ code }) => code)
          .sort(),
      ).toEqual(districts.map(({ code }) => code).sort());
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

it("takes every n-th by code", () => {
  const districts = ["500118", "500102", "500115", "500101"].map((code) => ({ code }));
  expect(districtsOf(districts, { index: 2, of: 2 })).toEqual([{ code: "500102" }, { code: "500118" }]);
  expect(districtsOf(districts, WHOLE).map(({ code }) => code)).toEqual([
    "500101",
    "500102",
    "500115",
    "500118",
  ]);
});
