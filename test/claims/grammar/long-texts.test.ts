import { expect, it } from "vitest";
import { slips } from "../manuscript.js";

/** An expression that can part these in two ways takes twice as long for each: it would not come to an end. */
it.each([
  "妇女儿童",
  "两个",
  "个",
  "和",
  "以及",
  "、和",
  "连续",
  "发展规划",
  "普及和",
  "确定的",
  "终期",
  "《",
])("a sentence that repeats %s is read in one go", { tags: ["patience"] }, (piece) => {
  expect(slips(`${piece.repeat(400)}孕产妇死亡率为16.04/10万。`)).toBeInstanceOf(Array);
});
