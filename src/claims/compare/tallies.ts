import type { Figure } from "../figure.js";
import { decimal } from "../../terms/decimal.js";
import { ALERT, ALERTS } from "../../terms/alert.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";
import { isOfPeople } from "../../plan/words/groupings.js";
import { cellText } from "../../issues/place.js";
import { isLastYear } from "../../plan/period.js";
import { spanOf } from "../../plan/target-kinds.js";
import { ratesOf } from "../../score/rates.js";
import type { Scorecard, ScoredProject, ScoredRow } from "../../score/scorecard.js";
import type { Claim, Of, Verdict } from "../claim.js";
import type { Facts } from "../facts.js";
import { statusesCalled } from "../grammar/status-words.js";
import { fits } from "./amount.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";
import { ofMeasures } from "./measures.js";
import { progressOf } from "./projects.js";

type Tally = Extract<Claim, { kind: "tally" }>;

/** 已达标13项, 达标率56.5%, 全部达标, 红色预警2项, 已完成5个 */
export function tallyVerdict(claim: Tally, facts: Facts): Verdict {
  return anyOf(
    claim.years.flatMap((year) => {
      const scorecard = facts.scorecard(year);
      if (scorecard === null) return [];
      if (claim.scope.things === "projects") return [ofProjects(claim, scorecard)];
      if (claim.scope.things === "measures") return [ofMeasures(claim, scorecard, facts)];
      if (claim.scope.things === "alerts") return [ofAlerts(claim, scorecard)];
      if (claim.scope.things === "tasks" || claim.scope.things === "some") return [];
      return [ofRows(claim, scorecard, facts)];
    }),
  );
}

/** The rows that a tally counts among. */
export function rowsOf({ scope }: Pick<Tally, "scope">, scorecard: Scorecard): readonly ScoredRow[] {
  const domain = scorecard.plan.domains.find(({ name }) => name === scope.domain)?.id;
  return scorecard.rows.filter(
    ({ row }) =>
      (scope.nature === null || row.nature === scope.nature) &&
      (scope.domain === null || row.domain === domain),
  );
}

function whole(claim: Tally, scorecard: Scorecard): string {
  return `${scorecard.year}年${claim.scope.domain ?? ""}${natureWord(claim.scope)}指标`;
}

function natureWord({ nature }: Tally["scope"]): string {
  return nature === null ? "" : nature === "binding" ? "约束性" : "预期性";
}

function ofRows(claim: Tally, scorecard: Scorecard, facts: Facts): Verdict {
  const rows = rowsOf(claim, scorecard);
  const { of, figure } = claim;
  if (of.what === "rate") return rateOf(claim, rows, scorecard, facts);
  if (of.what === "total") return totalOf(claim, rows, scorecard);
  const statuses = statusesOf(of.names[0] ?? "", isLastYear(scorecard));
  if (statuses === null) return UNMATCHED;
  const has = ({ status }: ScoredRow): boolean => statuses.includes(status) !== of.negated;
  const among = of.negated ? rows.filter(({ status }) => STATUS[status].judged) : rows;
  const counted = among.filter(has);
  if (of.but !== undefined) return othersOf(claim, of.but, rows.filter(has), rows, scorecard);
  if (claim.all) {
    // 三项指标均达标 are some that the text has named, not all there are.
    const numbers = new Set(rows.map(({ row }) => row.number)).size;
    if (claim.scope.total !== null && ![rows.length, numbers].includes(claim.scope.total)) return UNMATCHED;
    if (counted.length === rows.length) return AGREE;
    return differs(
      whole(claim, scorecard),
      `${rows.length}项中${of.names[0] ?? ""}${counted.length}项，${namesOf(rows.filter((row) => !has(row)))}不是`,
    );
  }
  if (figure === null) return UNMATCHED;
  const counts = [
    counted.length,
    ...byNumber(claim, rows, scorecard, has),
    ...otherwise(claim, statuses, rows, scorecard),
    ...(of.orAll === true ? [rows.length] : []),
  ];
  // 超过三分之一达标: of as many as the text tells.
  const one = isPercent(unitOf(figure.unit))
    ? decimal(100).div(claim.scope.total ?? rows.length)
    : decimal(1);
  if (counts.some((each) => fits(figure, one.times(each), "halfUp"))) return AGREE;
  return differs(
    `${whole(claim, scorecard)}${of.negated ? "未" : ""}${of.names[0] ?? ""}`,
    `${counted.length}项`,
  );
}

