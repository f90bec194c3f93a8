import { labelOf, passage, type Passage, type Target } from "../numbering/passage.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";

type Charts = readonly Pick<UnnumberedChart, "id" | "title">[];

export type TableTarget = Extract<Target, `table:${string}`>;

/** A table, or several that stand one behind the other. */
type Tables = TableTarget | readonly TableTarget[];

/**
 * 共有指标11项，…（见图2至图4、附表1-2）。: the sentence says where its pictures and tables stand; without any it
 * stays as it is.
 */
export function citing(sentence: string, charts: Charts, ...tables: readonly Tables[]): Passage {
  const place = placeOf([picturesOf(charts), ...tables.map(tablesOf)]);
  if (place === "") return sentence;
  const said = sentence.replace(/。$/u, "");
  // Two brackets in a row are hard to read.
  return said.endsWith("）") ? passage`${said}，${place}。` : passage`${said}（${place}）。`;
}

/** For a sentence that tells what is not there: 数据全部缺项，无法评价。历年情况见图2。 */
export function citingEarlier(sentence: string, charts: Charts, ...tables: readonly Tables[]): Passage {
  const place = placeOf([picturesOf(charts), ...tables.map(tablesOf)]);
  return place === "" ? sentence : passage`${sentence}历年情况${place}。`;
}

/** 见图1、表1; "" without any. */
function placeOf(labels: readonly Passage[]): Passage {
  const [first, ...others] = labels.filter((label) => label !== "");
  return first === undefined
    ? ""
    : others.reduce((said, label) => passage`${said}、${label}`, passage`见${first}`);
}

/** 图2, 图2、图3, 图2至图4; "" without a picture that has a number. */
function picturesOf(charts: Charts): Passage {
  return runOf(charts.filter(({ title }) => title !== "").map(({ id }): Target => `chart:${id}`));
}

function tablesOf(tables: Tables): Passage {
  return runOf(typeof tables === "string" ? [tables] : tables);
}

/** What stands one behind the other. */
function runOf(targets: readonly Target[]): Passage {
  const [first, last] = [targets[0], targets.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (targets.length === 1) return passage`${labelOf(first)}`;
  return passage`${labelOf(first)}${targets.length === 2 ? "、" : "至"}${labelOf(last)}`;
}
