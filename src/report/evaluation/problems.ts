import { problemBlocks } from "../chapters/problems.js";
import type { EvaluationMatter } from "./context.js";
import type { Part } from "../numbering/unnumbered.js";
import { anchor } from "../blocks.js";

/** 问题及原因: figures and gaps from the data, causes from people. */
export function problemsPart(matter: EvaluationMatter): Part {
  return {
    id: "problems",
    part: "problems",
    counted: true,
    heading: "问题及原因",
    blocks: [],
    sections: [
      { part: "problems/told", heading: "主要问题", blocks: problemBlocks(matter, "dotted") },
      { part: "causes", heading: "原因分析", blocks: [anchor("causes")] },
    ],
  };
}
