import type { Figure } from "../figure.js";
import type { Doubt, Thing } from "./names.js";
import type { Time } from "./times.js";

/**
 * The kinds of word a sentence of figures is made of, each with the letter that stands for it in the patterns of
 * constructions.
 */
export const KINDS = {
  figure: "F",
  subject: "S",
  events: "E",
  site: "W",
  project: "V",
  quantity: "Y",
  milestone: "~",
  time: "T",
  group: "G",
  own: "R",
  other: "O",
  rise: "u",
  fall: "d",
  riseTo: "U",
  fallTo: "D",
  is: "L",
  keep: "K",
  than: "c",
  sameTime: "I",
  compared: "q",
  higher: "h",
  lower: "l",
  better: "b",
  goal: "t",
  otherGoal: "w",
  meets: "m",
  not: "N",
  short: "g",
  gap: "v",
  distance: "j",
  from: "f",
  respectively: "r",
  alike: "e",
  and: "a",
  comma: ",",
  stop: ";",
  open: "(",
  close: ")",
  yearly: "y",
  upsAndDowns: "#",
  total: "k",
  streak: "n",
  early: "<",
  run: "=",
  nth: "!",
  status: "z",
  pooled: "p",
  intent: "P",
  survey: "H",
  of: "o",
  items: "i",
  projects: "J",
  measures: "/",
  nature: "B",
  all: "A",
  level: "s",
  rate: "Q",
  need: "X",
  alert: "C",
  domain: "M",
  zero: "Z",
  extreme: "^",
  most: "&",
  oneOfTwo: "@",
  cell: "|",
  unit: "%",
  loose: "x",
  filler: "_",
} as const;

export type Kind = keyof typeof KINDS;

export interface Token {
  kind: Kind;
  text: string;
  start: number;
  end: number;
  figures: readonly Figure[];
  times: readonly Time[];
  things: readonly Thing[];
  doubt: Doubt;
  /** A colon stands behind it: what follows is no more of it. */
  isHeading: boolean;
}

export function token(kind: Kind, text: string, start: number, more: Partial<Token> = {}): Token {
  return {
    kind,
    text,
    start,
    end: start + text.length,
    figures: [],
    times: [],
    things: [],
    doubt: null,
    isHeading: false,
    ...more,
  };
}

export function lettersOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind }) => KINDS[kind]).join("");
}
