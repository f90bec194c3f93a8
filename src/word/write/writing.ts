import type { Bookmarks } from "./runs.js";

/** What the pieces of one document share while they are written. */
export interface Writing {
  bookmarks: Bookmarks;
  /** PNG pictures by chart and place; none where no browser made them. */
  pictures: ReadonlyMap<string, Uint8Array>;
  /** Pictures set so far. */
  drawn: number;
}
