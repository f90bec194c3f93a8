import type { Plan } from "../plan/plan.js";

/*
 * What the parts of reports are called, by their ids: over a part in print and over its text in the files that people
 * write. Domains and topics are called by the plan.
 */

export const ANNEX_NAMES = {
  gaps: "缺项与修订清单",
  method: "评价方法说明",
  sensitivity: "评价结果的敏感性分析",
} as const;

/** Parts of every report. */
export const PART_NAMES = {
  alerts: "预警清单",
  recommendations: "对策建议",
  "method/rules": "评价规则",
  "method/intervals": "置信区间说明",
  "method/baselines": "基期数据说明",
  "method/notes": "数据说明",
} as const;

export const ANNUAL_PART_NAMES = {
  ...PART_NAMES,
  lead: "导语",
  "projects/progress": "重点项目进展情况",
  "problems/told": "存在的主要问题",
} as const;

export const EVALUATION_PART_NAMES = {
  ...PART_NAMES,
  summary: "摘要",
  "summary/overall": "总体评价",
  "summary/binding": "约束性指标",
  "summary/changes": "变化情况",
  "summary/achievements": "主要成效",
  "summary/measures": "措施落实",
  "summary/projects": "重点项目",
  "summary/problems": "主要问题",
  "summary/unreached": "未全面实现的指标",
  "summary/prospect": "前景预测",
  "summary/asks": "主要建议",
  overview: "评估工作概况",
  "overview/basis": "评估依据",
  "overview/organisation": "评估组织",
  "overview/scope": "评估范围",
  "overview/sources": "数据来源",
  "overview/method": "评估方法",
  "overview/completeness": "数据完整性",
  progress: "总体进展",
  "progress/overall": "总体情况",
  "progress/changes": "状态变化",
  domains: "分领域目标实现情况",
  projects: "重点项目实施情况",
  "projects/progress": "项目进展",
  "projects/reporters": "责任单位承担情况",
  achievements: "主要做法和成效",
  experience: "经验启示",
  survey: "满意度调查",
  problems: "问题及原因",
  "problems/told": "主要问题",
  causes: "原因分析",
  "outlook/closing": "建议转入下一周期的事项",
  "outlook/forecast": "预测",
  conclusion: "结论",
} as const;

/** 落实《规划》措施的建议 */
export function planMeasuresHeading({ terms }: Plan): string {
  return `落实${terms.named}措施的建议`;
}

/** 《规划》措施落实情况 */
export function measuresHeading({ terms }: Plan): string {
  return `${terms.named}措施落实情况`;
}

/** 对下一周期规划的建议 */
export function nextPlanHeading({ terms }: Plan): string {
  return `对下一周期${terms.plan}的建议`;
}

/** 规划期始末比较 */
export function decadeHeading({ terms }: Plan): string {
  return `${terms.span}始末比较`;
}

/** 到2030年的预测与预警; `last`, of the plan's last year: 建议转入下一周期的事项与预警. */
export function outlookHeading({ period }: Plan, last: boolean): string {
  return last
    ? `${EVALUATION_PART_NAMES["outlook/closing"]}与预警`
    : `到${period.end}年的${EVALUATION_PART_NAMES["outlook/forecast"]}与预警`;
}
