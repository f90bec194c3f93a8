import type { Slot } from "../../narrative/narrative.js";
import { narrativeName } from "../../narrative/slots.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { gapBlock, proseOf } from "../words/prose.js";
import type { EvaluationMatter } from "./context.js";

/** What people wrote in a slot; the marked gap where a draft still lacks it; nothing where it may be left out. */
export function writtenBlocks(matter: EvaluationMatter, id: Slot["id"]): UnnumberedBlock[] {
  const { narrative, missingSlots } = matter.context;
  const prose = proseOf(narrative, id);
  if (prose !== null) return [prose];
  const missing = missingSlots.find((slot) => slot.id === id);
  return missing === undefined
    ? []
    : [gapBlock(`〔此处待补：${missing.heading}。${instruction(missing, matter)}〕`)];
}

/** A draft's list of what is still to be written. */
export function gapsOf(matter: EvaluationMatter): string[] {
  return matter.context.missingSlots.map((slot) => `${slot.heading}：${instruction(slot, matter)}。`);
}

/** 请在 narrative/women-2025.md 的“# 主要做法和成效”下撰写 */
function instruction({ heading }: Slot, { scorecard, context }: EvaluationMatter): string {
  const file = context.narrative?.file ?? narrativeName(scorecard.plan, scorecard.year);
  return `请在 ${file} 的“# ${heading}”下撰写`;
}
