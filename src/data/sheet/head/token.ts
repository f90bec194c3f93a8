import type { Other, Role } from "./words.js";

/** One word of a heading, where it begins, and what it says. */
export type Token = { word: string; at: number } & Meaning;

export type Meaning =
  /** What the column holds, where that is no figure. */
  | { says: "role"; role: Role }
  /** `short`: 25年. */
  | { says: "year"; year: number; short: boolean }
  | { says: "relative"; which: "this" | "previous" | "base" }
  /** The row's own figure; `more` where that is to be told. */
  | { says: "actual"; more: "preliminary" | "confirmed" | null }
  | { says: "other"; other: Other }
  | { says: "own" }
  | { says: "unit"; unit: string }
  /** Nothing that matters. */
  | { says: "harmless" };

/** A text cut into words; `left` is what nobody understands, stretch by stretch. */
export interface Segmented {
  tokens: readonly Token[];
  left: readonly { word: string; at: number }[];
}

/** A heading with every word accounted for. */
export interface Heading {
  /**
   * What its column holds. value, previous, base: the row's figures of this, the last, the base year; yearValue: of
   * `year`; null: figures that are not the row's own, or nobody knows what.
   */
  role: Role | "yearValue" | null;
  /** The year it names, also where it is another figure's; null for none. */
  year: number | null;
  /** It names the year by another's: 本年数 under 2025年; null where it does not. */
  relative: "this" | "previous" | "base" | null;
  /** It speaks of figures, whether or not they are the row's own. */
  figures: boolean;
  /** What makes its figures others than the row's own, and the word that says so. */
  other: { other: Other; word: string } | null;
  /** What is to be told of figures that are read: 快报, 25年, 占比 of women. */
  noted: readonly { why: "preliminary" | "confirmed" | "short" | "share"; word: string }[];
  /** The one unit it gives, as plans write it; "" for none or several. */
  unit: string;
  /** What nobody understands; "" where all is understood. */
  leftover: string;
  /** As it stands, its rows top to bottom: "2025年|目标". */
  text: string;
}

/** What a text around a table says of its figures: a title, a banner, a note, the name of a sheet or file. */
export interface Heard {
  /** What makes the figures others than the indicators' own, and the word that says so; null for nothing. */
  other: Heading["other"];
  /** It names the plan's own region. */
  own: boolean;
  /** The one unit it gives for all figures: 单位：人; "" for none. */
  unit: string;
  /** A word of which only a person knows whether it makes the figures others; "" for none. */
  asked: string;
  /** Whether that word is one of the lists. */
  known: boolean;
}
