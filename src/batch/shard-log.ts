import * as z from "zod/mini";
import type { Shard } from "./shard.js";

/*
 * A log of a shard, in lines of JSON: first what the shard is of, then a line a district, each written when the
 * district is over. A run that was killed leaves the lines it came to; all that `head.districts` names and no
 * line tells of was not done.
 */

/** Goes up when a field changes its meaning. */
export const LOG_VERSION = 1;

/** What is made of every district: a report, or its score.json alone. */
export const BATCH_KINDS = ["annual", "midterm", "final", "score"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

const text = z.string();
const count = z.int().check(z.nonnegative());
const ordinal = z.int().check(z.positive());

/** What was asked for: with the same, every district comes out the same. */
export const optionsShape = z.strictObject({
  /** Plan ids; none: all. */
  plans: z.array(text),
  formats: z.array(text),
  edition: z.enum(["internal", "public"]),
  /** YYYY-MM-DD */
  asOf: text,
  draft: z.boolean(),
  strict: z.boolean(),
});
export type BatchOptions = z.output<typeof optionsShape>;

const headShape = z.strictObject({
  schemaVersion: z.literal(LOG_VERSION),
  /** The program's version. */
  tool: text,
  kind: z.enum(BATCH_KINDS),
  year: z.int(),
  /** SHA-256 over the plan files of every district of the list, of this shard or not: shards of one run agree. */
  plans: text,
  shard: ordinal,
  of: ordinal,
  options: optionsShape,
  /** How many districts the list has, those of the other shards included. */
  listed: count,
  /** Those of this shard, by code. */
  districts: z.array(z.strictObject({ code: text, name: text })),
});
export type ShardHead = z.output<typeof headShape>;

const placeShape = z.object({
  file: text,
  line: z.exactOptional(z.number()),
  column: z.exactOptional(z.number()),
  sheet: z.exactOptional(text),
  cell: z.exactOptional(text),
});

/** Why a district was not made. */
const failureShape = z.strictObject({
  message: text,
  /** The findings that stop it: errors, with --strict warnings, too; none where it is no matter of findings. */
  findings: z.array(z.strictObject({ code: text, message: text, where: z.nullable(placeShape) })),
});
export type Failure = z.output<typeof failureShape>;

const lineFields = { code: text, name: text };
const lineShape = z.discriminatedUnion("outcome", [
  /** All of it is written anew. */
  z.strictObject({ ...lineFields, outcome: z.literal("done") }),
  /** It was made before from the same, and its files are as they were then. */
  z.strictObject({ ...lineFields, outcome: z.literal("unchanged") }),
  /** No report; its score.json is of this run where `scored`, else there is none. */
  z.strictObject({
    ...lineFields,
    outcome: z.literal("failed"),
    scored: z.boolean(),
    failure: failureShape,
  }),
]);
export type DistrictLine = z.output<typeof lineShape>;
export type Outcome = DistrictLine["outcome"];

/** A log as it stands. */
export interface ShardLog {
  /** Its path, as whoever reads it names the folder. */
  file: string;
  shard: Shard;
  head: ShardHead;
  /** By code, one a district. */
  lines: readonly DistrictLine[];
}

/** A line of the log, with its end. */
export function logLine(content: ShardHead | DistrictLine): string {
  return `${JSON.stringify(content)}\n`;
}

/** The first line of a log; null for what is none. */
export function headOf(content: unknown): ShardHead | null {
  return headShape.safeParse(content).data ?? null;
}

/** Any other line of it; null for what is none. */
export function districtLineOf(content: unknown): DistrictLine | null {
  return lineShape.safeParse(content).data ?? null;
}

/** The districts of a shard that its log does not tell of: the run was killed, or is not over. */
export function unfinishedIn({ head, lines }: ShardLog): { code: string; name: string }[] {
  const told = new Set(lines.map(({ code }) => code));
  return head.districts.filter(({ code }) => !told.has(code));
}
