import { chapter, type Part } from "../numbering/unnumbered.js";
import { anchor } from "../blocks.js";

/** 主要做法和成效: people's own account. */
export const achievementsPart: Part = chapter("achievements", "主要做法和成效", [anchor("achievements")]);

/** 经验启示, 满意度调查: what people may add to it, with tables of their own. */
export const experiencePart: Part = chapter("experience", "经验启示", [anchor("experience")]);
export const surveyPart: Part = chapter("survey", "满意度调查", [anchor("survey")]);

/** 结论: people's last word. */
export const conclusionPart: Part = chapter("conclusion", "结论", [anchor("conclusion")]);
