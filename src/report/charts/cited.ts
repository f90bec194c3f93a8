import { labelOf, passage, type Passage, type Target } from "../numbering/passage.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";

type Charts = readonly Pick<UnnumberedChart, "id" | "title">[];

type TableTarget = Extract<Target, `table:${string}`>;

/** 共有指标11项，…（见图2至图4）。: the sentence says where its pictures and tables stand. Without any it stays as it is. */
export function citing(sentence: string, charts: Charts, ...tables: readonly TableTarget[]): Passage {
  const place = placeOf([picturesOf(charts), ...tables.map((to) => passage`${labelOf(to)}`)]);
  if (place === "") return sentence;
  const said = sentence.replace(/。$/u, "");
  // Two brackets in a row are hard to read.
  return said.endsWith("）") ? passage`${said}，${place}。` : passage`${said}（${place}）。`;
}

/** For a sentence that tells what is not there: 数据全部缺项，无法评价。历年情况见图2。 */
export function citingEarlier(sentence: string, charts: Charts): Passage {
  const place = placeOf([picturesOf(charts)]);
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
  const titled = charts.filter(({ title }) => title !== "").map(({ id }) => labelOf(`chart:${id}`));
  const [first, last] = [titled[0], titled.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (titled.length === 1) return passage`${first}`;
  return passage`${first}${titled.length === 2 ? "、" : "至"}${last}`;
}
