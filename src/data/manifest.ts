import { z } from "zod";
import type { Issue } from "../issue.js";
import { nearest } from "../nearest.js";
import { readDocument } from "../plan/document.js";
import { finding, type Finding } from "../plan/finding.js";
import type { Manifest } from "./dataset.js";

/** YAML leaves a key without a value null; that says as little as no key. */
const text = z.string().nullable().default(null);

const manifestSchema = z.strictObject({
  region: text,
  status: z.enum(["示例", "初步", "最终"]).nullable().default(null),
  review: z.enum(["初稿", "送审稿", "定稿"]).nullable().default(null),
  issuedBy: text,
  notes: z
    .union([z.string().transform((note) => [note]), z.array(z.string())])
    .nullable()
    .default([]),
});

export const NO_MANIFEST: Manifest = { region: "", status: "", review: "", issuedBy: "", notes: [] };

/**
 * Reads the text of manifest.yaml. Every slip is a finding with its line and column; the manifest is
 * then as if empty, so that nothing half-read reaches a cover page.
 */
export function parseManifest(file: string, content: string): { manifest: Manifest; issues: Issue[] } {
  const document = readDocument(file, content);
  if (document.raw === undefined || document.raw === null) {
    return { manifest: NO_MANIFEST, issues: document.issues };
  }
  const parsed = manifestSchema.safeParse(document.raw);
  if (!parsed.success) {
    const issues = document.locate(parsed.error.issues.flatMap(findings));
    return { manifest: NO_MANIFEST, issues: [...document.issues, ...issues].sort(byLine) };
  }
  const { region, status, review, issuedBy, notes } = parsed.data;
  return {
    manifest: {
      region: region ?? "",
      status: status ?? "",
      review: review ?? "",
      issuedBy: issuedBy ?? "",
      notes: notes ?? [],
    },
    issues: document.issues,
  };
}

function byLine(a: Issue, b: Issue): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0);
}

const KEYS = Object.keys(manifestSchema.shape);

type SchemaIssue = z.core.$ZodIssue;

function findings(problem: SchemaIssue): Finding[] {
  const path = problem.path.filter((step) => typeof step !== "symbol");
  if (problem.code === "unrecognized_keys") {
    return problem.keys.map((key) =>
      finding("data/manifest-key", [...path, key], { key, nearest: nearest(key, KEYS), keys: KEYS }, "key"),
    );
  }
  const allowed = problem.code === "invalid_value" ? problem.values.map(String) : [];
  return [finding("data/manifest-value", path, { key: path.join("."), allowed })];
}
