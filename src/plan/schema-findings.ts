import { z } from "zod";
import { ISSUES } from "../issues/table.js";
import { nearest } from "../terms/nearest.js";
import { valueAt } from "./draft.js";
import { finding, type Finding, type Path } from "../yaml/finding.js";
import { planSchema, type PlanSpec } from "./schema.js";

type SchemaIssue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  string: "文字",
  number: "数",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "“键: 值”的一组内容",
};

/**
 * The plan as the schema reads it, or null and what zod found, in our own codes: its English never
 * reaches the user.
 */
export function readSchema(raw: unknown): { spec: PlanSpec | null; findings: Finding[] } {
  // zod would compile the schema to code first, which takes longer than reading one plan without.
  const parsed = planSchema.safeParse(raw, { jitless: true });
  return parsed.success
    ? { spec: parsed.data, findings: [] }
    : { spec: null, findings: parsed.error.issues.flatMap((each) => translate(each, raw)) };
}

function translate(found: SchemaIssue, raw: unknown): Finding[] {
  const path = found.path as Path;
  const key = keyOf(path);
  switch (found.code) {
    case "unrecognized_keys":
      return found.keys.map((unknown) => unknownKey(path, unknown, raw));
    case "invalid_type":
      return [wrongType(path, found.expected, raw)];
    case "invalid_value":
      return [notAChoice(path, found.values.map(String), raw)];
    case "invalid_union":
      return [notAChoice(path, unionChoices(path, raw), raw)];
    case "too_small":
    case "too_big":
      return [outOfLimits(found, path)];
    case "invalid_format":
    case "custom":
      return [
        finding("plan/bad-format", path, { key, value: shown(valueAt(raw, path)), rule: found.message }),
      ];
    default:
      throw new Error(`No wording for the schema issue ${found.code}`);
  }
}

function unknownKey(path: Path, key: string, raw: unknown): Finding {
  if (keyOf(path) === "severities" && Object.hasOwn(ISSUES, key)) {
    return finding("plan/severity-fixed", [...path, key], { code: key }, "key");
  }
  const known = keysAt(path, raw);
  return finding("plan/unknown-key", [...path, key], { key, nearest: nearest(key, known), known }, "key");
}

function wrongType(path: Path, expected: string, raw: unknown): Finding {
  const key = keyOf(path);
  const value = valueAt(raw, path);
  if (value === undefined) return finding("plan/missing-key", path, { key });
  if (value === null) return finding("plan/empty-value", path, { key }, "key");
  return finding("plan/wrong-type", path, {
    key,
    value: shown(value),
    expected: EXPECTED[expected] ?? expected,
  });
}

function notAChoice(path: Path, choices: readonly string[], raw: unknown): Finding {
  const key = keyOf(path);
  const value = valueAt(raw, path);
  if (value === undefined) return finding("plan/missing-key", path, { key });
  const written = shown(value);
  return finding("plan/not-a-choice", path, {
    key,
    value: written,
    choices,
    nearest: nearest(written, choices),
  });
}

function outOfLimits(found: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path): Finding {
  const key = keyOf(path);
  if (found.origin === "string" || found.origin === "array") {
    return finding("plan/empty-value", path, { key }, "key");
  }
  const limit = found.code === "too_small" ? `不能小于${found.minimum}` : `不能大于${found.maximum}`;
  return finding("plan/out-of-limits", path, { key, limit });
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

function keysAt(path: Path, raw: unknown): string[] {
  const schema = schemaAt(path, raw);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function unionChoices(path: Path, raw: unknown): string[] {
  const union = bare(schemaAt(path.slice(0, -1), undefined));
  if (!(union instanceof z.ZodDiscriminatedUnion))
    throw new Error(`No union at ${path.join(".")} of ${shown(raw)}`);
  return unionForms(union).flatMap((form) => [...(form.shape as { kind: z.ZodLiteral<string> }).kind.values]);
}

/** The schema that rules the value at `path`; of a union, the member the value names by its kind. */
function schemaAt(path: Path, raw: unknown): z.ZodType | undefined {
  let schema: z.ZodType | undefined = planSchema;
  for (const depth of path.keys()) {
    schema = member(schema, valueAt(raw, path.slice(0, depth)));
    const step = path[depth];
    if (schema instanceof z.ZodArray) schema = schema.element as z.ZodType;
    else if (schema instanceof z.ZodObject)
      schema = (schema.shape as Record<string, z.ZodType>)[String(step)];
    else return undefined;
  }
  return raw === undefined ? schema : member(schema, valueAt(raw, path));
}

function member(schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodDiscriminatedUnion)) return inner;
  const kind = valueAt(value, ["kind"]);
  return unionForms(inner).find((form) =>
    (form.shape as { kind: z.ZodLiteral }).kind.values.has(kind as string),
  );
}

function unionForms(union: z.ZodDiscriminatedUnion): z.ZodObject[] {
  return union.options as unknown as z.ZodObject[];
}

function bare(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}
