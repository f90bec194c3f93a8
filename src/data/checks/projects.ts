import { unitOf, isPercent } from "../../terms/unit.js";
import type { Decimal } from "../../terms/decimal.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { DoneDoubt, ProjectTold, QuantityTold } from "../../issues/checks/projects.js";
import type { Project } from "../../plan/plan.js";
import type { ProjectProgress } from "../dataset.js";
import type { Check } from "./check.js";

/** What a project's year says and the plan asks of one quantity. */
interface Counted {
  name: string;
  unit: string;
  /** The plan's, else what the line names. */
  goal: Decimal | null;
  done: Decimal | null;
  /** What the line names, and what the plan does, where both do. */
  stated: Decimal | null;
  planned: Decimal | null;
}

/** What a project's year is held against. */
interface Reported {
  told: ProjectTold;
  progress: ProjectProgress;
  counted: readonly Counted[];
  /** The same of the year before; null where nothing is told of it. */
  before: ProjectProgress | null;
}

/** Looks at one year of a project for one way in which its cells contradict each other. */
type ProjectCheck = (reported: Reported) => Issue[];

const CHECKS: readonly ProjectCheck[] = [
  unlikeItsQuantities,
  unlikeItsProse,
  goalsNotThePlans,
  doneInDoubt,
  lessThanBefore,
];

/** Key projects whose status, numbers and earlier years cannot all be right. */
export const projects: Check = ({ progress }, catalogue) =>
  progress.flatMap((each) => {
    const project = catalogue.projects.get(each.project);
    if (project === undefined) return [];
    const reported = {
      told: { project: each.project, year: each.year },
      progress: each,
      counted: each.quantities.map((quantity) => countedOf(project, quantity)),
      before: progress.find(({ project: id, year }) => id === each.project && year === each.year - 1) ?? null,
    };
    return CHECKS.flatMap((check) => check(reported));
  });

function countedOf(
  project: Project,
  { name, unit, goal, done }: ProjectProgress["quantities"][number],
): Counted {
  const planned = project.quantities.find((each) => each.name === name)?.goal ?? null;
  return { name, unit, goal: planned ?? goal, done, stated: goal, planned };
}

/** 已完成 with 19 of 23, 基本完成 with less than half, 未启动 with some done. */
function unlikeItsQuantities({ told, progress, counted }: Reported): Issue[] {
  const { status, source } = progress;
  const against = counted.filter(AGAINST[status]);
  if (against.length === 0) return [];
  return [issue("data/project-contradicts", source, { ...told, status, against: against.map(asTold) })];
}

/** Which numbers a status does not go with. 推进中 goes with any: a project is more than what is counted of it. */
const AGAINST: Readonly<Record<ProjectProgress["status"], (counted: Counted) => boolean>> = {
  未启动: ({ done }) => done !== null && !done.isZero(),
  推进中: () => false,
  基本完成: ({ goal, done }) => done !== null && goal !== null && done.times(2).lt(goal),
  已完成: ({ goal, done }) => done !== null && (goal === null ? done.isZero() : done.lt(goal)),
};

/** 已完成 beside 尚未启动, 未启动 beside 已全面完成建设任务. */
function unlikeItsProse({ told, progress: { status, progress, source } }: Reported): Issue[] {
  const said = DENIED_BY[status].exec(progress)?.[0];
  return said === undefined ? [] : [issue("data/project-prose", source, { ...told, status, said })];
}

const NOT_BEGUN = "(?:项目)?(?:尚未|仍未|还未|暂未|未)(?:启动|开工|实施|开展|动工)(?!的)";
const ALL_DONE =
  "已?(?:全面|全部|如期)完成(?:建设|规划|各项|全部)?(?:任务|目标|建设)|(?:项目|任务)已(?:经)?(?:全部|全面)?完成";
/** What 年度进展 does not say of a project of a status: of the whole, for parts of one may be done, or not begun. */
const DENIED_BY: Readonly<Record<ProjectProgress["status"], RegExp>> = {
  未启动: new RegExp(ALL_DONE, "u"),
  推进中: new RegExp(`^(?:${NOT_BEGUN})|^(?:${ALL_DONE})`, "u"),
  基本完成: new RegExp(`^(?:${NOT_BEGUN})`, "u"),
  已完成: new RegExp(`^(?:${NOT_BEGUN})|^(?:项目)?(?:正在|仍在|尚在)(?:推进|建设|实施)`, "u"),
};

/** A 目标数 that is not the plan's; beside a 完成数 that is just that, the two have changed places. */
function goalsNotThePlans({ told, progress: { source }, counted }: Reported): Issue[] {
  return counted.flatMap((each) => {
    const { planned, stated, done } = each;
    if (planned === null || stated === null || stated.eq(planned)) return [];
    const args = { ...told, ...asTold(each), stated: stated.toFixed(), planned: planned.toFixed() };
    const code = done?.eq(planned) === true ? "data/project-swapped" : "data/project-goal";
    return issue(code, source, args);
  });
}

/** So many times its goal, nothing is built. */
const TIMES = 5;

/** 完成数 that is many times the goal, half a thing, or a share of 100 typed as a share of 1. */
function doneInDoubt({ told, progress: { source }, counted }: Reported): Issue[] {
  return counted.flatMap((each) => {
    const doubt = doubtOf(each);
    return doubt === null ? [] : issue("data/project-done", source, { ...told, ...asTold(each), doubt });
  });
}

function doubtOf({ planned, done, unit }: Counted): DoneDoubt | null {
  if (planned === null || done === null || done.isZero()) return null;
  if (isPercent(unitOf(unit))) return done.lte(1) ? "share" : null;
  if (!done.isInteger()) return "broken";
  return done.gte(planned.times(TIMES)) ? "many" : null;
}

/** 已完成 last year, 推进中 now; 21 built last year, 19 now. */
function lessThanBefore({ told, progress, counted, before }: Reported): Issue[] {
  if (before === null) return [];
  const fallen = counted.flatMap(({ name, unit, planned, done }) => {
    const earlier = before.quantities.find((each) => each.name === name)?.done ?? null;
    const isBuilt = planned !== null && !isPercent(unitOf(unit));
    const isLess = isBuilt && done !== null && earlier !== null && done.lt(earlier);
    return isLess ? [{ name, before: earlier.toFixed(), now: done.toFixed() }] : [];
  });
  const status = before.status === "已完成" && progress.status !== "已完成" ? progress.status : null;
  if (fallen.length === 0 && status === null) return [];
  return [issue("data/project-falls", progress.source, { ...told, status, fallen })];
}

function asTold({ name, unit, goal, done }: Counted): QuantityTold {
  return { name, unit, goal: goal?.toFixed() ?? null, done: done?.toFixed() ?? null };
}
