import { earlyThan, earlyTold, inTimeTold, reachTold, rowReachTold, wayGoneTold } from "../ahead.js";
import type { Construction } from "./construction.js";

/** Goals that are reached before their time, and when they will be. */
export const AHEAD: readonly Construction[] = [
  {
    name: "so many years before its time",
    examples: ["提前五年达标", "提前7年实现94%的规划目标"],
    pattern: "(?<years><)(?=[mLKUDz])",
    read: earlyTold,
  },
  {
    name: "so many years before the time that the plan asks for",
    examples: ["比规划要求的时间提前六年", "较2030年提前七年"],
    pattern: "(?<years><)(?=[,;)]|$)",
    read: earlyThan,
  },
  {
    name: "reached in a year to come, at the pace so far",
    examples: ["按近五年平均进度推算，2033年才能达到70%", "按现有速度，预计2026年可达标"],
    pattern: "(?<t>T)(?<how>x)?(?:[LmUDK]+(?:(?<a>F)(?:o?t)?|T?t)|z)",
    read: reachTold,
  },
  {
    name: "reached in time, at the pace so far",
    examples: ["能够如期达标", "可如期实现目标"],
    pattern: "(?<how>x)(?:(?<st>z)|m(?:F?o?)(?<goal>t))(?=[,;)]|$)",
    read: inTimeTold,
  },
  {
    name: "what a row comes to in a year to come, at the pace so far",
    examples: ["按近五年平均增速推算，到2030年婚姻家庭辅导室覆盖率仅能达到87.5%"],
    pattern: "(?<t>T),?(?<s>S)(?<how>x)?[LmUDK]+(?<a>F)(?:o?t)?",
    read: rowReachTold,
  },
  {
    name: "so much of the way to the goal",
    examples: ["完成所需增幅的25.5%", "仅完成实现目标所需增幅的42.4%"],
    pattern: "[mLx]+[ud]?x?o(?<a>F)",
    read: wayGoneTold,
  },
];
