import type { Nature, PlanRow } from "../../plan/plan.js";
import type { Tally } from "../../score/scorecard.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";

/** What targets with a figure and targets of a direction alone are called, in the text and in the annex alike. */
export const CLASS_NAMES = { numeric: "数值型", directional: "方向性" } as const;

/** 已达标5项，预期可达标3项，缺项1项: statuses without rows are not named. */
export function tallyText(tally: Tally, final: boolean): string {
  return STATUSES.filter((status) => tally[status] > 0)
    .map((status) => `${statusName(status, final)}${tally[status]}项`)
    .join("，");
}

/** 已达标5项，预期可达标3项; of several that all stand alike 全部达标, 均进展偏慢. Without 中: it is `joint` where the two are told apart. */
export function tallied(tally: Tally, final: boolean, joint = ""): string {
  const [only, ...others] = STATUSES.filter((status) => tally[status] > 0);
  const alike = only !== undefined && others.length === 0 && tally[only] > 1;
  return alike ? alikeSaid(only, final) : `${joint}${tallyText(tally, final)}`;
}

/** 全部达标, 均进展偏慢, 均缺项: a status as what is said of all there are. */
export function alikeSaid(status: Status, final: boolean): string {
  if (status === "achieved") return `全部${final ? "实现目标" : "达标"}`;
  return `均${STATUS[status].judged || status === "noData" ? "" : "为"}${statusSaid(status, final)}`;
}

/** 进展偏慢, 未实现目标: a status as what is said of a row. */
export function statusSaid(status: Status, final: boolean): string {
  return `${statusName(status, final)}${STATUS[status].onlyAtEnd ? "目标" : ""}`;
}

/** 未实现 and 基本实现 together, as the report defines it. */
export const UNREACHED = "未全面实现";

/** 进展偏慢: what is said of rows behind together; 进展滞后 where they differ, and of the plan's end 未全面实现目标. */
export function lagSaid(behind: readonly { status: Status }[], final: boolean): string {
  const [status, ...others] = new Set(behind.map((row) => row.status));
  if (status !== undefined && others.length === 0) return statusSaid(status, final);
  return final ? `${UNREACHED}目标` : "进展滞后";
}

/** More characters than these make no part of a heading. */
const LONGEST_NAME = 14;

/** What a heading calls a row: its name, or where that is long the first of its other names that is not; null for none. */
export function headingName({ name, aliases }: Pick<PlanRow, "name" | "aliases">): string | null {
  return [name, ...aliases].find((each) => [...each].length <= LONGEST_NAME) ?? null;
}

const NATURE_NAMES: Record<Nature, string> = { binding: "约束性", anticipated: "预期性" };

/** 约束性; "" for a row of a plan that tells no such kinds apart. */
export function natureName(nature: Nature | null): string {
  return nature === null ? "" : NATURE_NAMES[nature];
}

/** What is only compared with, in the column of 属性. */
export const COMPARED = "对照数据";

/** A column of 责任单位 says so in its head while they are only proposed. */
export function reportersHead(rows: readonly { row: Pick<PlanRow, "reporters"> }[]): string {
  return rows.every(({ row }) => row.reporters.confirmed) ? "责任单位" : "建议责任单位（待确认）";
}