/** 除甲外，其余4项均已达标: so many of the others have it, or else which of them has not. */
function othersOf(
  { of, figure }: Tally,
  but: readonly string[],
  having: readonly ScoredRow[],
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
): Verdict {
  const isOther = ({ row }: ScoredRow): boolean => !but.includes(row.id);
  const counted = having.filter(isOther).length;
  const directional = rows.filter(
    (each) => isOther(each) && each.status === "onTrack" && spanOf(each.row.target) === null,
  ).length;
  if (figure === null || of.what !== "status") return UNMATCHED;
  // As many as the words leave are all of the others: else they are of some that nobody can tell.
  const others = rows.filter(isOther);
  // 提高 is met by whatever rises, whatever its status is called.
  const counts = [
    counted,
    ...(having.every(({ status }) => status === "achieved") ? [counted + directional] : []),
  ];
  if (counted === 0 || counts.some((each) => fits(figure, decimal(each), "halfUp"))) return AGREE;
  if (!figure.value.eq(others.length)) return UNMATCHED;
  const not = others.filter((each) => !having.includes(each));
  const final = isLastYear(scorecard);
  const [first] = not;
  const which =
    first === undefined
      ? ""
      : `（${namesOf(not)}${not.length > 1 ? "不是" : `为${statusName(first.status, final)}`}）`;
  return differs(
    `${scorecard.year}年其余指标中${of.negated ? "未" : ""}${of.names[0] ?? ""}的`,
    `${counted}项${which}`,
  );
}

/** 未达标 is a status, and what is not 已达标; 达标 may be counted among the rows with an explicit target alone. */
function otherwise(
  { of, scope }: Tally,
  statuses: readonly Status[],
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
): number[] {
  if (of.what !== "status") return [];
  const final = isLastYear(scorecard);
  const named = STATUSES.filter((status) => statusName(status, final) === `未${of.names[0] ?? ""}`);
  const { achievement } = ratesOf(rows);
  const apart = achievement.of - achievement.n;
  const isOfTargets = scope.total === achievement.of && statuses.includes("achieved");
  const among = isOfTargets ? [of.negated ? apart : achievement.n] : [];
  if (!of.negated) return [...among, ...withoutUnmet(of.names[0] ?? "", rows)];
  return [
    ...named.map((status) => rows.filter((row) => row.status === status).length),
    rows.filter(({ status }) => status !== "achieved").length,
    apart,
    ...among,
  ];
}

/** 进展滞后 may be told beside 未达标. */
function withoutUnmet(name: string, rows: readonly ScoredRow[]): number[] {
  const called = statusesCalled(name);
  if (called?.includes("unmet") !== true) return [];
  return [rows.filter(({ status }) => status !== "unmet" && called.includes(status)).length];
}

function differs(about: string, right: string): Verdict {
  return { state: "differ", about, right, from: "按本报告的评价结果" };
}

function namesOf(rows: readonly ScoredRow[]): string {
  const [first, second] = rows.map(({ row }) => row.name);
  return rows.length > 2 ? `${first}等` : [first, second].filter((each) => each !== undefined).join("、");
}

/** 46项 are the plan's numbers, of which some are told in several rows: then numbers are counted. */
function byNumber(
  { scope }: Tally,
  rows: readonly ScoredRow[],
  { plan }: Scorecard,
  has: (row: ScoredRow) => boolean,
): number[] {
  const numbers = new Set(plan.rows.map(({ number }) => number));
  if (scope.total !== numbers.size || numbers.size === plan.rows.length) return [];
  const own = [...new Set(rows.map(({ row }) => row.number))];
  return [own.filter((number) => rows.filter(({ row }) => row.number === number).every(has)).length];
}

/** The statuses that a word of a tally stands for; null where it stands for none. */
export function statusesOf(name: string, final: boolean): readonly Status[] | null {
  const called = statusesCalled(name);
  if (called !== null) return called;
  const exact = STATUSES.filter((status) =>
    name
      .split(/[或和及]/u)
      .some(
        (each) =>
          [statusName(status, final), STATUS[status].name].includes(each) ||
          (each === "达标" && status === "achieved") ||
          statusesCalled(each)?.includes(status) === true,
      ),
  );
  if (exact.length > 0) return exact;
  return /达标|实现|达到|完成/u.test(name) ? ["achieved"] : null;
}

