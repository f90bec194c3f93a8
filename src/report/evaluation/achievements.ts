import { chapter, type Part } from "../numbering/unnumbered.js";
import { anchor } from "../blocks.js";
import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";

/** 主要做法和成效: people's own account. */
export const achievementsPart: Part = ownPart("achievements");

/** 经验启示, 满意度调查: what people may add to it, with tables of their own. */
export const experiencePart: Part = ownPart("experience");
export const surveyPart: Part = ownPart("survey");

/** 结论: people's last word. */
export const conclusionPart: Part = ownPart("conclusion");

function ownPart(id: keyof typeof EVALUATION_PART_NAMES): Part {
  return chapter(id, EVALUATION_PART_NAMES[id], [anchor(id)]);
}
