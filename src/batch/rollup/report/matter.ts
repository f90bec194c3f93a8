import type { Manifest } from "../../../data/dataset.js";
import type { AreaMap } from "../../../report/charts/chart.js";
import type { District } from "../gather.js";
import type { Rollup } from "../rollup.js";

/** What the level above calls itself, and what its report is made with. */
export interface RollupContext {
  /** 重庆市; "" where nobody said. */
  region: string;
  /** 全市, 全省 */
  area: string;
  /** 区县, 市州 */
  sites: string;
  issuer: string;
  review: Manifest["review"];
  /** YYYY-MM-DD */
  asOf: string;
  /** 示例, 初步 or "". */
  dataStatus: string;
  /** Districts of the list that are not added up, and why. */
  left: readonly (District & { reason: string })[];
  /** Outlines that the user gave, by a district's code: shares of the width; null: tiles. */
  outlines: OutlineSheet | null;
}

/** A map that the user gave, laid flat. */
export interface OutlineSheet {
  /** By code; districts that it does not show are not in it. */
  rings: ReadonlyMap<string, readonly string[]>;
  /** As a share of the width. */
  height: string;
}

export type { AreaMap };

/** What a report on many districts is made of. */
export interface RollupMatter {
  rollup: Rollup;
  context: RollupContext;
}
