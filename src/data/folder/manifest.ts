import * as z from "zod/mini";
import { EXCUSABLE_CODES, type Issue } from "../../issues/issue.js";
import type { SchemaFault } from "../../issues/yaml.js";
import type { YamlDocument } from "../../yaml/document.js";
import { finding, type Finding, type Path } from "../../yaml/finding.js";
import { issuesOf, readYaml, type YamlKind } from "../../yaml/read.js";
import { NO_MANIFEST, REVIEWS, type Manifest, type Silence } from "../dataset.js";
import { cellText } from "../../issues/place.js";

/** A key that says nothing, or is not there, is null. */
function orNull<T extends z.ZodMiniType>(thing: T) {
  return z._default(z.nullable(thing), null);
}

/** YAML leaves a key without a value null; that says as little as no key. */
const text = orNull(z.string());

const needed = z.string().check(z.trim(), z.minLength(1));

/** A finding on one cell that people looked into, and why it may stand. */
const silenceSchema = z.strictObject({
  code: z.enum(EXCUSABLE_CODES),
  file: z.pipe(
    needed,
    z.transform((file: string) => file.replaceAll("\\", "/")),
  ),
  sheet: needed,
  cell: z.pipe(
    needed,
    z.transform((cell: string) => cell.replaceAll("$", "").toUpperCase()),
  ),
  reason: needed,
});

/** A number with its unit, as it is to be printed; a bare one counts people. */
const people = orNull(
  z.union([
    z.string().check(z.trim()),
    z.pipe(
      z.number(),
      z.transform((count: number) => `${count}人`),
    ),
  ]),
);

/** What the lead of a report says of the district. */
const contextSchema = z.strictObject({ population: people, women: people, births: people, source: text });

const manifestSchema = z.strictObject({
  region: text,
  status: orNull(z.enum(["示例", "初步", "最终"])),
  review: orNull(z.enum(REVIEWS)),
  issuedBy: text,
  context: orNull(contextSchema),
  notes: orNull(
    z.union([
      z.pipe(
        z.string(),
        z.transform((note: string) => [note]),
      ),
      z.array(z.string()),
    ]),
  ),
  silences: orNull(z.array(silenceSchema)),
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
