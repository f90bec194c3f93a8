/** What a chart shows; render/ draws it. Figures are decimals as text, "" for a missing one. */
export interface Chart {
  id: string;
  /** 图1 */
  number: string;
  title: string;
  unit: string;
  source: string;
  /** How to read the picture, printed below it; "" where it needs no words. */
  note: string;
  /** Read aloud by screen readers: what the picture says, in a sentence. */
  alt: string;
  statusBars: StatusBars[];
  dumbbells: Dumbbells[];
  trends: Trend[];
  heatMaps: HeatMap[];
  maps: AreaMap[];
}

/** Places side by side, each shaded by its class: equal tiles, or the outlines of a map that the user gave. */
export interface AreaMap {
  /** One entry per class in the map: a status that lends its shade, and what the class is called. */
  legend: { status: string; name: string }[];
  /** In reading order. */
  areas: {
    name: string;
    /** The figure printed in it: 70.7%. */
    text: string;
    status: string;
    /** Its rings as x,y pairs parted by blanks, y downward, in parts of the map's width; [] for a tile. */
    outlines: string[];
  }[];
  /** How many tiles stand side by side; "" for outlines. */
  columns: string;
  /** Height of the map of outlines as a share of its width; "" for tiles. */
  height: string;
}

/** Rows × years, one cell per status; read by its letter as well as by its shade. */
export interface HeatMap {
  years: string[];
  /** How many columns there are: the years, and the names before them. */
  columns: string;
  /** What the letters stand for: one entry per status in the map. */
  legend: { status: string; text: string; name: string }[];
  rows: { name: string; cells: { status: string; text: string }[] }[];
}

/** Stacked bars: one bar per domain, one series per status. */
export interface StatusBars {
  bars: string[];
  series: { status: string; name: string; values: string[] }[];
}

/** Baseline → now → target, one line per numeric row. Values are shown; positions are percent of the way. */
export interface Dumbbells {
  /** Heads the figures of now: 2025年. */
  year: string;
  rows: {
    name: string;
    unit: string;
    baseline: string;
    now: string;
    target: string;
    /** Position of `now` when baseline is 0 and target 100, below 0 and above 100 too; "" where undefined. */
    position: string;
    status: string;
  }[];
}

/** A row's series with its target and the straight path to it. */
export interface Trend {
  years: string[];
  /** The report's. */
  year: string;
  series: TrendSeries[];
  /** The path to the target, by year; [] where there is none. */
  path: string[];
  /** The target in words. */
  target: string;
  /** Level lines: one for a threshold or a baseline, two for a band, [] where the target is no figure. */
  levels: string[];
  /** 目标 or 基期; "" without level lines. */
  levelName: string;
  /** The lowest and the highest figure that the axis must hold. */
  low: string;
  high: string;
  /** What no figure of the row can pass, nor the axis; "" where there is no such limit. */
  limit: string;
  /** Stands before each figure of the axis: 1： of a ratio; "" otherwise. */
  tickPrefix: string;
}

export interface TrendSeries {
  name: string;
  values: string[];
  shown: string[];
  /** No two years running have data: a survey. Its points are joined all the same, by a broken line. */
  surveyed: boolean;
}
