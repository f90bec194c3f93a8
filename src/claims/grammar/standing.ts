import { isPercent, unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import { figureAt } from "./figures.js";
import { AND } from "./joint.js";
import type { Named } from "./names.js";

/** Where a piece of a name may begin, and what may follow it: anything else makes it a piece of another word. */
const BEFORE =
  /(?:^|[，、；：（“”(]|[，；]在|\d年[底末]?|年来|以来|年间|期间|[全我本][区县市州省]|[比较与和同跟及而]|[例人名件起]中|其中|分别|高于|低于|快于|慢于|高出|超过|少于|多于|优于|落后于?|领先于?|不及|不如|[只仅唯]有?|是|为|相当于|但是?|并|且|同时|以及|尤其是?|特别是)$/u;
/** What begins the words that tell how much it is, or how it went. */
export const TELLING =
  "为达是仅只约近超逾接将过突则也又更却亦均都各分高低多少相差升降增提减上下稳保持仍净由从比较同已未尚首翻再略双齐呈逐连最";
const AFTER = new RegExp(
  `^(?:$|[，、；：）”(（\\d]|${AND}|[${TELLING}]|有所|不到|不足|停留|停滞|徘徊|始终|长期|目前|总体|整体|基本|完成|的\\d|[近两三四五六七八九十]年)`,
  "u",
);
const SHARE = /^占(?!比)/u;
const SHARE_NAME = /(?:占比|比例|比重)$/u;

/** Whether what is found there is parted from the words around it as a name is. */
export function standsAlone(text: string, { start, end, thing }: Named): boolean {
  if (!BEFORE.test(text.slice(0, start))) return false;
  const after = text.slice(end);
  const isShare = thing.kind === "indicators" && SHARE_NAME.test(thing.name);
  return AFTER.test(after) || (isShare && SHARE.test(after));
}

/** Measure words of one sort of thing. */
const MEASURE_WORDS = [
  ["人", "名", "位"],
  ["个", "家", "所"],
  ["件", "起"],
  ["户"],
  ["张"],
  ["小时"],
  ["岁"],
  ["年"],
];

const GROWN = /[增降减升]|提高|扩大|回落/u;

/** 高于工伤保险17.2%的增幅 */
const ITS_GROWTH = /^的(?:[增升降减]幅|涨幅|增速|增长)/u;

const YEAR = /^(?:19|20)\d\d年/u;
const YEAR_LETTERS = 5;

/** The next figure of the clause, if there is one, is in the unit of the thing: 初中生35人 is nothing of 近视率. */
export function isFollowedByItsUnit(text: string, { end, thing }: Named): boolean {
  if (thing.kind !== "indicators") return false;
  const clause = /^[^，；]*/u.exec(text.slice(end))?.[0] ?? "";
  for (let at = 0; at < clause.length; at += 1) {
    if (YEAR.test(clause.slice(at, at + YEAR_LETTERS))) at += YEAR_LETTERS;
    const figure = figureAt(clause, at);
    if (figure === null) continue;
    const unit = unitOf(thing.options[0]?.unit ?? "");
    // 2.51个、7.02个百分点
    const isShort = figure.unit === "个" && !figure.value.isInteger();
    if (figure.points || isShort || figure.form !== "number") return true;
    // 工伤保险参保人数增长1.9%
    if (unit.per === null && isPercent(unitOf(figure.unit)))
      return GROWN.test(clause.slice(0, at)) || ITS_GROWTH.test(clause.slice(figure.end));
    // 工伤387件 is none of the people insured.
    const counted =
      unit.per !== null ||
      MEASURE_WORDS.some((words) =>
        [unit.thing, unitOf(figure.unit).thing].every((each) => words.includes(each)),
      );
    return counted && scale(unit, figure.unit) !== null;
  }
  return true;
}
