import { decimal, type Decimal } from "../terms/decimal.js";
import type { Indicator } from "../plan/plan.js";
import { isPercent, unitOf } from "../terms/unit.js";
import type { Claim, Level, Of, Verdict } from "./claim.js";
import { fits } from "./compare/amount.js";
import { AGREE, UNMATCHED } from "./compare/any-of.js";
import { verdictOf } from "./compare/verdict.js";
import type { Facts } from "./facts.js";
import type { Figure } from "./figure.js";

/** A claim with what came of it, and the clause it stands in. */
export interface Held {
  claim: Claim;
  verdict: Verdict;
  clause: string;
}

/** What the other figures of its sentence say of a claim: that its row is meant, or that it is reckoned from them. */
export function besideOthers(
  own: Held,
  all: readonly Held[],
  facts: Facts,
  earlier: readonly Held[] = [],
): Verdict {
  const { claim, verdict } = own;
  if (claim.kind === "sum" && verdict.state === "differ" && isToldByData(claim, all)) return UNMATCHED;
  if (claim.kind === "level" && verdict.state === "differ" && isToldByCourse(claim, all, facts)) return AGREE;
  const narrow = verdict.state === "differ" ? claim : narrowed(own, all, facts);
  const told =
    narrow !== claim
      ? verdictOf(narrow, facts)
      : isConfirmed(own, all) || isConfirmedBefore(own, earlier)
        ? verdictOf({ ...claim, sure: true }, facts)
        : verdict;
  return told.state === "differ" && isReckoned(own, all, facts) ? UNMATCHED : told;
}

/**
 * 较上年的66.51%提高2个百分点以上, 高于全市平均水平（58.3%）0.52个百分点: the data say themselves whether the distance is
 * right, where one of the figures it is reckoned from is wrong, or where another place's is known.
 */
function isToldByData({ figure, course }: Of<"sum">, all: readonly Held[]): boolean {
  const same = all.filter(({ claim, verdict }) => verdict.state !== "unmatched" && isOfFigure(claim, figure));
  const isWrong = ({ start }: Figure): boolean =>
    all.some(
      ({ claim, verdict }) =>
        verdict.state === "differ" && claim.kind === "level" && claim.figure.start === start,
    );
  return same.some(
    ({ claim, verdict }) =>
      claim.kind === "beside" ||
      (claim.kind === "change" && verdict.state === "agree" && [course.from, course.to].some(isWrong)),
  );
}

/** 由43.85%逐年升至43.25%: the figure is right, and which way it went is told of the whole course. */
function isToldByCourse(claim: Level, all: readonly Held[], facts: Facts): boolean {
  const isTold = all.some(
    ({ claim: other, verdict }) =>
      other.kind === "sum" && verdict.state === "differ" && other.course.to.start === claim.figure.start,
  );
  return isTold && claim.moved !== 0 && verdictOf({ ...claim, moved: 0 }, facts).state === "agree";
}

function isOfFigure(claim: Claim, { start }: Figure): boolean {
  const told = claim.kind === "beside" ? claim.by : claim.kind === "change" ? claim.figure : null;
  return told?.start === start;
}

/** 基本医疗保险参保率94.72%…已高于95%的目标: of the rows that go by the name, the one that another figure of it is of. */
function narrowed({ claim }: Held, all: readonly Held[], facts: Facts): Claim {
  if (!("options" in claim) || claim.options.length < 2) return claim;
  const told = all.filter(
    ({ claim: other, verdict }) =>
      verdict.state === "agree" &&
      isTelling(other) &&
      "options" in other &&
      other.options.map(({ id }) => id).join() === claim.options.map(({ id }) => id).join(),
  );
  const meant = claim.options.filter((option) =>
    told.some(
      ({ claim: other }) => verdictOf({ ...other, options: [option] } as Claim, facts).state === "agree",
    ),
  );
  return meant.length === 1 ? { ...claim, options: meant } : claim;
}

