import * as z from "zod/mini";
import { staysInside } from "../../files/inside.js";
import { ALERTS, type Alert } from "../../terms/alert.js";
import { STATUSES, type Status } from "../../terms/status.js";

const text = z.string();
/** Joined to the folder of the reports or of the data. */
const place = z.string().check(z.refine(staysInside));
const number = z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/u));
const status = z.custom<Status>((value) => STATUSES.some((each) => each === value));
const alert = z.nullable(z.custom<Alert>((value) => ALERTS.some((each) => each === value)));

/** What a report says: taken down when it is printed, frozen by `report publish`, compared by `report diff`. */
const statementShape = z.object({
  kind: z.enum(["annual", "midterm", "final"]),
  /** 稿次 when it was printed; `sample`: 示例数据. */
  review: text,
  sample: z.boolean(),
  tally: z.record(text, z.number()),
  rates: z.record(text, z.object({ n: z.number(), of: z.number() })),
  /** Rows and parts. `shown` "" where there is no figure. */
  rows: z.array(z.object({ id: text, name: text, status, alert, shown: text })),
  projects: z.array(z.object({ id: text, name: text, status: text })),
  /** Every figure of the data tables: as printed, and exactly. `group` "" for the district's own. */
  figures: z.array(z.object({ indicator: text, year: z.number(), group: text, shown: text, value: number })),
  /** The running text in order, with the heading it stands under. */
  sentences: z.array(z.object({ part: text, text })),
  /** What was found wanting and what was asked for, line by line, tables included. */
  problems: z.array(text),
  recommendations: z.array(text),
});
export type Statement = z.infer<typeof statementShape>;

const fileShape = z.object({ file: place, sha256: text });

/** A report as a run printed it: provenance.json holds one for each report of its folder. */
const printedShape = z.object({
  plan: z.object({ id: text, title: text }),
  year: z.number(),
  asOf: text,
  draft: z.boolean(),
  versions: z.object({ tool: text, browser: text }),
  method: z.record(text, z.unknown()),
  inputs: z.array(z.extend(fileShape, { bytes: z.number() })),
  statement: statementShape,
  outputs: z.array(z.object({ name: place, sha256: text })),
});
export type PrintedReport = z.infer<typeof printedShape>;

/** The reports among the blocks of a provenance.json, by their names. */
export function printedReports(blocks: Readonly<Record<string, unknown>>): NamedReport[] {
  return Object.entries(blocks).flatMap(([name, block]) => {
    const { success, data } = printedShape.safeParse(block);
    return success ? [{ name, ...data }] : [];
  });
}

/** A printed report and its file name without extension. */
export interface NamedReport extends PrintedReport {
  name: string;
}

/** One file under 已发布/. */
export const publishedShape = z.extend(printedShape, {
  schemaVersion: z.literal(1),
  /** The report's file name without extension. */
  name: text,
  edition: z.int().check(z.positive()),
  /** The day it was frozen. */
  published: text,
  /** The first edition, for the others. */
  first: z.nullable(fileShape),
});
export type PublishedContent = z.infer<typeof publishedShape>;

/** A published report, and the file it stands in, relative to the data folder. */
export interface Published extends PublishedContent {
  file: string;
  sha256: string;
}
