import { isLastYear } from "../../plan/period.js";
import type { Indicator } from "../../plan/plan.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { decimal } from "../../terms/decimal.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";
import type { Of, Verdict } from "../claim.js";
import { scoredOf, type Facts } from "../facts.js";
import { fits } from "./amount.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";
import { rowsOf, statusesOf } from "./tallies.js";

/** 缺项2项，为甲和乙; 未达标的是丙: every row that is named is of that status. */
export function listedVerdict(claim: Of<"listed">, facts: Facts): Verdict {
  if (claim.scope.things !== "rows") return UNMATCHED;
  return anyOf(
    claim.years.flatMap((year) => {
      const scorecard = facts.scorecard(year);
      return scorecard === null ? [] : [ofYear(claim, scorecard)];
    }),
  );
}

function ofYear(claim: Of<"listed">, scorecard: Scorecard): Verdict {
  const rows = rowsOf(claim, scorecard);
  const all = readingsOf(claim, isLastYear(scorecard));
  const fitting = all.filter((statuses) => isCount(claim, statuses, rows));
  const readings = fitting.length > 0 ? fitting : all;
  const own = claim.rows.map((options) => statusesIn(options, scorecard));
  const [first] = readings;
  if (first === undefined || own.some((each) => each.length === 0)) return UNMATCHED;
  const isOf = (each: readonly Status[], statuses: readonly Status[]): boolean =>
    each.some((status) => statuses.includes(status));
  if (readings.some((statuses) => own.every((each) => isOf(each, statuses)))) return AGREE;
  const wrong = own.findIndex((each) => !isOf(each, first));
  const [row] = claim.rows[wrong] ?? [];
  const [status] = own[wrong] ?? [];
  if (row === undefined || status === undefined) return UNMATCHED;
  return {
    state: "differ",
    about: `${row.name}${scorecard.year}年`,
    right: statusName(status, isLastYear(scorecard)),
    from: "按本报告的评价结果",
  };
}

/** 未达标 is a status, and what has not met its target, and what is not called met. */
function readingsOf({ name, negated }: Of<"listed">, final: boolean): (readonly Status[])[] {
  const statuses = statusesOf(name, final);
  if (statuses === null) return [];
  if (!negated) return [statuses];
  const named = STATUSES.filter((status) => statusName(status, final) === `未${name}`);
  const judged = STATUSES.filter((status) => STATUS[status].judged && !statuses.includes(status));
  const behind = STATUSES.filter((status) => STATUS[status].behind);
  return [named, behind, judged].filter((each) => each.length > 0);
}

function isCount({ figure }: Of<"listed">, statuses: readonly Status[], rows: readonly ScoredRow[]): boolean {
  const many = rows.filter(({ status }) => statuses.includes(status)).length;
  return figure !== null && fits(figure, decimal(many), "halfUp");
}

function statusesIn(options: readonly Indicator[], scorecard: Scorecard): Status[] {
  return options.flatMap(({ id }) => scoredOf(scorecard, id)?.status ?? []);
}

/** 松溉、永荣、红炉3个镇 */
export function manyVerdict({ figure, named: [least, most] }: Of<"many">): Verdict {
  const isMany = figure.value.gte(least) && figure.value.lte(most);
  return isMany || figure.hedge !== "exact"
    ? AGREE
    : { state: "differ", about: "所列名称的个数", right: `列出${least}个`, from: "" };
}
