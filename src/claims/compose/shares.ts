import type { Indicator } from "../../plan/plan.js";
import type { Figure } from "../figure.js";
import { numeral } from "../text/numerals.js";
import type { Composing } from "./emit.js";
import { indicatorsSpokenOf, type State } from "./state.js";

/** What each of several figures is of. */
export interface Share {
  options: readonly Indicator[];
  years: readonly number[];
  where: string | null;
  figure: Figure;
}

/**
 * The figures of a token, each with what it is of: names, years or places told one after another take them in
 * order, 均 gives one figure to all. [] where they cannot be told apart.
 */
export function shares({ state, text }: Composing, figures: readonly Figure[]): Share[] {
  const spoken = indicatorsSpokenOf(state);
  const [figure, ...others] = figures;
  if (spoken.length === 0 || figure === undefined) return [];
  if (others.length === 0) return shareOfOne(state, figure, spoken);
  const parallel = sharesInOrder(state, figures, spoken);
  return parallel ?? (spoken.length === 1 ? sharesOfOneRow(state, text, figures, spoken[0] ?? []) : []);
}

function shareOfOne(state: State, figure: Figure, spoken: readonly (readonly Indicator[])[]): Share[] {
  if (spoken.length > 1 && state.respectively) return [];
  const years = yearsOf(state, figure);
  // 松溉镇、永荣镇接种率低于98%: both.
  const areBounded = state.atSite && state.groups.length > 1 && figure.hedge !== "exact";
  if (state.each || areBounded) return eachOf(state, figure, spoken, years);
  // 甲A，乙B，分别下降0.07个百分点…: of either.
  const told = state.respectively && !state.named ? rowsTold(state) : [];
  const options = told.length > 1 ? told.flat() : spoken.flat();
  return [{ options, years, where: state.groups[0] ?? null, figure }];
}

function yearsOf(state: State, { year }: Figure): readonly number[] {
  return year === null ? state.years : [year];
}

/** 甲率90.35%，乙率（2024年）90.12%，分别…: the year told last may be that of one of them alone. */
function yearsOfEach(state: State, figure: Figure): readonly number[] {
  return [...new Set([...yearsOf(state, figure), state.period.year])];
}

function zip(
  figures: readonly Figure[],
  of: (nth: number, figure: Figure) => Omit<Share, "figure">,
): Share[] {
  return figures.map((figure, nth) => ({ ...of(nth, figure), figure }));
}

/** As many places or rows as there are figures; null where neither are. */
function sharesInOrder(
  state: State,
  figures: readonly Figure[],
  spoken: readonly (readonly Indicator[])[],
): Share[] | null {
  const many = figures.length;
  const all = spoken.flat();
  const where = state.groups[0] ?? null;
  const zipped = (of: (nth: number) => Pick<Share, "options" | "where">): Share[] =>
    zip(figures, (nth, figure) => ({ ...of(nth), years: yearsOf(state, figure) }));
  if (state.respectively && state.groups.length > 0 && state.groupsTold.length === many)
    return zipped((nth) => ({ options: all, where: state.groupsTold[nth] ?? null }));
  if (state.groups.length === many)
    return zipped((nth) => ({ options: all, where: state.groups[nth] ?? null }));
  if (spoken.length === many) return zipped((nth) => ({ options: spoken[nth] ?? [], where }));
  if (all.length === many && !isAnyOf(state))
    return zipped((nth) => ({ options: all.slice(nth, nth + 1), where }));
  return null;
}

/** 水质达标率, which may be that of either row, is no list of the two; 两癌筛查率 is. */
function isAnyOf({ things }: State): boolean {
  return (things ?? []).some(
    (thing) =>
      "options" in thing && thing.options.length > 1 && thing.options.some(({ name }) => name === thing.name),
  );
}

