import { headedParagraphs } from "../../../report/blocks.js";
import { chapter, type Part } from "../../../report/numbering/unnumbered.js";
import { nameList, sentence } from "../../../report/words/wording.js";
import { STATUS } from "../../../terms/status.js";
import { indicatorsOf, type Rollup } from "../rollup.js";
import type { RollupMatter } from "./matter.js";

/** 数据质量: who is in it, of what there are counts, which counts do not give their figure, and what is missing. */
export function qualityPart(matter: RollupMatter): Part {
  return chapter(
    "quality",
    "数据质量",
    headedParagraphs([
      { heading: "汇总范围", text: scopeText(matter) },
      { heading: "分子分母", text: countsText(matter) },
      { heading: "数值核对", text: unfitText(matter) },
      { heading: "缺项情况", text: gapsText(matter) },
    ]),
  );
}

const STATES: readonly (readonly [string, string])[] = [
  ["示例", "所用数据为示例数据，不反映实际情况"],
  ["初步", "部分数据为初步数据，以最终核定数据为准"],
];

function scopeText({ rollup, context }: RollupMatter): string {
  const { left, sites, dataStatus } = context;
  const all = rollup.districts.length + left.length;
  const absent =
    left.length === 0
      ? `应汇总的${all}个${sites}全部汇总`
      : `应汇总${all}个${sites}，实际汇总${rollup.districts.length}个，${namesCut(left.map(({ name }) => name))}因数据有错误等原因没有汇总`;
  return sentence([absent, STATES.find(([state]) => state === dataStatus)?.[1] ?? ""]);
}

const MOST_NAMED = 8;

function namesCut(names: readonly string[]): string {
  const listed = names.slice(0, MOST_NAMED).join("、");
  return names.length > MOST_NAMED ? `${listed}等${names.length}个` : listed;
}

/** A sum over few districts speaks for few: below four in five it is named. */
const FULL_PER_CENT = 80;

function countsText({ rollup, context }: RollupMatter): string {
  const { districts } = rollup;
  const all = indicatorsOf(rollup);
  const summed = all.filter((each) => each.summed !== null);
  const partial = summed
    .map(({ indicator, summed: rate }) => ({ name: indicator.name, of: rate?.sum.districts ?? 0 }))
    .filter(({ of }) => of * 100 < districts.length * FULL_PER_CENT)
    .sort((a, b) => a.of - b.of);
  const opening = `${all.length}项指标中，${summed.length}项可以按分子、分母合计`;
  if (summed.length === 0) return `${opening}。`;
  if (partial.length === 0) return `${opening}，分子、分母齐全的${context.sites}均在${FULL_PER_CENT}%以上。`;
  const named = partial
    .slice(0, MOST_NAMED)
    .map(({ name, of }) => `${nameList([name])}（${of}个）`)
    .join("、");
  const more = partial.length > MOST_NAMED ? `等${partial.length}项` : "";
  return `${opening}，其中分子、分母齐全的${context.sites}不足${FULL_PER_CENT}%的有${named}${more}，合计数只代表这些${context.sites}。`;
}

function unfitText({ rollup, context }: RollupMatter): string {
  const found = indicatorsOf(rollup).flatMap(({ indicator, unfit }) =>
    unfit.map((at) => `${rollup.districts[at]?.name ?? ""}的${nameList([indicator.name])}`),
  );
  if (found.length === 0) return `各${context.sites}报送的分子、分母与数值相符。`;
  return `分子、分母与报送数值不符的${found.length}处，没有计入合计：${namesCut(found).replace(/个$/u, "处")}。`;
}

function gapsText({ rollup, context }: RollupMatter): string {
  const { rows, districts } = rollup;
  const total = rows.length * districts.length;
  const gaps = rows.map(({ row, statuses }) => ({ name: row.name, count: statuses.noData }));
  const sum = gaps.reduce((all, { count }) => all + count, 0);
  if (sum === 0) return `各${context.sites}各项指标均有数据。`;
  const most = gaps
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ name, count }) => `${nameList([name])}（${count}个${context.sites}）`);
  return `${total}项次中${STATUS.noData.name}${sum}项次，较多的是${most.join("、")}。${worstText(rollup, context.sites)}`;
}

function worstText({ districts, rows }: Rollup, sites: string): string {
  const [worst] = [...districts].sort((a, b) => b.statuses.noData - a.statuses.noData);
  if (worst === undefined || worst.statuses.noData * 5 < rows.length) return "";
  return `${STATUS.noData.name}最多的${sites}是${worst.name}，${rows.length}项中${worst.statuses.noData}项没有数据。`;
}
