import * as z from "zod/mini";
import { decimal } from "../terms/decimal.js";

/** A schema, with what editors show beside it while somebody types. */
export function described<T extends z.ZodMiniType>(description: string, schema: T): T {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), description });
  return schema;
}

/** Non-empty text. */
export function label(description: string) {
  return described(description, z.string().check(z.minLength(1)));
}

/** Text that may be empty, and is where it is left out. */
export function textOrNone(description: string) {
  return z._default(described(description, z.string()), "");
}

/** A figure, exact from here on. */
export function figure(description: string) {
  return described(
    description,
    z.pipe(
      z.number(),
      z.transform((given: number) => decimal(given)),
    ),
  );
}

/** A whole number from `least` to `most`. */
export function whole(description: string, least: number, most?: number) {
  const limits = most === undefined ? [z.gte(least)] : [z.gte(least), z.lte(most)];
  return described(description, z.int().check(...limits));
}

/** W04, W05a, W22.1, WM1.3: any letters and digits, so that another district may number as it likes. */
export function idText(description: string) {
  const pattern = /^[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*$/;
  const error = "以字母开头，由半角字母和数字组成，如 W05a、W22.1";
  return described(description, z.string().check(z.regex(pattern, { error })));
}

/** true or false; false where it is left out. */
export function flag(description: string) {
  return z._default(described(description, z.boolean()), false);
}

/** A list with an item at least. */
export function someOf<T extends z.ZodMiniType>(item: T, description: string) {
  return described(description, z.array(item).check(z.minLength(1)));
}

/** A list that may be left out. */
export function listOf<T extends z.ZodMiniType>(item: T, description: string) {
  return z._default(described(description, z.array(item)), []);
}

/** A thing that may be left out, null then. The description stays where editors look for it. */
export function orNull<T extends z.ZodMiniType>(thing: T) {
  const { description = "" } = z.globalRegistry.get(thing) ?? {};
  return described(description, z._default(z.nullable(thing), null));
}

/** What the machine forms of targets are made of. */
export const FORM_FIELDS = {
  strictObject: z.strictObject,
  literal: z.literal,
  figure,
  idText,
  label,
  whole,
  orNull,
  /** One of a few words; the first one where it is left out. */
  usually: <const C extends readonly [string, ...string[]]>(choices: C, description: string) =>
    z._default(described(description, z.enum(choices)), choices[0]),
  /** One of a few words, which must be there. */
  oneOf: <const C extends readonly string[]>(choices: C, description: string) =>
    described(description, z.enum(choices)),
  text: label("规划原文的目标文字，一字不改"),
  tolerance: z.pipe(
    z.optional(figure("容差，百分点；不写即取 method.tolerance")),
    z.transform((given) => given ?? null),
  ),
};

export type FormFields = typeof FORM_FIELDS;
