import { REVIEWS, type Manifest } from "../../data/dataset.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { termsOf } from "../../plan/words/terms.js";
import type { RollupContext } from "./report/matter.js";

/** What the command line says of the level above. */
export interface RegionOptions {
  region?: string;
  issuedBy?: string;
  review?: string;
}

/** 市, where nobody says what the level above is. */
const USUAL = { area: "全市", sites: "区县" };

/** What the level above is called, and who issues its report. Throws ReportError for a review that is none. */
export function regionOf({ region = "", issuedBy, review = REVIEWS[0] }: RegionOptions) {
  const words = region === "" ? USUAL : termsOf({ neighbours: [], areas: [] }, { title: region, region });
  return {
    region,
    area: words.area,
    sites: words.sites,
    issuer: issuedBy ?? `${region === "" ? "市" : region}妇女儿童工作委员会办公室`,
    review: reviewOf(review),
  } satisfies Partial<RollupContext>;
}

function reviewOf(given: string): Manifest["review"] {
  const known = REVIEWS.find((each) => each === given.trim());
  if (known !== undefined) return known;
  throw new ReportError(`没有“${given}”这种审核状态`, EXIT.usage, `可用的有：${REVIEWS.join("、")}`);
}
