import { expect, it } from "vitest";
import { said, type Sentence, type Told } from "../said.js";

const SILENT: readonly Sentence[] = [
  ["women", "2025年，女检察官、女律师占比分别为43.64%和37.05%，与2024年相比均有提高。"],
  ["children", "2025年，小学生、初中生近视率分别为35.6%、62.15%，较上年均有不同程度下降。"],
];

it.each(SILENT)("%s: nothing is said of “%s”", (plan, text) => {
  expect(said(plan, text)).toEqual([]);
});

const TOLD: readonly Told[] = [
  // 2.13 by the data, whatever the wrong figure before it comes to.
  ["women", "全年婚前医学检查率为68.28%，较上年的66.51%提高2个百分点以上。", "66.51%", "66.15%"],
  ["women", "2025年，女检察官、女法官占比分别为43.64%和42.86%，与2020年相比均有提高。", "提高", "持平"],
  [
    "children",
    "2025年，新生儿死亡率、婴儿死亡率分别为1.44‰、2.25‰，与上年相比均有下降。",
    "下降",
    "上升（2.23‰→2.25‰）",
  ],
  ["children", "2025年，学前教育毛入园率98.01%，较上年有较大幅度的下降。", "下降", "上升（97.9%→98.01%）"],
  [
    "children",
    "婴儿死亡率由2020年的2.37‰上升到2025年的2.25‰。",
    "2.37‰上升到2025年的2.25‰",
    "下降0.12个千分点",
  ],
  [
    "women",
    "宫颈癌筛查率由2020年的41.3%下降到2025年的52.94%。",
    "41.3%下降到2025年的52.94%",
    "上升11.64个百分点",
  ],
];

it.each(TOLD)("%s: it is told once what is wrong in “%s”", (plan, text, written, right) => {
  expect(said(plan, text)).toEqual([[written, right]]);
});