/** A name that leaves open what it is of is certain once another figure of the sentence is the row's to its digits. */
function isConfirmed(own: Held, all: readonly Held[]): boolean {
  const { claim, verdict } = own;
  if (verdict.state !== "unmatched" || claim.doubt === "other") return false;
  const telling = all.filter(
    (other) => other !== own && other.verdict.state === "agree" && isTelling(other.claim),
  );
  if (telling.some((other) => isBesideOwn(other.claim, claim))) return true;
  if (!isOpenWhose(claim)) return false;
  return (
    telling.some((other) => isOfOne(other.claim, claim)) ||
    areTold(claim, telling) ||
    areRanked(claim, telling, all) ||
    isOfList(claim, own, all)
  );
}

/** 全区接种率98.90%。…三镇低于98%: the sentence before has told the figure of the row that goes by so short a name. */
function isConfirmedBefore({ claim, verdict }: Held, earlier: readonly Held[]): boolean {
  if (verdict.state !== "unmatched" || !isOpenWhose(claim) || claim.doubt === "other") return false;
  return earlier.some(
    (other) => other.verdict.state === "agree" && isTelling(other.claim) && isOfOne(other.claim, claim),
  );
}

/** 孕产妇死亡率在低位波动，五年间分别为…: of a list, of which the figure beside it is the row's. */
function isBesideOwn(one: Claim, other: Claim): boolean {
  if (one.kind !== "level" || other.kind !== "level" || other.doubt !== null) return false;
  const ids = (claim: typeof one): string => claim.options.map(({ id }) => id).join();
  const [first, second] = one.at < other.at ? [one, other] : [other, one];
  const between = second.at - first.at - first.written.length;
  return between <= LONGEST_MARK && ids(one) === ids(other) && one.years.join() !== other.years.join();
}

/** 、 and 以及 */
const LONGEST_MARK = 2;

/** 城市社区97.3%，农村社区77.2%，差距比2020年扩大3.4个百分点: a distance between rows whose figures are both told. */
function areTold(claim: Claim, telling: readonly Held[]): boolean {
  const rows =
    claim.kind === "lone" ? claim.options : claim.kind === "than" ? [...claim.options, ...claim.others] : [];
  const isTold = (id: string): boolean =>
    telling.some(
      ({ claim: other }) =>
        (other.kind === "level" && other.options.length === 1 && other.options[0]?.id === id) ||
        (other.kind === "than" && [...other.options, ...other.others].some((each) => each.id === id)),
    );
  return rows.length > 1 && rows.every(({ id }) => isTold(id));
}

/** 小学生、初中生、高中生分别下降…，其中小学生降幅最大: of rows whose figures are all told and right, some of them tellingly. */
function areRanked(claim: Claim, telling: readonly Held[], all: readonly Held[]): boolean {
  if (claim.kind !== "ranked" || telling.length < LEAST_LISTED) return false;
  const isTold = (id: string): boolean =>
    all.some(
      ({ claim: other, verdict }) =>
        verdict.state === "agree" &&
        TELLING.has(other.kind) &&
        optionsOf(other).length === 1 &&
        optionsOf(other)[0]?.id === id,
    );
  return claim.rows.every(([row]) => row !== undefined && isTold(row.id));
}

/**
 * 检测率99.51%，感染孕产妇治疗率96.3%，母婴传播率…: names that each leave something open, told one after another, of
 * which all others have their rows' figures; 女职工参保情况：…, of so many at least, where it is whose they are.
 */
function isOfList(claim: Claim, own: Held, all: readonly Held[]): boolean {
  const isOfLevels = isOpenLevel(claim) || (claim.kind === "change" && isOpenName(claim));
  if (!isOfLevels || optionsOf(claim).length > 1) return false;
  const others = all.filter(
    (each) => each !== own && isOpenTold(each.claim, claim) && !isOfOne(each.claim, claim),
  );
  if (claim.doubt === "whose" && others.length < LEAST_LISTED) return false;
  const isAgreed = ({ claim: other, verdict }: Held): boolean =>
    verdict.state === "agree" && isTelling(other) && domainOf(other) === domainOf(claim);
  return others.length > 0 && others.every(isAgreed);
}

const LEAST_LISTED = 2;

function isOpenLevel(claim: Claim): boolean {
  return claim.kind === "level" && isOpenName(claim);
}

