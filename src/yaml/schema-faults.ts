import { tableOf } from "../terms/table-of.js";
import * as z from "zod/mini";
import type { SchemaFault } from "../issues/yaml.js";
import { nearest } from "../terms/nearest.js";
import type { Path } from "./finding.js";
import { choicesOf, keysIn, meaningAt, schemaAt } from "./schema-at.js";
import { valueAt } from "./value-at.js";

/** A fault, its place, and whether that is a key or its value. */
export interface PlacedFault {
  path: Path;
  under: "key" | "value";
  fault: SchemaFault;
}

type SchemaIssue = z.core.$ZodIssue;

const EXPECTED = tableOf<string>({
  string: "文字",
  number: "数",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "“键: 值”的一组内容",
  record: "“键: 值”的一组内容",
});

/** What is read: a file's plain data, and the schema that rules it. */
interface Reading {
  schema: z.ZodMiniType;
  raw: unknown;
}

/** A file's data as the schema reads them, or null and what it does not allow: zod's English never reaches the user. */
export function readSchema<S extends z.ZodMiniType>(
  schema: S,
  raw: unknown,
): { value: z.output<S> | null; faults: PlacedFault[] } {
  // zod would compile the schema to code first, which takes longer than reading one file without.
  const parsed = schema.safeParse(raw, { jitless: true });
  return parsed.success
    ? { value: parsed.data, faults: [] }
    : { value: null, faults: parsed.error.issues.flatMap((each) => translate(each, { schema, raw })) };
}

function translate(found: SchemaIssue, reading: Reading): PlacedFault[] {
  const path = found.path as Path;
  switch (found.code) {
    case "unrecognized_keys":
      return found.keys.map((key) => unknownKey(path, key, reading));
    case "invalid_type":
      return [wrongType(path, expectedOf(found.expected), reading)];
    case "invalid_value":
      return [notAChoice(path, found.values.map(String), reading)];
    case "invalid_union":
      return ofUnion(found, path, reading);
    case "too_small":
    case "too_big":
      return [outOfLimits(found, path)];
    case "invalid_format":
    case "custom":
      return [badFormat(path, found.message, reading)];
    default:
      throw new Error(`No wording for the schema issue ${found.code}`);
  }
}

function expectedOf(type: string): string {
  return EXPECTED[type] ?? type;
}

function unknownKey(path: Path, key: string, { schema, raw }: Reading): PlacedFault {
  const known = keysIn(schemaAt(schema, path, raw));
  const fault = { fault: "unknown-key", key, nearest: nearest(key, known), known } as const;
  return { path: [...path, key], under: "key", fault };
}

function wrongType(path: Path, expected: string, reading: Reading): PlacedFault {
  const key = keyOf(path);
  const value = valueAt(reading.raw, path);
  if (value === undefined) return missing(path, reading);
  if (value === null) return { path, under: "key", fault: { fault: "empty-value", key } };
  return { path, under: "value", fault: { fault: "wrong-type", key, value: shown(value), expected } };
}

function missing(path: Path, { schema, raw }: Reading): PlacedFault {
  const fault = { fault: "missing-key", key: keyOf(path), meaning: meaningAt(schema, path, raw) } as const;
  return { path, under: "value", fault };
}

function notAChoice(path: Path, choices: readonly string[], reading: Reading): PlacedFault {
  const key = keyOf(path);
  const value = valueAt(reading.raw, path);
  if (value === undefined) return missing(path, reading);
  const written = shown(value);
  const fault = {
    fault: "not-a-choice",
    key,
    value: written,
    choices,
    nearest: nearest(written, choices),
  } as const;
  return { path, under: "value", fault };
}

/**
 * Of a union whose members a key tells apart, zod names that key; of any other, what each member objects to.
 * Where one member takes the value's kind, its objections are meant; else none fits.
 */
function ofUnion(found: z.core.$ZodIssueInvalidUnion, path: Path, reading: Reading): PlacedFault[] {
  const union = schemaAt(reading.schema, path.slice(0, -1), reading.raw);
  if (union instanceof z.ZodMiniDiscriminatedUnion) return [notAChoice(path, choicesOf(union), reading)];
  const inside = found.errors.filter((issues) => issues.every((each) => each.path.length > 0));
  const [meant] = inside;
  if (meant !== undefined && inside.length === 1) {
    return meant.flatMap((each) => translate({ ...each, path: [...path, ...each.path] }, reading));
  }
  const kinds = found.errors
    .flat()
    .flatMap((each) => (each.code === "invalid_type" ? [expectedOf(each.expected)] : []));
  return [wrongType(path, [...new Set(kinds)].join("或"), reading)];
}

function outOfLimits(found: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path): PlacedFault {
  const key = keyOf(path);
  const small = found.code === "too_small";
  const counted = found.origin === "string" || found.origin === "array";
  if (small && counted && Number(found.minimum) <= 1) {
    return { path, under: "key", fault: { fault: "empty-value", key } };
  }
  const unit = found.origin === "array" ? "项" : found.origin === "string" ? "个字" : "";
  const limit = small
    ? `不能${unit === "" ? "小" : "少"}于${found.minimum}${unit}`
    : `不能${unit === "" ? "大" : "多"}于${found.maximum}${unit}`;
  return { path, under: "value", fault: { fault: "out-of-limits", key, limit } };
}

function badFormat(path: Path, rule: string, { raw }: Reading): PlacedFault {
  const fault = { fault: "bad-format", key: keyOf(path), value: shown(valueAt(raw, path)), rule } as const;
  return { path, under: "value", fault };
}

/** The name a user knows the place by: the last key of the path that is not a list position. */
function keyOf(path: Path): string {
  return path.findLast((step): step is string => typeof step === "string") ?? "";
}

/** A value as it may be quoted in a message. */
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[…]" : "{…}";
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
