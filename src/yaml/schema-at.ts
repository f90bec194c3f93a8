import * as z from "zod/mini";
import { tableOf } from "../terms/table-of.js";
import type { Path } from "./finding.js";
import { field, valueAt } from "./value-at.js";

type Schema = z.ZodMiniType | undefined;

/**
 * The schema that rules the value at `path` of what `root` rules; where that is a union, the member `raw` is
 * meant for, or the union itself where nothing tells. Undefined where the schema has no such place.
 */
export function schemaAt(root: z.ZodMiniType, path: Path, raw: unknown): Schema {
  let schema: Schema = root;
  for (const [depth, step] of path.entries())
    schema = child(member(schema, valueAt(raw, path.slice(0, depth))), step);
  return member(schema, valueAt(raw, path));
}

/** What the schema says of the value at `path`, in words: 中心值; "" where it says nothing. */
export function meaningAt(root: z.ZodMiniType, path: Path, raw: unknown): string {
  const key = path.at(-1);
  if (key === undefined) return "";
  const own = child(schemaAt(root, path.slice(0, -1), raw), key);
  const said = [own, bare(own)].map((each) => each && z.globalRegistry.get(each)?.description);
  return said.find((each) => each !== undefined) ?? "";
}

function child(schema: Schema, step: string | number): Schema {
  if (schema instanceof z.ZodMiniArray) return schema.def.element as z.ZodMiniType;
  if (schema instanceof z.ZodMiniObject) return shapeOf(schema)[String(step)];
  if (schema instanceof z.ZodMiniRecord) return schema.def.valueType as z.ZodMiniType;
  return undefined;
}

function shapeOf(schema: z.ZodMiniObject): Readonly<Record<string, z.ZodMiniType>> {
  return tableOf(schema.def.shape as Record<string, z.ZodMiniType>);
}

/** The keys a mapping may have; [] for what is no mapping. */
export function keysIn(schema: Schema): string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.def.shape) : [];
}

/** What the key that tells a union's members apart may say. */
export function choicesOf(union: z.ZodMiniDiscriminatedUnion): string[] {
  const key = keyOf(union);
  return formsOf(union).flatMap((form) => [...valuesOf(form, key)].map(String));
}

function member(schema: Schema, value: unknown): Schema {
  const inner = bare(schema);
  if (inner instanceof z.ZodMiniDiscriminatedUnion) {
    const key = keyOf(inner);
    return formsOf(inner).find((form) => valuesOf(form, key).has(field(value, key))) ?? inner;
  }
  if (!(inner instanceof z.ZodMiniUnion)) return inner;
  const options = (inner.def.options as z.ZodMiniType[]).map(bare);
  return options.find((option) => kindOf(option) === kindOfValue(value)) ?? inner;
}

/** The key that tells its members apart; zod’s type has it for the whole library’s class only. */
function keyOf(union: z.ZodMiniDiscriminatedUnion): string {
  return (union.def as z.core.$ZodDiscriminatedUnionDef).discriminator;
}

function formsOf(union: z.ZodMiniDiscriminatedUnion): z.ZodMiniObject[] {
  return union.def.options as unknown as z.ZodMiniObject[];
}

function valuesOf(form: z.ZodMiniObject, key: string): ReadonlySet<unknown> {
  const literal = bare(shapeOf(form)[key]);
  return literal instanceof z.ZodMiniLiteral ? new Set(literal.def.values) : new Set();
}

type Kind = "list" | "mapping" | "other";

function kindOf(schema: Schema): Kind {
  if (schema instanceof z.ZodMiniArray) return "list";
  return schema instanceof z.ZodMiniObject || schema instanceof z.ZodMiniRecord ? "mapping" : "other";
}

function kindOfValue(value: unknown): Kind {
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "mapping" : "other";
}

/** A schema without what makes its value optional, gives it a default or changes it once it is read. */
export function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodMiniPipe) return bare(schema.def.in as z.ZodMiniType);
  if (
    schema instanceof z.ZodMiniOptional ||
    schema instanceof z.ZodMiniNullable ||
    schema instanceof z.ZodMiniDefault ||
    schema instanceof z.ZodMiniPrefault ||
    schema instanceof z.ZodMiniReadonly ||
    schema instanceof z.ZodMiniCatch
  ) {
    return bare(schema.def.innerType as z.ZodMiniType);
  }
  return schema;
}

/** Every key that any mapping of the schema may have. */
export function allKeys(root: z.ZodMiniType): Set<string> {
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

function childrenOf(schema: z.ZodMiniType): z.ZodMiniType[] {
  if (schema instanceof z.ZodMiniObject) {
    const members = shapeOf(schema);
    return Object.values(members);
  }
  if (schema instanceof z.ZodMiniArray) return [schema.def.element as z.ZodMiniType];
  if (schema instanceof z.ZodMiniRecord) return [schema.def.valueType as z.ZodMiniType];
  return schema instanceof z.ZodMiniUnion ? (schema.def.options as z.ZodMiniType[]) : [];
}
