import type { GroupFigure } from "../../data/dataset.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { districtScale, figure } from "../words/number.js";
import type { RowFacts } from "../row-facts.js";
import type { Line } from "./explanation.js";

/** 逐单位: how many sites reported, the farthest one, those that fail, and the district's own figure beside them. */
export function siteSteps(facts: RowFacts): Line[] {
  const { groups, indicator } = facts.scored;
  const { sites } = traitsOf(indicator.target);
  if (sites === null) return [];
  if (groups === null) {
    return [{ label: "逐单位", text: `没有报送分${sites.grouping}数据，按${facts.plan.terms.area}数判定` }];
  }
  const [worst] = groups.figures;
  const counted = groups.expected === null ? "" : `/${groups.expected}`;
  const reported = `有数据的${sites.grouping}${groups.reported}${counted}个`;
  return [
    {
      label: "逐单位",
      text: `${reported}，取离目标最远的${worst === undefined ? "" : named(worst, facts)}判定`,
    },
    failingLine(groups.failing, facts),
    ...districtLine(facts),
  ];
}

function named({ group, value }: GroupFigure, { scale }: RowFacts): string {
  return `${group}（${figure(scale, value)}）`;
}

function failingLine(failing: readonly GroupFigure[], facts: RowFacts): Line {
  const names = failing.map((each) => named(each, facts)).join("、");
  return { label: "未达标的", text: failing.length === 0 ? "没有" : `${failing.length}个：${names}` };
}

function districtLine({ scored, plan }: RowFacts): Line[] {
  const own = scored.groups?.district.find(({ year }) => year === scored.year);
  return own === undefined
    ? []
    : [
        {
          label: `${plan.terms.area}数`,
          text: `${figure(districtScale(scored, plan), own.value)}，只作参考，不参与判定`,
        },
      ];
}
