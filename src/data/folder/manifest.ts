import { z } from "zod";
import { GRADED_CODES, type Issue } from "../../issues/issue.js";
import { nearest } from "../../terms/nearest.js";
import { readDocument, type PlanDocument } from "../../yaml/document.js";
import { finding, type Finding, type Path } from "../../yaml/finding.js";
import { valueAt } from "../../plan/draft.js";
import { NO_MANIFEST, type Manifest, type Silence } from "../dataset.js";

/** YAML leaves a key without a value null; that says as little as no key. */
const text = z.string().nullable().default(null);

const needed = z.string().trim().min(1);

/** A finding on one cell that people looked into, and why it may stand. */
const silenceSchema = z.strictObject({
  code: z.enum(GRADED_CODES),
  file: needed.transform((file) => file.replaceAll("\\", "/")),
  sheet: needed,
  cell: needed.transform((cell) => cell.replaceAll("$", "").toUpperCase()),
  reason: needed,
});

const manifestSchema = z.strictObject({
  region: text,
  status: z.enum(["示例", "初步", "最终"]).nullable().default(null),
  review: z.enum(["初稿", "送审稿", "定稿"]).nullable().default(null),
  issuedBy: text,
  notes: z
    .union([z.string().transform((note) => [note]), z.array(z.string())])
    .nullable()
    .default([]),
  silences: z.array(silenceSchema).nullable().default([]),
});

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
    const raw = document.raw;
    const issues = document.locate(parsed.error.issues.flatMap((problem) => findings(problem, raw)));
    return { manifest: NO_MANIFEST, issues: [...document.issues, ...issues].sort(byLine) };
  }
  const { region, status, review, issuedBy, notes, silences } = parsed.data;
  return {
    manifest: {
      region: region ?? "",
      status: status ?? "",
      review: review ?? "",
      issuedBy: issuedBy ?? "",
      notes: notes ?? [],
      silences: (silences ?? []).map((each, index) => silenceOf(each, index, document)),
    },
    issues: document.issues,
  };
}

function byLine(a: Issue, b: Issue): number {
  return (a.where?.line ?? 0) - (b.where?.line ?? 0);
}

function silenceOf(spec: z.output<typeof silenceSchema>, index: number, document: PlanDocument): Silence {
  const { code, file, sheet, cell } = spec;
  const args = { code, cell: `${file}“${sheet}”${cell}` };
  const [idle] = document.locate([finding("data/idle-silence", ["silences", index, "code"], args)]);
  if (idle === undefined) throw new Error("A finding was lost while it was located");
  return { ...spec, idle };
}

const KEYS = Object.keys(manifestSchema.shape);
const SILENCE_KEYS = Object.keys(silenceSchema.shape);

type SchemaIssue = z.core.$ZodIssue;

function findings(problem: SchemaIssue, raw: unknown): Finding[] {
  const path = problem.path.filter((step) => typeof step !== "symbol");
  const name = path.findLast((step) => typeof step === "string") ?? "";
  if (problem.code === "unrecognized_keys") {
    return problem.keys.map((key) => unknownKey(path, key));
  }
  if (path[0] === "silences" && name === "code") return [unknownCode(path, valueAt(raw, path))];
  const allowed = problem.code === "invalid_value" ? problem.values.map(String) : [];
  return [finding("data/manifest-value", path, { key: name, allowed })];
}

function unknownKey(path: Path, key: string): Finding {
  const keys = path.length === 0 ? KEYS : SILENCE_KEYS;
  return finding("data/manifest-key", [...path, key], { key, nearest: nearest(key, keys), keys }, "key");
}

function unknownCode(path: Path, value: unknown): Finding {
  const code = typeof value === "string" ? value : "";
  return finding("data/silence-code", path, { code, nearest: nearest(code, GRADED_CODES) });
}
