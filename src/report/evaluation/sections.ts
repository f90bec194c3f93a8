import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import type { PartSection, UnnumberedBlock } from "../numbering/unnumbered.js";

/** A section under the name of its part. */
export function namedSection(
  part: keyof typeof EVALUATION_PART_NAMES,
  blocks: UnnumberedBlock[],
): PartSection {
  return { part, heading: EVALUATION_PART_NAMES[part], blocks };
}
