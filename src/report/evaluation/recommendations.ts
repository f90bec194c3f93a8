import { EVALUATION_PART_NAMES, nextPlanHeading, planMeasuresHeading } from "../../narrative/part-names.js";
import { measureBlocks, recommendationPlaces } from "../chapters/recommendations.js";
import { isUnsettled } from "../context.js";
import type { EvaluationMatter } from "./context.js";
import type { Part } from "../numbering/unnumbered.js";
import { isLastYear } from "../../plan/period.js";

/** 对策建议: the evaluation group's own first, then what the plan itself provides for rows that are behind. */
export function recommendationsPart(matter: EvaluationMatter): Part {
  return {
    id: "recommendations",
    part: "recommendations",
    counted: true,
    heading: EVALUATION_PART_NAMES.recommendations,
    blocks: [],
    sections: [
      { part: "recommendations", heading: "评估组建议", blocks: recommendationPlaces(matter.scorecard.plan) },
      {
        part: "recommendations/measures",
        heading: isLastYear(matter.scorecard)
          ? nextPlanHeading(matter.scorecard.plan)
          : planMeasuresHeading(matter.scorecard.plan),
        blocks: measureBlocks(matter, isUnsettled(matter, matter.context)),
      },
    ],
  };
}
