import { isPercent, unitOf } from "../../../terms/unit.js";
import type { Change } from "../../claim.js";
import { isLimit, type Figure } from "../../figure.js";
import { exceptedIn } from "../../grammar/excepted.js";
import type { Token } from "../../grammar/token.js";
import { clauseAt } from "../../text/tight.js";
import { apartTold, gapMoved, groupsApart } from "../apart.js";
import { gaps, target } from "../gaps.js";
import { sumOfCourse } from "../courses.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "../emit.js";
import { shares, subjects, type Share } from "../shares.js";
import { indicatorsSpokenOf, subject, yearsOf, type State } from "../state.js";
import { basesOf } from "./bases.js";
import { growthNamed, growthTold } from "./growth.js";
import { movedTogether, sumMoved } from "./together.js";

/** 提高1.89个百分点; by several bases or of several rows in order. */
export function changeTold({ dir, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (dir === undefined || a === undefined) return false;
  if (isDistance(dir, state)) return distanceTold(dir, a, composing);
  const sign = signOf(dir);
  if (groupsByYear(dir, a, composing)) return true;
  if (isOfNoYear(dir, a, composing)) {
    for (const figure of a.figures) unmatched(composing, figure);
    return true;
  }
  const growth = state.apart ? null : growthNamed(dir, composing);
  if (growth !== null) {
    for (const figure of a.figures) growthTold({ ...growth, figure, sign }, composing);
    return true;
  }
  if (state.apart || isOfGap(dir, composing)) {
    distanceMoved(dir, a, composing);
    return isOfLevels(a, state) || changeSummed(dir, a, composing);
  }
  state.moved = sign;
  const together =
    state.summed === null ? movedTogether(dir, a, composing) : { rows: state.summed, sure: true };
  if (together !== null) return sumMoved(together, a, sign, composing);
  const found = changeShares(a, composing);
  if (found.length === 0) for (const figure of a.figures) unmatched(composing, figure);
  for (const share of found) {
    const written = a.figures.length === 1 ? stretch(composing.text, dir, a) : share.figure;
    const { options, years, figure, bases, where } = share;
    claim(
      composing,
      {
        kind: "change",
        options,
        years,
        bases,
        figure,
        sign,
        yearly: state.yearly,
        ...everyOf(figure, dir, composing),
        where,
      },
      { start: share.figure.start, text: written.text },
      sign !== 0,
    );
  }
  return changeSummed(dir, a, composing);
}

/** 由88.9%提高到90.3%，与全市的差距缩小0.3个百分点: the distance is not what lies between the two levels. */
function isOfLevels({ figures }: Token, { course }: State): boolean {
  return course?.from.points === false && figures.some(({ points }) => points);
}

/** 女生高于男生，2024年、2025年分别高3.93个和3.99个百分点: how far the two are apart in each. */
function groupsByYear(dir: Token, { figures }: Token, composing: Composing): boolean {
  const { groupsTold, listed, basesFrom } = composing.state;
  const pair = [...new Set(groupsTold)];
  const [options = [], ...more] = indicatorsSpokenOf(composing.state);
  if (!/^[高低多少]/u.test(dir.text) || pair.length !== 2 || basesFrom === "clause" || more.length > 0)
    return false;
  if (figures.length < 2 || listed.length !== figures.length || !figures.every(({ points }) => points))
    return false;
  return figures.every((figure, nth) =>
    groupsApart(options, figure, listed.slice(nth, nth + 1), composing, { pair, side: dir }),
  );
}

/** 差距扩大0.15个百分点 */
function distanceMoved(dir: Token, a: Token, composing: Composing): void {
  // 差距…（2024年低10.95个百分点）: the distance itself.
  if (/^[高低多少]/u.test(dir.text)) for (const figure of a.figures) apartOrNot(figure, composing);
  // 由1.04个百分点变为—1.02个百分点: what it came to.
  else if (/\P{Script=Han}/u.test(dir.text)) for (const figure of a.figures) unmatched(composing, figure);
  else gapMoved(a.figures, signOf(dir), composing);
}

/** 2022年曾出现0.58个百分点的回落: on the year before, where none is named. */
export function changeNamed({ a, dir }: Parts, composing: Composing): boolean {
  const { state } = composing;
  // 保持年均5%以上的增速: from the baseline, where no other year is named.
  if (state.yearly && KEPT.test(clauseAt(composing.text, dir?.start ?? 0))) {
    fromBaseline(state);
    return changeTold({ dir, a }, composing);
  }
  if (a?.figures.every(({ points }) => points) !== true || state.apart || state.yearly) return false;
  // 按0.06个百分点的增幅: whatever that is.
  if (/[幅速]/u.test(dir?.text ?? "")) return false;
  const [year, ...more] = state.years;
  if (state.basesFrom !== "clause" && year !== undefined && more.length === 0)
    Object.assign(state, { bases: [year - 1], basesFrom: "clause" });
  return changeTold({ dir, a }, composing);
}

const KEPT = /保持|维持|实现|以/u;

/** 每年以2个百分点左右的速度提升: on the average, from the baseline where no other year is named. */
export function eachYearTold({ a, dir }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  if (!/的(?:速度|幅度|步伐|增幅)$/u.test(text.slice(0, dir?.start))) return false;
  Object.assign(state, { yearly: true, everyYear: false });
  fromBaseline(state);
  return changeTold({ dir, a }, composing);
}

/** Where no year to compare with is named. */
function fromBaseline(state: State): void {
  if (state.bases.length === 0)
    Object.assign(state, { bases: [state.period.baseline], basesFrom: "sentence" });
}

function apartOrNot(figure: Figure, composing: Composing): void {
  if (!apartTold(figure, composing.state.years, composing)) unmatched(composing, figure);
}

/** 每提高1个百分点; 若提高…: of no year. 比某某低9.7个百分点: from what nobody knows. */
function isOfNoYear(dir: Token, a: Token, composing: Composing): boolean {
  const isFromStrange = composing.state.strangeBase && /^[高低多少]/u.test(dir.text);
  const isSupposed = SUPPOSED.test(composing.text.slice(0, dir.start));
  return isFromStrange || isSupposed || isEachOnward(dir, a, composing);
}

/** 2020年120户，此后每年新增26户至29户: of each year, and no change since then. */
function isEachOnward({ start }: Token, { figures }: Token, { state, text }: Composing): boolean {
  const isBare = !state.yearly && !figures.some(isLimit);
  return isBare && isOnward(state) && EACH_YEAR.test(clauseAt(text.slice(0, start), start));
}

/** 2020年120户，此后…: its years are counted from the one told before. */
function isOnward({ after, bases, span }: State): boolean {
  return after && bases.length === 1 && bases[0] === span?.[0];
}

/** 2022年、2023年分别比上年提高: each than the year before it. */
function isByYearBefore({ state: { listed, bases }, text }: Composing): boolean {
  const last = listed.at(-1);
  return last !== undefined && bases.join() === String(last - 1) && /[比较]上一?年/u.test(text);
}

const SUPPOSED = /(?:每|若|如果?|假如|假设|倘若|只要|一旦)(?:再|能|可|其|继续)*$/u;

/** 差距20.1个百分点，比2020年扩大3.4个百分点; 比男生高3.99个百分点，较上年扩大0.06个百分点. */
export function isOfGap({ text, start }: Token, composing: Composing): boolean {
  return /^(?:扩大|缩小|收窄|拉大)/u.test(text) && DISTANCE.test(composing.text.slice(0, start));
}

const DISTANCE =
  /差距|极差|级差|落差|相差|[增升降]幅|[比较于与][^，；。]*[高低多少差]出?[\d.]+个[百千]分点，/u;

/** 增速分别为2.7%和1.9%: the words name the change itself. */
export function paceOfChangeTold({ dir, a }: Parts, composing: Composing): boolean {
  // 提高幅度分别为…
  const told = `${dir?.text ?? ""}${composing.text.slice(dir?.end, (dir?.end ?? 0) + 2)}`;
  const [figure] = a?.figures ?? [];
  const isEachYear = dir !== undefined && figure !== undefined && isOfEach(figure, dir, composing);
  if (!isEachYear && !/[幅速率]$|幅度$/u.test(dir?.text ?? "") && !told.endsWith("幅度")) return false;
  if ((a?.figures.length ?? 0) > 1) composing.state.respectively = true;
  // 降幅均不足2个百分点: each of them.
  const areAlike = /[均都皆]/u.test(composing.text.slice(dir?.end, figure?.start));
  if (areAlike) Object.assign(composing.state, { each: true, respectively: false });
  return changeTold({ dir, a }, composing);
}

/** 由A提高到B，提高C: whatever it is of. */
function changeSummed(dir: Token, a: Token, composing: Composing): true {
  const [only] = a.figures;
  if (a.figures.length === 1 && only !== undefined && !composing.state.yearly)
    sumOfCourse(
      only,
      signOf(dir),
      { start: only.start, text: stretch(composing.text, dir, a).text },
      composing,
    );
  return true;
}

/** 高 and 低 are distances; 提高 after 优于全国2024年水平 may be a change. */
function isDistance({ text }: Token, { distantFrom, basesFrom, comparing }: Composing["state"]): boolean {
  if (distantFrom === null) return false;
  const isOpen = distantFrom.is === "row" || (distantFrom.is === "place" && distantFrom.named);
  return !isOpen || (/^[高低多少]/u.test(text) && basesFrom !== "clause" && !comparing);
}

/** 与40%左右的目标相比，…低3.9个百分点; 与全国2024年43.4%的水平相比，…高2.4个百分点. */
function distanceTold(dir: Token, a: Token, composing: Composing): boolean {
  const { state } = composing;
  const from = state.distantFrom;
  if (from?.is === "goal") {
    if (from.told !== null) target(from.told, composing);
    state.distantFrom = { is: "goal", told: null };
    gaps(a, composing);
    return true;
  }
  const rows = subjects(composing);
  const figures = a.figures;
  if (from?.is === "row") {
    const [by, ...more] = figures;
    if (by === undefined || more.length > 0) for (const figure of figures) unmatched(composing, figure);
    else
      for (const row of rows)
        claim(
          composing,
          { kind: "than", ...row, others: from.options, sign: signOf(dir), figure: by, first: false },
          by,
        );
    return true;
  }
  if (from === null || (figures.length > 1 && figures.length !== rows.length)) {
    for (const figure of figures) unmatched(composing, figure);
    return true;
  }
  const { region, figure, year } = from;
  // 均低于全国2024年平均水平，分别低1.06个和1.75个千分点: each its own.
  rows.forEach(({ options, years }, nth) => {
    const [by] = figures.slice(figures.length > 1 ? nth : 0);
    if (by === undefined) return;
    const theirs = figures.length > 1 ? null : figure;
    const beside = { options, years, region, figure: theirs, year, by, sign: signOf(dir) };
    claim(composing, { kind: "beside", ...beside }, by);
  });
  return true;
}

/** 每年提高1个百分点以上, 每年新增均在28户以上: not on the average. */
function isOfEach(figure: Figure, { start }: Token, { state, text }: Composing): boolean {
  return isLimit(figure) && (state.everyYear || EACH_YEAR.test(clauseAt(text.slice(0, start), start)));
}

/** 除2025年外，每年提高都超过1个百分点; 除个别年份外 leaves it open of which. */
function everyOf(figure: Figure, dir: Token, composing: Composing): Pick<Change, "every" | "except"> {
  const except = exceptedIn(composing.text);
  return { every: isOfEach(figure, dir, composing), ...(except === null ? {} : { except }) };
}

const EACH_YEAR = /(?<!平均)每年/u;

function changeShares(a: Token, composing: Composing): (Share & { bases: readonly number[] })[] {
  const { state } = composing;
  const { bases } = state;
  if (a.figures.length > 1 && bases.length === a.figures.length && state.basesFrom === "clause") {
    const zipped = indicatorsSpokenOf(state).length > 1 ? shares(composing, a.figures) : [];
    return a.figures.flatMap((figure, nth) =>
      (zipped[nth] === undefined ? shares(composing, [figure]) : [zipped[nth]]).map((share) => ({
        ...share,
        bases: bases.slice(nth, nth + 1),
      })),
    );
  }
  // 分别增加0.3小时: as much each.
  const isAlike = state.respectively && a.figures.length === 1 && state.groups.length === 0;
  const found = shares(
    isAlike ? { ...composing, state: { ...state, each: true, respectively: false } } : composing,
    a.figures,
  );
  // 2020年、2023年和2025年分别为…，分别上升0.9个和0.74个百分点: each on the one told before.
  const [row = [], ...others] = indicatorsSpokenOf(state);
  const { listed } = state;
  if (found.length === 0 && others.length === 0 && listed.length === a.figures.length + 1)
    return a.figures.map((figure, nth) => ({
      ...{ options: row, where: state.groups[0] ?? null, figure },
      years: listed.slice(nth + 1, nth + 2),
      bases: listed.slice(nth, nth + 1),
    }));
  // 2021—2025年分别新增26户、29户…: each year on the one before.
  const years = new Set(found.map((share) => share.years.join()));
  // 2022年…，此后三年分别提高…: as well, though the words have a year to count from.
  const isByYear =
    found.length > 1 &&
    years.size === found.length &&
    (state.basesFrom !== "clause" || isOnward(state) || isByYearBefore(composing));
  return found.map((share) => ({
    ...share,
    bases: isByYear ? share.years.map((year) => year - 1) : basesOf(composing),
  }));
}

/** 新增区级文明家庭29户: what came on top of last year's, or of the baseline's. */
export function addedTold({ dir, s, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (dir === undefined || s === undefined || figure === undefined || figure.points) return false;
  const { state } = composing;
  subject(state, s.things, /新增|净增|新评|新创/u.test(dir.text));
  const every = isOfEach(figure, dir, composing);
  const year = state.years[0] ?? state.period.year;
  // 近两年每年新增28户以上: in those two, and not in all years.
  const isOfSpan = state.span !== null && state.since && (state.total || every);
  const bases = isOfSpan ? state.bases : [...new Set([...state.bases, year - 1, state.period.baseline])];
  for (const { options, years } of subjects(composing))
    claim(
      composing,
      { kind: "change", options, years, bases, figure, sign: 1, yearly: false, every },
      figure,
    );
  state.sure = true;
  return true;
}

/** 为2020年的83.7%, of what is counted, is 0.837 times as many. */
function inTimes(figure: Figure, composing: Composing): Figure {
  const isCount = indicatorsSpokenOf(composing.state)
    .flat()
    .every(({ unit }) => unitOf(unit).per === null);
  if (!isCount || figure.points || figure.form !== "number" || !isPercent(unitOf(figure.unit))) return figure;
  return { ...figure, value: figure.value.div(100), step: figure.step.div(100), unit: "", form: "times" };
}

/** 是2020年的3.4倍 */
export function multipleTold({ t, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  const figures = (a?.figures ?? []).map((figure) => inTimes(figure, composing));
  if (time === undefined || figures.length === 0 || figures.some(({ form }) => form !== "times"))
    return false;
  const found = shares(composing, figures);
  if (found.length === 0) for (const figure of figures) unmatched(composing, figure);
  for (const { options, years, figure } of found)
    claim(
      composing,
      { kind: "multiple", options, years, bases: yearsOf(time, composing.state), figure },
      figure,
    );
  return true;
}
