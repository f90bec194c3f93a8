import * as z from "zod/mini";
import { UTF8_ONLY } from "../../files/decode.js";
import { jsonOf } from "../../files/json.js";
import { readText } from "../../files/read.js";
import { append } from "../../terms/long-lists.js";
import type { District } from "./gather.js";
import type { OutlineSheet } from "./report/matter.js";

/** A county map at a scale that a page shows has some hundred kB. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Corners of all outlines together: more are no more seen on paper, and take long to draw. */
const MOST_CORNERS = 80_000;
/** Parts of the width: a tenth of a CSS pixel, so that corners nearer than that fall together. */
const PLACES = 4;

const TOO_MANY = `边界点超过${MOST_CORNERS}个，请先简化`;
const NO_MAP = "不是由面组成的 GeoJSON";

/** What a map of so many corners has of lists and of values, with as much again for names; and levels: ours has ten. */
const MOST_LISTS = 2 * MOST_CORNERS;
const MOST_VALUES = 4 * MOST_CORNERS;
const MOST_LEVELS = 50;

/** Why a text has more than a map may have; null where it has not. Told by its marks: made into lists it would fill the memory. */
function excessIn(text: string): string | null {
  let [lists, values, level] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === ",") values += 1;
    else if (mark === "[" || mark === "{") {
      lists += 1;
      level += 1;
    } else if (mark === "]" || mark === "}") level -= 1;
    if (level > MOST_LEVELS) return NO_MAP;
    if (lists > MOST_LISTS || values > MOST_VALUES) return TOO_MANY;
  }
  return null;
}

const position = z.array(z.number()).check(z.minLength(2));
const ring = z.array(position).check(z.minLength(3));
const outline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);
const mapShape = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({ properties: z.nullable(z.record(z.string(), z.unknown())), geometry: z.nullable(outline) }),
  ),
});

type Position = readonly number[];

/** A map that the user gave, laid flat, and what of it and of the districts does not find the other. */
export interface OutlinesRead {
  /** Null where the file is no map; `reason` says why. */
  outlines: OutlineSheet | null;
  reason: string | null;
  /** Names of areas that are no district of the list. */
  unmatched: readonly string[];
  /** Names of districts that the map does not show. */
  without: readonly string[];
}

/** Reads outlines and finds each its district, by `code`, else by `name`. */
export async function readOutlines(file: string, districts: readonly District[]): Promise<OutlinesRead> {
  const { text, refusal } = await readText(file, MOST_BYTES, UTF8_ONLY);
  if (refusal !== null) return refused(refusal.reason);
  const excess = excessIn(text);
  if (excess !== null) return refused(excess);
  const { data } = mapShape.safeParse(jsonOf(text));
  if (data === undefined) return refused(NO_MAP);
  const found = data.features.flatMap(({ properties, geometry }) => {
    const rings = geometry === null ? [] : ringsOf(geometry);
    const told = (key: string) => labelOf(properties?.[key]);
    return [{ code: told("code") || told("adcode"), name: told("name"), rings }];
  });
  const corners = found.flatMap(({ rings }) => rings).reduce((sum, { length }) => sum + length, 0);
  if (corners > MOST_CORNERS) return refused(TOO_MANY);
  if (corners === 0) return refused("其中没有面");
  if (found.some(({ rings }) => rings.some((each) => !each.every(isOnEarth)))) {
    return refused("坐标不是经纬度，请换成 WGS84 或 CGCS2000 的经纬度");
  }
  return matched(found, districts);
}

function refused(reason: string): OutlinesRead {
  return { outlines: null, reason, unmatched: [], without: [] };
}

function labelOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function ringsOf(geometry: z.output<typeof outline>): (readonly Position[])[] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

function isOnEarth([longitude = NaN, latitude = NaN]: Position): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) < 90;
}

interface Found {
  code: string;
  name: string;
  rings: readonly (readonly Position[])[];
}

function matched(found: readonly Found[], districts: readonly District[]): OutlinesRead {
  const of = ({ code, name }: Found) =>
    districts.find((each) => each.code === code) ?? districts.find((each) => each.name === name);
  const pairs = found.map((each) => ({ each, district: of(each) }));
  const known = pairs.filter(({ district }) => district !== undefined);
  const names = pairs
    .filter(({ district }) => district === undefined)
    .map(({ each }) => each.name || each.code || "（无名）");
  const codes = new Set(known.map(({ district }) => district?.code));
  const without = districts.filter(({ code }) => !codes.has(code)).map(({ name }) => name);
  const told = { unmatched: names, without: [...new Set(without)] };
  if (known.length === 0) return { ...refused("没有一个面与区县对得上"), ...told };
  return {
    outlines: laidFlat(known.map(({ each, district }) => ({ ...each, code: district?.code ?? "" }))),
    reason: null,
    ...told,
  };
}

/**
 * Equirectangular, true to scale at the middle parallel: J. P. Snyder, Map Projections – A Working Manual, USGS
 * Professional Paper 1395 (1987) 90–91. Of the size of a province nothing is seen to be bent.
 */
function laidFlat(found: readonly Found[]): OutlineSheet {
  const corners = found.flatMap(({ rings }) => rings.flat());
  const [west, east] = ends(corners.map(([longitude = 0]) => longitude));
  const [south, north] = ends(corners.map(([, latitude = 0]) => latitude));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const width = Math.max((east - west) * squeeze, north - south, Number.EPSILON);
  const place = ([longitude = 0, latitude = 0]: Position): string => {
    const [x, y] = [((longitude - west) * squeeze) / width, (north - latitude) / width];
    return `${x.toFixed(PLACES)},${y.toFixed(PLACES)}`;
  };
  const rings = new Map<string, string[]>();
  for (const { code, rings: own } of found) {
    const laid = own.map((each) => withoutRepeats(each.map(place)).join(" "));
    const before = rings.get(code);
    if (before === undefined) rings.set(code, laid);
    else append(before, laid);
  }
  return { rings, height: ((north - south) / width).toFixed(PLACES) };
}

function ends(values: readonly number[]): [number, number] {
  return values.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
}

function withoutRepeats(pairs: readonly string[]): string[] {
  return pairs.filter((pair, at) => pair !== pairs[at - 1]);
}
