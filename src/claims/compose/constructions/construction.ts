import type { Composing, Parts } from "../emit.js";

/** One way of saying something about figures. */
export interface Construction {
  name: string;
  /** How people write it. */
  examples: readonly string[];
  /** Over the letters of the kinds of token (grammar/token.ts); each group is one token. */
  pattern: string;
  /** Notes what is claimed. False: the words do not mean this after all. */
  read: (parts: Parts, composing: Composing) => boolean;
}