function totalOf(claim: Tally, rows: readonly ScoredRow[], scorecard: Scorecard): Verdict {
  const { figure, scope, of } = claim;
  if (figure === null) return UNMATCHED;
  const among = of.what === "total" ? of.among : null;
  if (among !== null) {
    const many = wholeOf(among, rows);
    if (fits(figure, decimal(many), "halfUp")) return AGREE;
    const which = among === "judged" ? "可评价的" : "有明确目标的";
    return differs(`${scorecard.year}年${which}指标`, `${many}项`);
  }
  const numbers = new Set(rows.map(({ row }) => row.number)).size;
  if ([rows.length, numbers].some((each) => fits(figure, decimal(each), "halfUp"))) return AGREE;
  // 13项指标 may be some of them; only a total that is said to be one is held to it.
  const isWhole = scope.nature !== null || scope.domain !== null || (of.what === "total" && of.whole);
  // With those that are named, or in its cell, it is all that there are.
  const isAll = of.what === "total" && of.rest === true;
  return isWhole && (isAll || figure.value.gt(rows.length))
    ? differs(whole(claim, scorecard), `${rows.length}项`)
    : UNMATCHED;
}

/** So many rows can be judged, or have an explicit target. */
function wholeOf(among: "judged" | "explicit", rows: readonly ScoredRow[]): number {
  return among === "judged"
    ? rows.filter(({ status }) => STATUS[status].judged).length
    : ratesOf(rows).achievement.of;
}

/** 达标率: over the rows with an explicit target, or over all, or over those that can be judged. */
function rateOf(claim: Tally, rows: readonly ScoredRow[], scorecard: Scorecard, facts: Facts): Verdict {
  const { of, figure } = claim;
  if (figure === null || of.what !== "rate") return UNMATCHED;
  const rates = ratesOf(rows);
  const own = rates[of.name];
  const judged = rows.filter(({ status }) => STATUS[status].judged).length;
  const reported = rows.filter(({ status }) => status !== "noData").length;
  const wholes =
    of.name === "improving"
      ? [own.of]
      : [own.of, rows.length, judged, reported, new Set(rows.map(({ row }) => row.number)).size];
  if (figure.parts !== null) {
    const { n, of: over } = figure.parts;
    if (n === own.n && wholes.includes(over)) return AGREE;
  } else {
    const factor = scale(unitOf("%"), figure.unit);
    if (factor === null || !isPercent(unitOf(figure.unit))) return UNMATCHED;
    const quotients = wholes.filter((each) => each > 0).map((each) => decimal(own.n).times(100).div(each));
    if (quotients.some((each) => fits(figure, each, facts.plan.method.rounding))) return AGREE;
    // 总体达标率 may be that of what is met or on course.
    const { onCourse } = rates;
    const share = onCourse.of === 0 ? null : decimal(onCourse.n).times(100).div(onCourse.of);
    if (of.overall === true && share !== null && fits(figure, share, facts.plan.method.rounding))
      return AGREE;
  }
  const percent =
    own.of === 0 ? "" : `${decimal(own.n).times(100).div(own.of).toDecimalPlaces(1).toFixed()}%`;
  return differs(
    `${whole(claim, scorecard)}${RATE_NAMES[of.name]}`,
    `${own.n}/${own.of}${percent === "" ? "" : `，即${percent}`}`,
  );
}

const RATE_NAMES = {
  achievement: "达标率",
  improving: "向好率",
  onCourse: `达标或${STATUS.onTrack.name}的比重`,
} as const;

function ofAlerts(claim: Tally, scorecard: Scorecard): Verdict {
  const { of, figure, scope } = claim;
  const rows = rowsOf(claim, scorecard);
  if (figure === null || of.what !== "status") return UNMATCHED;
  const alert = ALERTS.find((each) => ALERT[each].name === of.names[0]);
  const counted = rows.filter((row) =>
    alert === undefined ? row.alert !== null : row.alert === alert,
  ).length;
  if (fits(figure, decimal(counted), "halfUp")) return AGREE;
  const which = `${scope.domain ?? ""}${natureWord(scope)}`;
  return differs(`${scorecard.year}年${which}${of.names[0] ?? ""}预警`, `${counted}项`);
}

