import type { Slot } from "../../narrative/narrative.js";
import { narrativeName } from "../../narrative/slots.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import type { Hand } from "../hand/hand.js";
import { gapBlock } from "../words/prose.js";
import type { EvaluationMatter } from "./context.js";

/** What people wrote, and the marked gap where a draft still lacks what it must have. */
export function handOf(matter: EvaluationMatter): Hand {
  const { narrative, slots, missingSlots } = matter.context;
  const gapOf = (slot: Slot): UnnumberedBlock | null =>
    missingSlots.some(({ id }) => id === slot.id)
      ? gapBlock(`〔此处待补：${slot.heading}。${instruction(slot, matter)}〕`)
      : null;
  return { narrative, slots, gapOf };
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
