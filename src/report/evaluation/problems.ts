import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import { namedSection } from "./sections.js";
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
    heading: EVALUATION_PART_NAMES.problems,
    blocks: [],
    sections: [
      namedSection("problems/told", problemBlocks(matter, "dotted")),
      namedSection("causes", [anchor("causes")]),
    ],
  };
}
