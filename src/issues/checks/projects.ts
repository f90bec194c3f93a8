import { define } from "../definition.js";

/** A year of a key project, as messages tell it. */
export interface ProjectTold {
  project: string;
  year: number;
}

/** A quantity of it. */
export interface QuantityTold {
  name: string;
  unit: string;
  /** null: it is reached or not; null: nothing is said of it. */
  goal: string | null;
  done: string | null;
}

function told({ project, year }: ProjectTold): string {
  return `${project} ${year}年`;
}

/** A line without 量化内容 has no name. */
function nameText(name: string): string {
  return name === "" ? "量化内容" : `“${name}”`;
}

/** “镇（街道）养老服务中心”目标23所、完成19所 */
function quantityText({ name, unit, goal, done }: QuantityTold): string {
  const what = nameText(name);
  if (goal === null && unit === "") return `${what}填${done === "0" ? "否" : (done ?? "")}`;
  return `${what}${goal === null ? "" : `目标${goal}${unit}、`}完成${done ?? ""}${unit}`;
}

/** Why a 完成数 can hardly be meant. */
const DONE_DOUBTS = {
  share: { text: "疑似把百分数填成了小数", hint: "计量单位是%时，94.12%填94.12，不填0.9412" },
  many: { text: "远远多于目标", hint: "请核实完成数" },
  broken: { text: "不是整数", hint: "请填写已完成的个数；完成的比例请写在年度进展中" },
} as const;

export type DoneDoubt = keyof typeof DONE_DOUBTS;

/** What checks on 重点项目进展 find: lines that stand, and can hardly be right. */
export const PROJECT_CHECKS = {
  "data/project-contradicts": define<ProjectTold & { status: string; against: readonly QuantityTold[] }>(
    "warning",
    ({ status, against, ...each }) =>
      `${told(each)}的进展状态是“${status}”，而${against.map(quantityText).join("；")}`,
    () => "请核实进展状态、目标数和完成数，改正填错的一个",
  ),
  "data/project-done": define<ProjectTold & QuantityTold & { doubt: DoneDoubt }>(
    "warning",
    ({ doubt, ...each }) => `${told(each)}${quantityText(each)}，${DONE_DOUBTS[doubt].text}`,
    ({ doubt }) => DONE_DOUBTS[doubt].hint,
  ),
  "data/project-falls": define<
    ProjectTold & {
      /** Of a project that was 已完成 the year before; null where the status has not gone back. */
      status: string | null;
      fallen: readonly { name: string; before: string; now: string }[];
    }
  >(
    "warning",
    ({ status, fallen, ...each }) => {
      const quantities = fallen.map(({ name, before, now }) => `${nameText(name)}由${before}减为${now}`);
      const back = status === null ? [] : [`进展状态由“已完成”变为“${status}”`];
      return `${told(each)}不及${each.year - 1}年：${[...back, ...quantities].join("；")}`;
    },
    ({ year }) => `进展状态和完成数按累计填写；请核实${year - 1}年和${year}年哪一个填错了`,
  ),
  "data/project-goal": define<ProjectTold & QuantityTold & { stated: string; planned: string }>(
    "warning",
    ({ name, unit, stated, planned, ...each }) =>
      `${told(each)}${nameText(name)}的目标数填${stated}${unit}，规划是${planned}${unit}，按规划计算`,
    () => "目标数照规划填，不能改；年度目标请写在年度进展中",
  ),
  "data/project-prose": define<ProjectTold & { status: string; said: string }>(
    "warning",
    ({ status, said, ...each }) => `${told(each)}的进展状态是“${status}”，年度进展却写“${said}”`,
    () => "请核实进展状态和年度进展，改正填错的一个",
  ),
  "data/project-swapped": define<ProjectTold & QuantityTold & { stated: string; planned: string }>(
    "error",
    ({ name, unit, stated, planned, ...each }) =>
      `${told(each)}${nameText(name)}的目标数填${stated}${unit}、完成数填${planned}${unit}，规划的目标是${planned}${unit}，两格疑似填反`,
    ({ planned }) => `确已完成的，请把目标数改回${planned}；没有完成的，请把两格对调`,
  ),
} as const;