/** Levels beside a level; changes beside a change, too: 初中生下降1.65个百分点，高中生下降1.88个百分点. */
function isOpenTold(claim: Claim, own: Claim): boolean {
  return isOpenLevel(claim) || (own.kind === "change" && claim.kind === "change" && isOpenName(claim));
}

function isOpenName({ doubt }: Claim): boolean {
  return doubt === "which" || doubt === "whose";
}

const optionsOf = (claim: Claim): readonly Indicator[] => ("options" in claim ? claim.options : []);

function domainOf(claim: Claim): string | null {
  const [row] = optionsOf(claim);
  return row !== undefined && "domain" in row ? String(row.domain) : null;
}

function isOpenWhose(claim: Claim): boolean {
  return claim.doubt !== null && "options" in claim;
}

function isOfOne(one: Claim, other: Claim): boolean {
  const ids = (claim: Claim): string =>
    "options" in claim && claim.doubt !== null && claim.doubt !== "other"
      ? claim.options.map(({ id }) => id).join()
      : "";
  return ids(one) !== "" && ids(one) === ids(other);
}

/** Fewer people or households are as many by chance. */
const LEAST_TELLING = 100;

const TELLING: ReadonlySet<Claim["kind"]> = new Set<Claim["kind"]>(["level", "change", "gap", "than"]);

/** So many digits are not those of another measure by chance. */
function isTelling(claim: Claim): boolean {
  const figure = figureOf(claim);
  if (figure === null || !TELLING.has(claim.kind)) return false;
  const { value, unit } = figure;
  if (value.isInteger()) return unit !== "" && value.gte(LEAST_TELLING);
  return figure.step.decimalPlaces() > 1 || value.precision() > 2;
}

/** A way to reckon a figure from two others of the sentence, or from one and the whole, and the words that say so. */
interface Reckoning {
  words: RegExp;
  of: (one: Figure, other: Figure) => Decimal | null;
}

/** 合计, 两项共: what comes of figures before it, of whichever rows or years they are. */
const SUMMED = /合计|共|两[者项]|总/u;

const RECKONINGS: readonly Reckoning[] = [
  // 女童略低0.02个百分点
  { words: /[高低多少差快慢]|距/u, of: (one, other) => one.value.minus(other.value).abs() },
  // 还有13.51%的部门没有
  {
    words: /其余|余下|[还仍另]有|剩|没有|未|不/u,
    of: ({ value, unit }) => (isPercent(unitOf(unit)) ? decimal(100).minus(value) : null),
  },
  { words: SUMMED, of: (one, other) => one.value.plus(other.value) },
  {
    words: /占|比重/u,
    of: (one, other) => (other.value.isZero() ? null : one.value.times(100).div(other.value)),
  },
];

/** Whether a figure is what comes of others before it, in words that leave open what it is compared with. */
function isReckoned({ claim, clause }: Held, all: readonly Held[], facts: Facts): boolean {
  const figure = figureOf(claim);
  if (figure === null || !(isOpen(claim) || claim.kind === "change")) return false;
  const before = all
    .filter(({ claim: other, verdict }) => other.at < claim.at && verdict.state !== "differ")
    .flatMap(({ claim: other }) => figureOf(other) ?? []);
  const { rounding } = facts.plan.method;
  // 与2020年相比，甲增加A，乙增加B，共增加C: the sum of the two, though the year is named.
  const ways = isOpen(claim) ? RECKONINGS : RECKONINGS.filter(({ words }) => words === SUMMED);
  return ways
    .filter(({ words }) => words.test(clause))
    .some(({ of }) =>
      before.some((one) =>
        before.some((other) => {
          const value = one.unit === other.unit ? of(one, other) : null;
          return value !== null && !value.isZero() && fits(figure, value, rounding);
        }),
      ),
    );
}

function figureOf(claim: Claim): Figure | null {
  const figure = "figure" in claim ? claim.figure : null;
  return figure?.form === "number" && figure.hedge === "exact" ? figure : null;
}

/** A change since a year that is named is held against that year, whatever else would come to as much. */
function isOpen(claim: Claim): boolean {
  if (claim.kind === "change") return claim.bases.length !== 1 && !claim.yearly;
  return claim.kind === "level" || claim.kind === "lone" || claim.kind === "share";
}
