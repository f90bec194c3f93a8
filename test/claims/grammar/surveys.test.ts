import { expect, it } from "vitest";
import { said, type Sentence, type Told } from "../said.js";

const SILENT: readonly Sentence[] = [
  [
    "children",
    "2025年抽样调查表明，小学生、初中生每天睡眠时间分别为9.2小时、8.4小时，距目标还差0.8小时、0.6小时。",
  ],
  ["children", "抽样监测显示，初中生近视率为62.15%，比上年下降0.28个百分点。"],
  ["women", "国民体质抽样监测结果显示，2025年妇女体质测定标准合格比例为90.3%。"],
  // Of whom somebody asked, or of some of them.
  ["children", "抽样调查显示，初中生每天睡眠不足8小时的占41.5%。"],
  ["children", "对1200名学生抽样调查显示，初中生近视率为58.3%。"],
  ["women", "区妇联对500户家庭抽样调查显示，宫颈癌筛查率为61.2%。"],
  ["children", "2025年学生家长抽样调查表明，小学生每天睡眠时间为8.8小时。"],
  ["children", "随机抽样调查显示，小学生近视率为31.2%。"],
  ["children", "问卷抽样调查显示，小学生每天睡眠时间为8.9小时。"],
  ["children", "抽样调查表明，某小学近视率为30.1%，睡眠时间为9.5小时。"],
];

it.each(SILENT)("%s: nothing is said of “%s”", (plan, text) => {
  expect(said(plan, text)).toEqual([]);
});

const TOLD: readonly Told[] = [
  [
    "children",
    "三轮口腔健康抽样调查结果显示，12岁儿童龋患率分别为31.60%（2020年）、32.50%（2023年）和33.24%（2025年），2025年高出25%的约束性目标8.42个百分点。",
    "8.42个百分点",
    "8.24个百分点",
  ],
  ["children", "2025年抽样调查表明，高中生每天睡眠时间为8.1小时。", "8.1小时", "7.1小时"],
  ["children", "抽样监测显示，初中生近视率为61.25%。", "61.25%", "62.15%"],
  ["women", "国民体质抽样监测结果显示，2025年妇女体质测定标准合格比例为93.0%。", "93.0%", "90.3%"],
];

it.each(TOLD)("%s: it is told once what is wrong in “%s”", (plan, text, written, right) => {
  expect(said(plan, text)).toEqual([[written, right]]);
});
