import { z } from "zod";
import { EXCUSABLE_CODES, type Issue } from "../../issues/issue.js";
import type { SchemaFault } from "../../issues/yaml.js";
import type { YamlDocument } from "../../yaml/document.js";
import { finding, type Finding, type Path } from "../../yaml/finding.js";
import { issuesOf, readYaml, type YamlKind } from "../../yaml/read.js";
import { NO_MANIFEST, REVIEWS, type Manifest, type Silence } from "../dataset.js";
import { cellText } from "../../issues/place.js";

/** YAML leaves a key without a value null; that says as little as no key. */
const text = z.string().nullable().default(null);

const needed = z.string().trim().min(1);

/** A finding on one cell that people looked into, and why it may stand. */
const silenceSchema = z.strictObject({
  code: z.enum(EXCUSABLE_CODES),
  file: needed.transform((file) => file.replaceAll("\\", "/")),
  sheet: needed,
  cell: needed.transform((cell) => cell.replaceAll("$", "").toUpperCase()),
  reason: needed,
});

/** A number with its unit, as it is to be printed; a bare one counts people. */
const people = z
  .union([z.string().trim(), z.number().transform((count) => `${count}人`)])
  .nullable()
  .default(null);

/** What the lead of a report says of the district. */
const contextSchema = z.strictObject({ population: people, women: people, births: people, source: text });

const manifestSchema = z.strictObject({
  region: text,
  status: z.enum(["示例", "初步", "最终"]).nullable().default(null),
  review: z.enum(REVIEWS).nullable().default(null),
  issuedBy: text,
  context: contextSchema.nullable().default(null),
  notes: z
    .union([z.string().transform((note) => [note]), z.array(z.string())])
    .nullable()
    .default([]),
  silences: z.array(silenceSchema).nullable().default([]),
});

/** The manifest as a YAML file. */
const MANIFEST_FILE: YamlKind<typeof manifestSchema> = {
  noun: "数据说明",
  schema: manifestSchema,
  finding: manifestFinding,
};

function manifestFinding(fault: SchemaFault, path: Path, under: Finding["under"]): Finding {
  if (fault.fault === "unknown-key") return finding("data/manifest-key", path, fault, under);
  const isCode = path[0] === "silences" && path.at(-1) === "code";
  if (isCode && fault.fault === "not-a-choice") {
    return finding("data/silence-code", path, { code: fault.value, nearest: fault.nearest }, under);
  }
  return finding("data/manifest-value", path, fault, under);
}

/**
 * Reads the text of manifest.yaml. Every slip is a finding with its line and column; the manifest is
 * then as if empty, so that nothing half-read reaches a cover page.
 */
export function parseManifest(file: string, content: string): { manifest: Manifest; issues: Issue[] } {
  const { document, value, findings } = readYaml(file, content, MANIFEST_FILE);
  // A file of comments says as little as none.
  const issues = issuesOf(document, document.raw === null ? [] : findings);
  if (value === null) return { manifest: NO_MANIFEST, issues };
  const { region, status, review, issuedBy, context, notes, silences } = value;
  return {
    manifest: {
      region: region ?? "",
      status: status ?? "",
      review: review ?? NO_MANIFEST.review,
      issuedBy: issuedBy ?? "",
      context: {
        population: context?.population ?? "",
        women: context?.women ?? "",
        births: context?.births ?? "",
        source: context?.source ?? "",
      },
      notes: notes ?? [],
      silences: (silences ?? []).map((each, index) => silenceOf(each, index, document)),
    },
    issues,
  };
}

function silenceOf(spec: z.output<typeof silenceSchema>, index: number, document: YamlDocument): Silence {
  const { code, file, sheet, cell } = spec;
  const args = { code, cell: cellText({ file, sheet, cell }) };
  const [idle] = document.locate([finding("data/idle-silence", ["silences", index, "code"], args)]);
  if (idle === undefined) throw new Error("A finding was lost while it was located");
  return { ...spec, idle };
}
