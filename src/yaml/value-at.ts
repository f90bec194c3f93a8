import type { Path } from "./finding.js";

/** The value at a path of raw YAML; undefined where there is none. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(field, raw);
}

/** A field of a mapping or an entry of a list; undefined of anything else, and of what every object has. */
export function field(raw: unknown, key: string | number): unknown {
  return typeof raw === "object" && raw !== null && Object.hasOwn(raw, key)
    ? (raw as Record<string | number, unknown>)[key]
    : undefined;
}
