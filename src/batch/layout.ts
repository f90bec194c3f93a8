import type { Shard } from "./shard.js";

/*
 * What a run of many districts leaves in its OUT:
 *   OUT/<code>/            what `report annual` (midterm, final) writes of the district
 *   OUT/<code>/score.json  what `report score --format json` prints of it
 *   OUT/<code>/stamp.json  from what it was made; written last
 *   OUT/_shards/2-of-3.jsonl  how it went with the districts of a shard
 */

/** Every district's folder has one, also of a district whose report is held up by errors in its data. */
export const SCORE_FILE = "score.json";

/** Tells what the other files beside it were made from: no stamp, no finished district. */
export const STAMP_FILE = "stamp.json";

/** No district is called so: codes are digits. */
export const SHARDS_FOLDER = "_shards";

/** The log of a shard, in SHARDS_FOLDER. */
export function shardFile({ index, of }: Shard): string {
  return `${index}-of-${of}.jsonl`;
}

/** The shard of a log by its name; null for another file. */
export function shardOfFile(name: string): Shard | null {
  const [, index, of] = /^([1-9]\d*)-of-([1-9]\d*)\.jsonl$/u.exec(name) ?? [];
  return index === undefined ? null : { index: Number(index), of: Number(of) };
}
