import {
  figureOf,
  isDifference,
  isMet,
  number,
  pattern,
  prints,
  shortOf,
  stands,
  type Claim,
} from "./claim.js";
import { OTHER } from "../situations.js";

/** What is said against another row or series of the same year. */
export const BESIDE: readonly Claim[] = [
  {
    name: "beside, on the wrong side",
    pattern: pattern(`比同年${OTHER}（#other）(?<word>低|高)~amount`),
    isSo: (said, { traits, value, other }) =>
      traits.comparator !== null &&
      other.now !== null &&
      prints(said("other"), other.now) &&
      stands(`${said("word")}于`, value, other.now) &&
      shortOf(traits.comparator, value, other.now).gt(0) &&
      number(said("amount")).gt(0) &&
      isDifference(
        said("amount"),
        ...(said("word") === "低" ? ([other.now, value] as const) : ([value, other.now] as const)),
      ),
  },
  {
    name: "beside, met",
    pattern: pattern(`(?<word>不低于|不高于)同年${OTHER}（#other）(?!\\d)`),
    isSo: (said, { value, other }) =>
      other.now !== null && prints(said("other"), other.now) && stands(said("word"), value, other.now),
  },
  {
    name: "beside, within the tolerance",
    pattern: pattern(`与同年${OTHER}（#other）相适应`),
    isSo: (said, truth) =>
      truth.other.now !== null && prints(said("other"), truth.other.now) && isMet(truth) === true,
  },
  {
    name: "what the comparator lacks",
    pattern: pattern(`[缺报](?<year>\\d{4})年${OTHER}(?:数据|后即可)`),
    isSo: (said, { scored, other }) =>
      Number(said("year")) === scored.year
        ? other.now === null
        : Number(said("year")) === scored.baseline?.year && other.then === null,
  },
  {
    name: "the gap to the comparator since the baseline",
    pattern: pattern("差距(?<word>比|未比)(?<year>\\d{4})年缩小"),
    isSo: (said, truth) => {
      const { traits, value, other } = truth;
      if (traits.comparator === null || other.now === null || other.then === null) return false;
      const then = shortOf(traits.comparator, figureOf(truth, said("year")), other.then);
      return (said("word") === "比") === shortOf(traits.comparator, value, other.now).lt(then);
    },
  },
  {
    name: "explained: the gap of the year",
    pattern: pattern("^#one－#two＝#gap(?:；[^；]*)?；#own(?<word>不?[低高]于)要求$"),
    isSo: (said, truth) => {
      const { traits, value, other } = truth;
      if (traits.comparator === null || other.now === null) return false;
      const [first, second] = traits.comparator.side === "notBelow" ? [other.now, value] : [value, other.now];
      const tells = [number(said("one")).eq(first), number(said("two")).eq(second)].every(Boolean);
      const sum = number(said("one"))
        .minus(number(said("two")))
        .eq(number(said("gap")));
      const sided = said("word").endsWith(traits.comparator.side === "notBelow" ? "低于" : "高于");
      return (
        tells &&
        sum &&
        sided &&
        number(said("own")).eq(value) &&
        said("word").startsWith("不") === isMet(truth)
      );
    },
  },
  {
    name: "explained: what is compared with the comparator",
    pattern: pattern(`x(?<word>[≥≤])同一年的\\w+（${OTHER}）(?<slack>[－＋]#tolerance)?$`),
    isSo: (said, { traits: { comparator } }) =>
      comparator !== null &&
      said("word") === (comparator.side === "notBelow" ? "≥" : "≤") &&
      number(said("tolerance") || "0").eq(comparator.tolerance) &&
      (comparator.tolerance.isZero() ||
        said("slack").startsWith(comparator.side === "notBelow" ? "－" : "＋")),
  },
];
