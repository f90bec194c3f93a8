import type { EvaluationMatter } from "./context.js";
import type { Part } from "./numbers.js";
import { writtenBlocks } from "./written.js";

/** 主要做法和成效: people's own account. */
export function achievementsPart(matter: EvaluationMatter): Part {
  const blocks = writtenBlocks(matter, "achievements");
  return { id: "achievements", heading: "主要做法和成效", blocks, sections: [] };
}
