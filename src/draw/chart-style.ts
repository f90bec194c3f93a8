import type { EChartsOption } from "echarts";
import { isStatus, STATUS, type StatusEntry } from "../terms/status.js";

/** Width of a chart in CSS pixels: the 156 mm between the margins, so that 12 px print as 9 pt. */
export const CHART_WIDTH = 590;

/** Two side by side. */
export const HALF_WIDTH = 289;

export const INK = "#222";
export const GREY = "#777";
export const PALE = "#d0d0d0";
export const WHITE = "#fff";

/** Text is set by the page's own 黑体 stack; see templates/style.css. */
export const TEXT = { fontFamily: "var(--hei)", fontSize: 12, color: INK } as const;

interface Look {
  /** The mark the tables use for the same status, and its colour on white. */
  mark: string;
  ink: string;
  fill: string;
  /** Stripes that tell neighbours apart in black and white. */
  decal: object | null;
  /** Ink for figures upon the fill. */
  text: string;
}

const stripes = (rotation: number, gap: number) => ({
  symbol: "rect",
  dashArrayX: [1, 0],
  dashArrayY: [2, gap],
  rotation,
  color: "rgba(0,0,0,0.35)",
});

const dots = {
  symbol: "circle",
  symbolSize: 0.6,
  dashArrayX: [4, 4],
  dashArrayY: [4, 4],
  color: "rgba(0,0,0,0.4)",
};

const DECALS: Readonly<Record<NonNullable<StatusEntry["texture"]>, object>> = {
  stripes: stripes(-Math.PI / 4, 5),
  dots,
  hatching: stripes(Math.PI / 4, 7),
};

const PLAIN: Look = { mark: "●", ink: INK, fill: GREY, decal: null, text: WHITE };

/** How a status is drawn; what is no status is drawn plainly. */
export function lookOf(status: string): Look {
  if (!isStatus(status)) return PLAIN;
  const { mark, ink, fill, dark, texture } = STATUS[status];
  return { mark, ink, fill, decal: texture === null ? null : DECALS[texture], text: dark ? WHITE : INK };
}

/** A drawing to be made: ECharts' options, and its size in CSS pixels. */
export interface Drawing {
  width: number;
  height: number;
  option: EChartsOption;
}

/** Width of text in full characters: letters and digits of the 黑体 take a little more than half. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.58 : 1;
}

/** Text broken into even lines of at most `width` full characters; past `lines` it is cut with …. */
export function wrapped(text: string, width: number, lines: number): string {
  const full = broken(text, width);
  if (full.length > lines) return `${full.slice(0, lines).join("\n").slice(0, -1)}…`;
  let even = textWidth(text) / full.length;
  while (even < width && broken(text, even).length > full.length) even += 0.5;
  return broken(text, Math.min(even, width)).join("\n");
}

function broken(text: string, width: number): string[] {
  const rows = [""];
  for (const character of text) {
    const row = rows.at(-1) ?? "";
    const full = textWidth(row) + characterWidth(character) > width;
    if (full && !"，。、；）》”".includes(character)) rows.push(character);
    else rows[rows.length - 1] = row + character;
  }
  return rows;
}
