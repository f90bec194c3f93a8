import type * as z from "zod/mini";
import type { Issue } from "../issues/issue.js";
import type { SchemaFault } from "../issues/yaml.js";
import { readDocument, type YamlDocument } from "./document.js";
import type { Finding, Path } from "./finding.js";
import type { Noun } from "./refused.js";
import { allKeys } from "./schema-at.js";
import { readSchema } from "./schema-faults.js";

/** One kind of YAML file: what it is called, what it may hold, and in which codes its faults are told. */
export interface YamlKind<S extends z.ZodMiniType> {
  noun: Noun;
  schema: S;
  /** Characters it may have where that is more than any other YAML file has. */
  most?: number;
  finding: (fault: SchemaFault, path: Path, under: Finding["under"]) => Finding;
}

/** A YAML file as its schema reads it. */
export interface YamlReading<T> {
  /** Null where the schema does not allow what stands there. */
  value: T | null;
  /** Findings of the schema; those of the text are in `document.issues`. */
  findings: Finding[];
  document: YamlDocument;
}

/**
 * Reads the text of a YAML file, which findings call `file`. Every fault is a finding, none an exception; where
 * the text is no YAML, `document.raw` is undefined and the schema is not asked.
 */
export function readYaml<S extends z.ZodMiniType>(
  file: string,
  text: string,
  kind: YamlKind<S>,
): YamlReading<z.output<S>> {
  const { noun, schema, most, finding } = kind;
  const keys = allKeys(schema);
  const document = readDocument(file, text, { noun, keys, ...(most === undefined ? {} : { most }) });
  if (document.raw === undefined) return { value: null, findings: [], document };
  const { value, faults } = readSchema(schema, document.raw);
  return { value, findings: faults.map(({ fault, path, under }) => finding(fault, path, under)), document };
}

/** Nobody mends more in one go; a file that is something else altogether would have thousands. */
const MAX_FINDINGS = 200;

/** The issues of a text and of its findings, in the order of the file. */
export function issuesOf(document: YamlDocument, findings: readonly Finding[]): Issue[] {
  const line = ({ where }: Issue) => where?.line ?? 0;
  const column = ({ where }: Issue) => where?.column ?? 0;
  return [...document.issues, ...document.locate(findings.slice(0, MAX_FINDINGS))].sort(
    (a, b) => line(a) - line(b) || column(a) - column(b),
  );
}
