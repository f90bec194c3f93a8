import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readOutlines } from "../../../src/batch/rollup/geojson.js";
import { freshFolder } from "../../files/folder.js";

const at = freshFolder();

const DISTRICTS = [
  { code: "500118", name: "永川区" },
  { code: "500102", name: "涪陵区" },
];

type Corner = [number, number];
const square = (west: number, south: number, size = 1): Corner[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

function feature(properties: object, coordinates: Corner[][] | Corner[][][], type = "Polygon") {
  return { type: "Feature", properties, geometry: { type, coordinates } };
}

async function read(...features: readonly object[]) {
  writeFileSync(at("map.json"), JSON.stringify({ type: "FeatureCollection", features }));
  return readOutlines(at("map.json"), DISTRICTS);
}

test("areas find their district by code, else by name; what finds none is told on both sides", async () => {
  const both = await read(
    feature({ code: 500118 }, [square(105, 29)]),
    feature({ name: "涪陵区" }, [square(107, 29)]),
    feature({ name: "遵义市" }, [square(106, 28)]),
  );
  expect([...(both.outlines?.rings.keys() ?? [])]).toEqual(["500118", "500102"]);
  expect([both.unmatched, both.without]).toEqual([["遵义市"], []]);
  const one = await read(feature({ code: "500118" }, [square(105, 29)]));
  expect(one.without).toEqual(["涪陵区"]);
});

test("a map is laid flat true to scale in the middle, north up, within the width", async () => {
  const { outlines } = await read(feature({ code: "500118" }, [square(105, 59.5)]));
  const [ring] = outlines!.rings.get("500118")!;
  const corners = ring!.split(" ").map((pair) => pair.split(",").map(Number) as Corner);
  // At 60° north a degree of longitude is half as long as one of latitude.
  expect(corners[2]).toEqual([0.5, 0]);
  expect(corners[0]).toEqual([0, 1]);
  expect(outlines!.height).toBe("1.0000");
});

test("islands and holes stay with their district", async () => {
  const islands = feature({ code: "500118" }, [[square(105, 29)], [square(107, 29)]], "MultiPolygon");
  const { outlines } = await read(islands);
  expect(outlines?.rings.get("500118")).toHaveLength(2);
});

test.each([
  ["no JSON", "{", "不是由面组成的 GeoJSON"],
  [
    "points",
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ properties: {}, geometry: { type: "Point", coordinates: [1, 2] } }],
    }),
    "不是由面组成的 GeoJSON",
  ],
  [
    "metres",
    JSON.stringify({
      type: "FeatureCollection",
      features: [feature({ code: "500118" }, [square(500_000, 3_200_000)])],
    }),
    "坐标不是经纬度",
  ],
  [
    "no district of ours",
    JSON.stringify({ type: "FeatureCollection", features: [feature({ name: "甲" }, [square(1, 1)])] }),
    "没有一个面与区县对得上",
  ],
])("%s is no map, and why is told", async (_, text, reason) => {
  writeFileSync(at("map.json"), text);
  const read = await readOutlines(at("map.json"), DISTRICTS);
  expect(read.outlines).toBeNull();
  expect(read.reason).toContain(reason);
});

test.each([
  ["depth", `{"type":${"[".repeat(100_000)}`, "不是由面组成"],
  ["values", `[${"1,".repeat(500_000)}1]`, "边界点超过"],
  ["areas", `[${"{},".repeat(200_000)}{}]`, "边界点超过"],
])("a file of more %s than a map has is refused before it is made into lists", async (_, text, reason) => {
  writeFileSync(at("map.json"), text);
  expect((await readOutlines(at("map.json"), DISTRICTS)).reason).toContain(reason);
});

test("too many corners are refused", { tags: ["patience"] }, async () => {
  const coast = Array.from({ length: 90_000 }, (_, corner): Corner => [105 + corner / 1e6, 29]);
  expect((await read(feature({ code: "500118" }, [coast]))).reason).toContain("80000");
});
