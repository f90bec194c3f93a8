import { spanOf } from "../../../src/plan/target-kinds.js";
import { distanceOf, figureOf, isMet, number, pattern, stands, type Claim } from "./claim.js";

/** What is said against figures the target names. */
export const FIGURES: readonly Claim[] = [
  {
    name: "short of the target",
    pattern: pattern("距[^，；。]*?（[^）]*）还差~amount"),
    isSo: (said, truth) => isMet(truth) === false && distanceOf(truth, said("amount")),
  },
  {
    name: "on the line of a strict target",
    pattern: pattern("恰在目标界限上，尚未(?<word>低于|高于)"),
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
    pattern: pattern("提前达到|已达到|继续符合|处于[^，；。]*?（[^）]*）内|按达标计|恰好达到目标界限"),
    isSo: (_, truth) => isMet(truth) === true,
  },
  {
    name: "inside a band",
    pattern: pattern("处于[^，；。]*?（#low—#high）内"),
    isSo: (said, { value }) => value.gte(number(said("low"))) && value.lte(number(said("high"))),
  },
  {
    name: "above a band, and met",
    pattern: pattern("高于[^，；。]*?（#low—#high），按达标计"),
    isSo: (said, { value }) => value.gt(number(said("high"))),
  },
  {
    name: "met at the baseline",
    pattern: pattern("在?(?<year>\\d{4})年(?:即已达标|已达标，现已回落)"),
    isSo: (said, truth) => isMet({ ...truth, value: figureOf(truth, said("year")) }) === true,
  },
  {
    name: "met once, and lost",
    pattern: pattern("现已回落|由达标回落为未达标|曾符合目标"),
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
