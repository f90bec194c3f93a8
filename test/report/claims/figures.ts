import { spanOf } from "../../../src/plan/target-kinds.js";
import { distanceOf, figureOf, isDifference, isMet, number, pattern, stands, type Claim } from "./claim.js";

/** What is said against figures the target names. */
export const FIGURES: readonly Claim[] = [
  {
    name: "short of the target",
    pattern: pattern("距[^，；。]*?(?:（[^）]*）|的目标)还差~amount"),
    isSo: (said, truth) => isMet(truth) === false && distanceOf(truth, said("amount")),
  },
  {
    name: "beyond the target, which is the wrong side of it",
    pattern: pattern("比#bound(?:—#high)?的(?:目标|平衡区间)(?<word>高|低)~amount"),
    isSo: (said, truth) => isMet(truth) === false && distanceOf(truth, said("amount")),
  },
  {
    name: "beyond the target, for a reason",
    pattern: pattern("高于[^，；。（]*目标[值区间]*（[^）]*）~amount"),
    isSo: (said, truth) => isMet(truth) === false && distanceOf(truth, said("amount")),
  },
  {
    name: "off a target of about so much",
    pattern: pattern("比#middle左右的目标(?<word>高|低)~amount"),
    isSo: (said, truth) =>
      isMet(truth) === false &&
      (said("word") === "高"
        ? isDifference(said("amount"), truth.value, number(said("middle")))
        : isDifference(said("amount"), number(said("middle")), truth.value)),
  },
  {
    name: "on the line of a strict target",
    pattern: pattern("恰好等于目标值，尚未(?<word>低于|高于)"),
    isSo: (said, truth) => {
      const { low = null, high = null } = spanOf(truth.scored.indicator.target) ?? {};
      const line = said("word") === "低于" ? high : low;
      return isMet(truth) === false && line !== null && truth.value.eq(line);
    },
  },
  {
    name: "met, by the comparison",
    pattern: pattern("(?<!不)(?<word>不低于|不少于|不高于|高于|低于)目标值#target"),
    isSo: (said, truth) => isMet(truth) === true && stands(said("word"), truth.value, number(said("target"))),
  },
  {
    name: "met, in words",
    pattern: pattern(
      "(?<!不|未)(?:提前达到|已达到|继续达到|实现|优于|达到)(?:不少于)?#target(?:以下)?(?:（[^）]*）)?的目标|继续(?:低于|高于)#kept的目标|继续保持在#held以下|处于[^，；。]*?的平衡区间|处于[^，；。]*?（[^）]*）内|按达标计|符合#middle左右的目标",
    ),
    isSo: (_, truth) => isMet(truth) === true,
  },
  {
    name: "on the right side of a target that falls",
    pattern: pattern("(?:^|，|实现)(?<word>低于)#target的目标(?!\\d)"),
    isSo: (said, truth) => {
      const unmet = truth.traits.ratio && isMet(truth) === false;
      return unmet || (isMet(truth) === true && stands(said("word"), truth.value, number(said("target"))));
    },
  },
  {
    name: "no more than the target allows",
    pattern: pattern("(?:继续保持在|达到|实现)#target以下"),
    isSo: (said, truth) => isMet(truth) === true && truth.value.lte(number(said("target"))),
  },
  {
    name: "inside a band",
    pattern: pattern("处于#low—#high的平衡区间|处于[^，；。]*?（#one—#two）内"),
    isSo: (said, { value }) =>
      value.gte(number(said("low") || said("one"))) && value.lte(number(said("high") || said("two"))),
  },
  {
    name: "above a band, and met",
    pattern: pattern("高于[^，；。]*?（#low—#high），按达标计"),
    isSo: (said, { value }) => value.gt(number(said("high"))),
  },
  {
    name: "met at the baseline",
    pattern: pattern("(?<year>\\d{4})年(?:曾|已)达标，现已(?:回落|反弹|偏离)"),
    isSo: (said, truth) => isMet({ ...truth, value: figureOf(truth, said("year")) }) === true,
  },
  {
    name: "met once, and lost",
    pattern: pattern("现已(?:回落|反弹|偏离)|曾符合目标"),
    isSo: (_, truth) => isMet(truth) === false,
  },
  {
    name: "explained: the comparison with the target",
    pattern: pattern("^x＝#own(?:（[^）]*）)?；.*，(?<word>不?符合)目标"),
    isSo: (said, truth) => number(said("own")).eq(truth.value) && (said("word") === "符合") === isMet(truth),
  },
  {
    name: "explained: each relation to a line",
    pattern: pattern("(?<=[；，])#one(?<word>[＞＜＝])#two(?=，)"),
    isSo: (said) => stands(said("word"), number(said("one")), number(said("two"))),
  },
];
