import { sha256 } from "../files/digest.js";
import type { ReportKind } from "../narrative/narrative.js";
import type { BoundModel } from "../report/model.js";
import type { ReportOf } from "../word/compare/rechecked.js";

/* What an amended copy of a report is known by: written into every Word file, and read from those that come back. */

const ID = /^(.+)-(\d{4})-(annual|midterm|final)(-public)?$/u;

/** women-2025-annual, women-2025-annual-public. */
export function reportId({ plan, year, kind, edition }: ReportOf): string {
  return `${plan}-${year}-${kind}${edition === "public" ? "-public" : ""}`;
}

/** The report of an id; null for what is none. */
export function reportOfId(id: string): ReportOf | null {
  const [, plan, year, kind, open] = ID.exec(id) ?? [];
  if (plan === undefined) return null;
  const edition = open === undefined ? "internal" : "public";
  return { plan, year: Number(year), kind: kind as ReportKind, edition };
}

/** Whether two files were made of the same report. */
export function modelHash(model: BoundModel): string {
  return sha256(Buffer.from(JSON.stringify(model)));
}
