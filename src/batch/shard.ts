import { compareText } from "../terms/compare-text.js";

/** One of `of` parts of a list of districts; `index` counts from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** A list that is not parted. */
export const WHOLE: Shard = { index: 1, of: 1 };

/** The shard's districts: sorted by code, every n-th, so that each has towns and counties alike. */
export function districtsOf<D extends { code: string }>(all: readonly D[], { index, of }: Shard): D[] {
  return all.toSorted((a, b) => compareText(a.code, b.code)).filter((_, at) => at % of === index - 1);
}