/** One row is spoken of: the figures are of several years of it, or of rows named before. */
function sharesOfOneRow(
  state: State,
  text: string,
  figures: readonly Figure[],
  row: readonly Indicator[],
): Share[] {
  const many = figures.length;
  const where = state.groups[0] ?? null;
  const zipped = (of: (nth: number, figure: Figure) => Omit<Share, "figure" | "where">): Share[] =>
    zip(figures, (nth, figure) => ({ ...of(nth, figure), where }));
  const dated = yearsListed(state, many) ?? yearsCounted(text, state, many);
  if (dated !== null) return zipped((nth) => ({ options: row, years: [dated[nth] ?? 0] }));
  if (figures.every(({ year }) => year !== null))
    return zipped((_nth, figure) => ({ options: row, years: yearsOf(state, figure) }));
  // 甲率超过乙率，二者分别为…
  const both = state.against.length > 0 ? [row, state.against] : [];
  if (both.length === many && state.respectively)
    return zipped((nth, figure) => ({ options: both[nth] ?? [], years: yearsOf(state, figure) }));
  // 镇街A、区级部门B，女性正职比例分别为C和D: of the rows that the name may be, in whichever order.
  if (state.respectively && state.named && row.length === many)
    return zipped((_nth, figure) => ({ options: row, years: yearsOf(state, figure) }));
  // “两癌”筛查率（宫颈癌、乳腺癌）、婚检率…分别为: one name of which stands for two.
  const each = state.told.flatMap(rowsOf);
  if (state.respectively && each.length === many && state.told.length < many)
    return zipped((nth, figure) => ({
      options: each.slice(nth, nth + 1),
      years: yearsOfEach(state, figure),
    }));
  if (state.respectively && state.told.length >= many) {
    // 分别提高0.11个、0.04个百分点和下降0.25个百分点, of three: the first two of them, or the last.
    const told = state.told.map(rowsOf);
    const last = told.slice(-many);
    return zipped((nth, figure) => ({
      options: [...new Set([...(last[nth] ?? []), ...(told[nth] ?? [])])],
      years: yearsOfEach(state, figure),
    }));
  }
  // 甲…、乙…，分别多A和B，增长C和D: of the two again.
  const all = state.told.filter(
    ({ name }, nth) => state.told.findIndex((each) => each.name === name) === nth,
  );
  if (all.length === many && state.sure && !state.named)
    return zipped((nth, figure) => ({ options: rowsOf(all[nth]), years: yearsOfEach(state, figure) }));
  // 三次监测结果分别为31.6%、32.5%和33.24%: of years that are left out.
  const known = between(state.period.baseline, state.period.year);
  const areRounds = state.respectively && /(?:[三四五六]|历|各)次/u.test(text);
  return many > 2 && (!state.sure || areRounds) ? zipped(() => ({ options: row, years: known })) : [];
}

/** 连续五年下降，分别为…: so many years up to the report's. */
function yearsCounted(text: string, { years, period }: State, many: number): readonly number[] | null {
  const told = /连续(?<many>[一-龥\d]{1,2})年/u.exec(text)?.groups?.["many"] ?? "";
  if (many < 3 || (numeral(told) ?? Number(told)) !== many) return null;
  const last = years[0] ?? period.year;
  return Array.from({ length: many }, (_, nth) => last - many + 1 + nth);
}

function yearsListed({ listed, span, after }: State, many: number): readonly number[] | null {
  if (listed.length === many) return listed;
  // 近三年分别为: the last three, and not the one they came after.
  const first = span === null ? 0 : after ? span[0] + 1 : span[0];
  if (span === null || span[1] - first + 1 !== many) return null;
  return Array.from({ length: many }, (_, nth) => first + nth);
}

function eachOf(
  { listed, groups }: State,
  figure: Figure,
  spoken: readonly (readonly Indicator[])[],
  years: readonly number[],
): Share[] {
  const places = groups.length > 1 ? groups : [groups[0] ?? null];
  const dates = listed.length > 1 ? listed.map((year) => [year]) : [years];
  return spoken.flatMap((options) =>
    dates.flatMap((date) => places.map((where) => ({ options, years: date, where, figure }))),
  );
}

/** The indicators and years a statement without a figure of its own is about. */
export function subjects({
  state,
  text,
}: Composing): { options: readonly Indicator[]; years: readonly number[] }[] {
  if (state.groups.length > 0) return [];
  const spoken = allTold(state, text) ?? indicatorsSpokenOf(state);
  // 甲率、乙率分别于2024年、2022年达到目标: each in its own year.
  const { listed } = state;
  if (state.respectively && spoken.length > 1 && listed.length === spoken.length)
    return spoken.map((options, nth) => ({ options, years: listed.slice(nth, nth + 1) }));
  // 城乡家长学校覆盖率分别为…，均高于目标: each of the two.
  const [both = []] = spoken;
  const isOfBoth = state.each && spoken.length === 1 && both.length > 1 && !isAnyOf(state);
  return (isOfBoth ? both.map((row) => [row]) : spoken).map((options) => ({
    options,
    years: state.years,
  }));
}

/** Each row that the sentence has named, once. */
export function rowsTold({ told }: State): (readonly Indicator[])[] {
  const rows = told.flatMap((thing) => ("options" in thing ? [thing.options] : []));
  return rows.filter(
    (each, nth) => rows.findIndex((other) => other.some((row) => each.includes(row))) === nth,
  );
}

/** 毛入园率（98.01%）、普惠率（92.45%）均…: a list parted by its figures. */
const BRACKETED = /^[^，；]*（[^）]*）[、和与及][^，；]*（[^）]*）均[^，；]*$/u;

/** …2.71张、…0.93名，均已达到目标: all that the sentence has named, where the clause names nothing. */
function allTold({ each, named, told }: State, text: string): (readonly Indicator[])[] | null {
  if (!each || told.length < 2 || (named && !BRACKETED.test(text))) return null;
  return told.map(rowsOf);
}

const rowsOf = (thing: State["told"][number] | undefined): readonly Indicator[] =>
  thing !== undefined && "options" in thing ? thing.options : [];

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => to - nth);