/** How many towns or institutions have a figure of a row, year by year. */
function sitesOf({ options, years }: NonNullable<Of<"share">["sites"]>, { plan, dataset }: Facts): number[] {
  return years.flatMap((year) =>
    options.map(
      ({ id }) =>
        dataset.groups.filter(
          (each) => each.indicator === id && each.year === year && !isOfPeople(each.grouping, plan),
        ).length,
    ),
  );
}

/** 41项中已达标14项，占34.1%: of what the text counts, or of all, those with an explicit target or those that are judged. */
export function shareVerdict(
  { counted, both = null, total, wider = null, among, sites, figure }: Of<"share">,
  facts: Facts,
): Verdict {
  const rows = facts.scorecard(facts.year)?.rows ?? [];
  const numbers = new Set(rows.map(({ row }) => row.number)).size;
  const all = [rows.length, numbers, wholeOf("judged", rows), wholeOf("explicit", rows)];
  const wholes =
    sites !== undefined
      ? sitesOf(sites, facts)
      : total !== null
        ? [total, wider ?? total]
        : among === null
          ? all
          : [wholeOf(among, rows)];
  const sharesOf = (some: Figure) =>
    wholes.filter((each) => each > 0).map((each) => some.value.times(100).div(each));
  const [share] = sharesOf(counted);
  if (share === undefined || counted.hedge !== "exact") return UNMATCHED;
  const shares = [counted, ...(both === null ? [] : [both])].flatMap(sharesOf);
  if (shares.some((each) => fits(figure, each, facts.plan.method.rounding))) return AGREE;
  // Of whichever comes nearer.
  const [together = share] = both === null ? [] : sharesOf(both);
  const isOfBoth = figure.value.minus(together).abs().lt(figure.value.minus(share).abs());
  const meant = isOfBoth ? together : share;
  const what = isOfBoth && both !== null ? `${both.value.toFixed()}项` : counted.text;
  const right = `${meant.toDecimalPlaces(Math.max(figure.value.decimalPlaces(), 1)).toFixed()}%`;
  return { state: "differ", about: `${wholes[0]}项中的${what}`, right, from: "" };
}

const ON_THEIR_WAY = /^(?:有序|稳步|顺利|扎实)+推进$/u;

function ofProjects(claim: Tally, { projects, year }: Scorecard): Verdict {
  const { of, figure } = claim;
  if (of.what === "total") {
    if (figure === null || fits(figure, decimal(projects.length), "halfUp")) return AGREE;
    return of.rest === true ? differs(`${year}年重点项目`, `共${projects.length}个`) : UNMATCHED;
  }
  if (of.what !== "status") return UNMATCHED;
  const wanted = progressOf(of.names[0] ?? "");
  if (wanted === null || projects.every(({ progress }) => progress === null)) return UNMATCHED;
  const has = ({ progress }: ScoredProject): boolean =>
    wanted.includes(progress?.status ?? "") !== of.negated;
  const counted = projects.filter(has);
  const source = projects.find((each) => !has(each) && each.progress !== null)?.progress?.source;
  const right = (words: string): Verdict => ({
    state: "differ",
    about: `${year}年重点项目`,
    right: words,
    from: source === undefined ? "" : cellText(source),
  });
  // 15个重点项目有序推进: of all of them together, those that are done as well.
  const isSaidOfAll = claim.all || figure?.value.eq(projects.length) === true;
  if (isSaidOfAll && ON_THEIR_WAY.test(of.names[0] ?? "") && !of.negated) {
    const idle = projects.find(({ progress }) => progress?.status === "未启动");
    if (projects.some(({ progress }) => progress === null)) return UNMATCHED;
    if (idle === undefined) return AGREE;
    return claim.all ? right(`${idle.project.name}未启动`) : UNMATCHED;
  }
  if (claim.all)
    return counted.length === projects.length
      ? AGREE
      : right(
          `${projects.length}个中${counted.length}个，${projects.find((each) => !has(each))?.project.name ?? ""}等不是`,
        );
  if (figure === null) return UNMATCHED;
  return fits(figure, decimal(counted.length), "halfUp")
    ? AGREE
    : right(`${of.negated ? "未" : ""}${of.names[0] ?? ""}的${counted.length}个`);
}
