import type { EChartsOption } from "echarts";

/** Width of a chart in CSS pixels: the 156 mm between the margins, so that 12 px print as 9 pt. */
export const CHART_WIDTH = 590;

/** Two side by side. */
export const HALF_WIDTH = 289;

export const INK = "#222";
export const GREY = "#777";
export const PALE = "#d0d0d0";

/** Text is set by the page's own 黑体 stack; see templates/style.css. */
export const TEXT = { fontFamily: "var(--hei)", fontSize: 12, color: INK } as const;

interface Look {
  /** The mark the tables use for the same status. */
  mark: string;
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

const LOOKS: Readonly<Record<string, Look>> = {
  achieved: { mark: "●", fill: "#1b6e3c", decal: null, text: "#fff" },
  onTrack: { mark: "○", fill: "#a9d3b5", decal: null, text: INK },
  nearlyAchieved: { mark: "○", fill: "#a9d3b5", decal: null, text: INK },
  slow: { mark: "△", fill: "#f4d58d", decal: stripes(-Math.PI / 4, 5), text: INK },
  offTrack: { mark: "▲", fill: "#b3261e", decal: null, text: "#fff" },
  notAchieved: { mark: "▲", fill: "#b3261e", decal: null, text: "#fff" },
  unmet: { mark: "■", fill: "#e08a80", decal: dots, text: INK },
  observed: { mark: "◇", fill: "#e4e4e4", decal: null, text: INK },
  noData: { mark: "□", fill: "#fff", decal: stripes(Math.PI / 4, 7), text: INK },
};

const PLAIN: Look = { mark: "●", fill: GREY, decal: null, text: "#fff" };

/** How a status is drawn; a status no one has named yet is drawn plainly. */
export function lookOf(status: string): Look {
  return LOOKS[status] ?? PLAIN;
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
