import { dotted } from "../blocks.js";
import { problemBlocks } from "../chapters/problems.js";
import type { EvaluationMatter } from "./context.js";
import type { Part } from "../numbering/unnumbered.js";
import { writtenBlocks } from "./written.js";

/** 问题及原因: figures and gaps from the data, causes from people. */
export function problemsPart(matter: EvaluationMatter): Part {
  return {
    id: "problems",
    counted: true,
    heading: "问题及原因",
    blocks: [],
    sections: [
      { heading: "主要问题", blocks: problemBlocks(matter, dotted) },
      { heading: "原因分析", blocks: writtenBlocks(matter, "causes") },
    ],
  };
}
