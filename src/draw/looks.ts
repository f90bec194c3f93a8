import { isStatus, STATUS } from "../terms/status.js";
import { GREY, INK, WHITE, type Mark, type MarkShape, type Point, type Texture } from "./drawing.js";

export interface Look {
  /** The letter that heat maps print for it. */
  letter: string;
  ink: string;
  fill: string;
  texture: Texture | null;
  /** Ink for words upon the fill. */
  upon: string;
}

/** How a status is drawn; what is no status is drawn plainly. */
export function lookOf(status: string): Look {
  if (!isStatus(status)) return { letter: "", ink: INK, fill: GREY, texture: null, upon: WHITE };
  const { letter, ink, fill, dark, texture } = STATUS[status];
  return { letter, ink, fill, texture, upon: dark ? WHITE : INK };
}

/** The marks of the tables as shapes, so that they stand exactly where they are put. */
const SHAPES: Readonly<Record<string, { shape: MarkShape; hollow: boolean }>> = {
  "●": { shape: "circle", hollow: false },
  "○": { shape: "circle", hollow: true },
  "▲": { shape: "triangle", hollow: false },
  "△": { shape: "triangle", hollow: true },
  "■": { shape: "square", hollow: false },
  "□": { shape: "square", hollow: true },
  "▼": { shape: "pointingDown", hollow: false },
  "◎": { shape: "ringed", hollow: true },
  "◇": { shape: "diamond", hollow: true },
};

/** The mark of a status, as in the tables. */
export function statusMark(status: string, { x, y }: Point, radius: number): Mark {
  const known = isStatus(status) ? SHAPES[STATUS[status].mark] : undefined;
  const { shape, hollow } = known ?? { shape: "circle", hollow: false };
  return { kind: "mark", x, y, shape, hollow, ink: lookOf(status).ink, radius };
}
