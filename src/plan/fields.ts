import { z } from "zod";
import { decimal } from "../terms/decimal.js";

/** Non-empty text. */
export function label(description: string) {
  return z.string().min(1).describe(description);
}

/** A figure, exact from here on. */
export function figure(description: string) {
  return z.number().transform(decimal).describe(description);
}

/** W04, W05a, W22.1, WM1.3: any letters and digits, so that another district may number as it likes. */
export function idText(description: string) {
  return z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*$/, {
      error: "以字母开头，由半角字母和数字组成，如 W05a、W22.1",
    })
    .describe(description);
}

/** A list that may be left out. */
export function listOf<T extends z.ZodType>(item: T, description: string) {
  return z.array(item).describe(description).default([]);
}

/** A thing that may be left out, null then. The description stays where editors look for it. */
export function orNull<T extends z.ZodType>(thing: T) {
  return thing
    .nullable()
    .default(null)
    .describe(thing.description ?? "");
}

/** What the machine forms of targets are made of. */
export const FORM_FIELDS = {
  z,
  figure,
  idText,
  orNull,
  text: label("规划原文的目标文字，一字不改"),
  tolerance: figure("容差，百分点；不写即取 method.tolerance")
    .optional()
    .transform((given) => given ?? null),
};

export type FormFields = typeof FORM_FIELDS;
