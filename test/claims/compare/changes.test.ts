import { expect, it } from "vitest";
import { said, type Told } from "../said.js";

const TOLD: readonly Told[] = [
  // 2.13 by the data, whatever the wrong figure before it comes to.
  ["women", "全年婚前医学检查率为68.28%，较上年的66.51%提高2个百分点以上。", "66.51%", "66.15%"],
];

it.each(TOLD)("%s: it is told once what is wrong in “%s”", (plan, text, written, right) => {
  expect(said(plan, text)).toEqual([[written, right]]);
});
