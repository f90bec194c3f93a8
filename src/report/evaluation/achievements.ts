import type { EvaluationMatter } from "./context.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { writtenBlocks } from "./written.js";

/** 主要做法和成效: people's own account. */
export function achievementsPart(matter: EvaluationMatter): Part {
  return chapter("achievements", "主要做法和成效", writtenBlocks(matter, "achievements"));
}
