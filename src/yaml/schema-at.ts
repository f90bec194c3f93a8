import { z } from "zod";
import { tableOf } from "../terms/table-of.js";
import type { Path } from "./finding.js";
import { field, valueAt } from "./value-at.js";

type Schema = z.ZodType | undefined;

/**
 * The schema that rules the value at `path` of what `root` rules; where that is a union, the member `raw` is
 * meant for, or the union itself where nothing tells. Undefined where the schema has no such place.
 */
export function schemaAt(root: z.ZodType, path: Path, raw: unknown): Schema {
  let schema: Schema = root;
  for (const [depth, step] of path.entries())
    schema = child(member(schema, valueAt(raw, path.slice(0, depth))), step);
  return member(schema, valueAt(raw, path));
}

function child(schema: Schema, step: string | number): Schema {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodObject) return shapeOf(schema)[String(step)];
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

function shapeOf(schema: z.ZodObject): Readonly<Record<string, z.ZodType>> {
  return tableOf(schema.shape as Record<string, z.ZodType>);
}

/** The keys a mapping may have; [] for what is no mapping. */
export function keysIn(schema: Schema): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** What the key that tells a union's members apart may say. */
export function choicesOf(union: z.ZodDiscriminatedUnion): string[] {
  const key = union.def.discriminator;
  return formsOf(union).flatMap((form) => [...valuesOf(form, key)].map(String));
}

function member(schema: Schema, value: unknown): Schema {
  const inner = bare(schema);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const told = field(value, inner.def.discriminator);
    return formsOf(inner).find((form) => valuesOf(form, inner.def.discriminator).has(told)) ?? inner;
  }
  if (!(inner instanceof z.ZodUnion)) return inner;
  const options = (inner.options as z.ZodType[]).map(bare);
  return options.find((option) => kindOf(option) === kindOfValue(value)) ?? inner;
}

function formsOf(union: z.ZodDiscriminatedUnion): z.ZodObject[] {
  return union.options as unknown as z.ZodObject[];
}

function valuesOf(form: z.ZodObject, key: string): ReadonlySet<unknown> {
  const literal = bare(shapeOf(form)[key]);
  return literal instanceof z.ZodLiteral ? literal.values : new Set();
}

type Kind = "list" | "mapping" | "other";

function kindOf(schema: Schema): Kind {
  if (schema instanceof z.ZodArray) return "list";
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord ? "mapping" : "other";
}

function kindOfValue(value: unknown): Kind {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "mapping" : "other";
}

/** A schema without what makes its value optional, gives it a default or changes it once it is read. */
export function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch
  ) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** Every key that any mapping of the schema may have. */
export function allKeys(root: z.ZodType): Set<string> {
  const keys = new Set<string>();
  const seen = new Set<Schema>();
  const walk = (schema: Schema): void => {
    const inner = bare(schema);
    if (inner === undefined || seen.has(inner)) return;
    seen.add(inner);
    for (const key of keysIn(inner)) keys.add(key);
    childrenOf(inner).forEach(walk);
  };
  walk(root);
  return keys;
}

function childrenOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodObject) {
    const members = shapeOf(schema);
    return Object.values(members);
  }
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [];
}
