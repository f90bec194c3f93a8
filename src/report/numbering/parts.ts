import type { Block } from "../model.js";

const PARTS = new WeakMap<Block, string>();

/** Keeps which part of the report a block of the model is of. */
export function tagPart(block: Block, part: string): Block {
  if (part !== "") PARTS.set(block, part);
  return block;
}

/**
 * The id of the part that people may write in the place of a block; "" where they cannot, or wrote it. It is no field
 * of the model, which holds what is printed: only who made the model in this run asks for it.
 */
export function partOfBlock(block: Block): string {
  return PARTS.get(block) ?? "";
}
