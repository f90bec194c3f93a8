import * as z from "zod/mini";
import { UTF8_ONLY } from "../../files/decode.js";
import { jsonOf } from "../../files/json.js";
import { readText } from "../../files/read.js";
import { FLAGS } from "../../terms/flag.js";
import { ALERTS } from "../../terms/alert.js";
import { STATUSES } from "../../terms/status.js";
import type { DistrictRow } from "./gather.js";

/* score.json, as far as many of them are added up. */

/** 90 rows with their trends take some 100 kB. */
const MOST_BYTES = 20 * 1024 * 1024;

const rawCounts = z.object({ numerator: z.number(), denominator: z.number() });
const fields = {
  id: z.string(),
  unit: z.string(),
  value: z.nullable(z.number()),
  counts: z.nullable(z.extend(rawCounts, { pooled: z.nullable(rawCounts) })),
  status: z.enum(STATUSES),
  alert: z.nullable(z.enum(ALERTS)),
  flags: z.array(z.enum(FLAGS)),
};
const scoreShape = z.object({
  schemaVersion: z.literal(1),
  year: z.int(),
  dataStatus: z.string(),
  plans: z.array(
    z.object({
      plan: z.string(),
      rows: z.array(z.object({ ...fields, parts: z.array(z.object(fields)) })),
    }),
  ),
});

/** A row as it is read: its unit tells whether it is the plan's own. */
export type ScoredFigure = DistrictRow & { unit: string };

/** What a district's score.json says. */
export interface ScoreFile {
  year: number;
  /** 示例, 初步, 最终 or "". */
  dataStatus: string;
  /** Rows in the order of the file, parts behind their row. */
  plans: readonly { plan: string; rows: readonly ScoredFigure[] }[];
}

/** Reads one; what it is instead is a reason in words. */
export async function readScoreFile(
  file: string,
): Promise<{ score: ScoreFile; reason: null } | { score: null; reason: string }> {
  const { text, refusal } = await readText(file, MOST_BYTES, UTF8_ONLY);
  if (refusal !== null) return { score: null, reason: refusal.reason };
  const score = scoreOf(jsonOf(text));
  return score === null
    ? { score, reason: "内容不是这个版本的 report batch 写出的" }
    : { score, reason: null };
}

/** The scores of a document of `report score --format json`; null for what is none. */
export function scoreOf(content: unknown): ScoreFile | null {
  const { data } = scoreShape.safeParse(content);
  if (data === undefined) return null;
  const plans = data.plans.map(({ plan, rows }) => ({
    plan,
    rows: rows.flatMap(({ parts, ...row }) => [row, ...parts]),
  }));
  return { year: data.year, dataStatus: data.dataStatus, plans };
}
