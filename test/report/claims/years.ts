import type { ScoredIndicator } from "../../../src/score/scorecard.js";
import { decimal, round } from "../../../src/terms/decimal.js";
import {
  figureOf,
  hasMoved,
  isBetter,
  isDown,
  number,
  pattern,
  prints,
  stands,
  type Claim,
} from "./claim.js";

/** A direction is kept. */
function holds({ status }: ScoredIndicator): boolean {
  return status === "onTrack" || status === "achieved";
}

/** What is said against earlier years. */
export const YEARS: readonly Claim[] = [
  {
    name: "moved",
    pattern: pattern("(?<!曾)比(?<year>\\d{4})年(?<verb>提高|增加|上升|下降|降低|减少)~amount"),
    isSo: hasMoved,
  },
  {
    name: "moved on the way",
    pattern: pattern("(?<now>\\d{4})年曾比(?<year>\\d{4})年(?<verb>提高|增加|上升|下降|降低|减少)~amount"),
    isSo: (said, truth) => {
      const then = { ...truth, value: figureOf(truth, said("now")) };
      return hasMoved(said, then) && isBetter(truth.traits, figureOf(truth, said("year")), then.value);
    },
  },
  {
    name: "told from level to level",
    pattern: pattern("由(?<year>\\d{4})年的#then(?<verb>升至|降至)#now"),
    isSo: (said, truth) => {
      const then = figureOf(truth, said("year"));
      const sided = isDown(said("verb")) ? truth.value.lt(then) : truth.value.gt(then);
      return sided && prints(said("then"), then) && prints(said("now"), truth.value);
    },
  },
  {
    name: "beside an earlier year",
    pattern: pattern("(?<!不)(?<word>高于|低于)(?<year>\\d{4})年的#then"),
    isSo: (said, truth) => {
      const then = figureOf(truth, said("year"));
      return stands(said("word"), truth.value, then) && prints(said("then"), then);
    },
  },
  {
    name: "nearly level",
    pattern: pattern("与(?<year>\\d{4})年基本持平（(?<verb>[^\\d]+)~amount）"),
    isSo: (said, truth) => hasMoved(said, truth) && number(said("amount")).lte("0.1"),
  },
  {
    name: "level",
    pattern: pattern("与(?<year>\\d{4})年持平"),
    isSo: (said, truth) => round(figureOf(truth, said("year")), 2).eq(round(truth.value, 2)),
  },
  {
    name: "a direction that holds",
    pattern: pattern("(?<!不)符合“[^”]*”的目标要求|与“[^”]*”的方向一致"),
    isSo: (_, { scored, traits, value }) =>
      holds(scored) && !isBetter(traits, scored.baseline?.value ?? decimal(NaN), value),
  },
  {
    name: "a direction that does not",
    pattern: pattern("不符合“[^”]*”的目标要求"),
    isSo: (_, { scored, traits, value }) =>
      traits.class === "directional" && isBetter(traits, scored.baseline?.value ?? decimal(NaN), value),
  },
  {
    name: "a direction not yet seen",
    pattern: pattern("未实现“"),
    isSo: (_, { scored, value }) => !holds(scored) && (scored.baseline?.value.eq(value) ?? false),
  },
  {
    name: "worse than the year before",
    pattern: pattern("但比(?<year>\\d{4})年[^，。；]*，不符合《规划》"),
    isSo: (said, truth) => isBetter(truth.traits, figureOf(truth, said("year")), truth.value),
  },
  {
    name: "a year no better than the one before",
    pattern: pattern(
      "(?:但|，)(?<years>\\d{4}年(?:、\\d{4}年)*)(?<verb>下降|上升|减少|增加|提高|降低|与上年持平)",
    ),
    isSo: (said, truth) =>
      said("years")
        .split("、")
        .map((year) => year.replace("年", ""))
        .every((year) => {
          const { series, baseline } = truth.scored;
          const before = [baseline, ...series].findLast((each) => each !== null && each.year < Number(year));
          const figure = figureOf(truth, year);
          if (before == null) return false;
          return said("verb") === "与上年持平"
            ? figure.eq(before.value)
            : isBetter(truth.traits, before.value, figure);
        }),
  },
  {
    name: "a direction kept but for some years",
    pattern: pattern("不符合《规划》“[^”]*”的要求"),
    isSo: (_, { scored, traits, value }) =>
      !holds(scored) &&
      traits.class === "directional" &&
      !isBetter(traits, scored.baseline?.value ?? decimal(NaN), value),
  },
  {
    name: "turned on the way",
    pattern: pattern("(?:其间|但|，)(?<years>\\d{4}年(?:、\\d{4}年)*)(?:有所|曾有)(?:回落|反弹)"),
    isSo: (said, truth) =>
      said("years")
        .split("、")
        .every((year) => {
          const { series, baseline } = truth.scored;
          const when = Number(year.replace("年", ""));
          const before = [baseline, ...series].findLast((each) => each !== null && each.year < when);
          return before != null && isBetter(truth.traits, before.value, figureOf(truth, String(when)));
        }),
  },
  {
    name: "worse than it began on the way",
    pattern: pattern(
      "(?<first>\\d{4})(?:—(?<last>\\d{4}))?年(?:均|曾)(?<word>高于|低于)(?<year>\\d{4})年水平",
    ),
    isSo: (said, truth) => {
      const start = figureOf(truth, said("year"));
      const [first, last] = [Number(said("first")), Number(said("last") || said("first"))];
      const between = truth.scored.series.filter(({ year }) => year >= first && year <= last);
      return between.length > 0 && between.every(({ value }) => stands(said("word"), value, start));
    },
  },
  {
    name: "a direction kept in the end",
    pattern: pattern("年实现“"),
    isSo: (_, { scored, traits, value }) =>
      holds(scored) && isBetter(traits, value, scored.baseline?.value ?? decimal(NaN)),
  },
  {
    name: "recovering",
    pattern: pattern("近\\p{Script=Han}+年连续(?:提高|增加|上升|下降|降低|减少)"),
    isSo: (_, { scored, traits, value }) =>
      scored.previous !== null && isBetter(traits, value, scored.previous.value),
  },
  {
    name: "at the natural limit",
    pattern: pattern("(?:连续)?保持(?:为#low|#limit)(?=，|。|$)"),
    isSo: (said, { scored: { indicator }, value }) =>
      [said("low"), said("limit")].filter((text) => text !== "").every((text) => number(text).eq(value)) &&
      [indicator.range.min, indicator.range.max].some((limit) => limit?.eq(value) ?? false),
  },
  {
    name: "explained: better, worse, level",
    pattern: pattern("#then→(?<year>\\d{4})年#now，.*?(?:，(?<word>变好|变差))?$"),
    isSo: (said, { traits, value }) => {
      const then = number(said("then"));
      if (!prints(said("now"), value)) return false;
      if (said("word") === "") return true;
      // Shown figures may look level where the exact ones are not.
      return said("word") === "变好" ? !isBetter(traits, then, value) : !isBetter(traits, value, then);
    },
  },
];
