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
  const many = figures.length;
  const years = (figure: Figure | undefined): readonly number[] =>
    figure?.year == null ? state.years : [figure.year];
  if (spoken.length === 0) return [];
  if (many === 1 && spoken.length > 1 && state.respectively) return [];
  const [first = []] = spoken;
  const all = spoken.flat();
  const where = state.groups[0] ?? null;
  const dated = yearsListed(state, many) ?? yearsCounted(text, state, many);
  if (many === 1) {
    const [figure] = figures;
    if (figure === undefined) return [];
    if (state.each) return eachOf(state, figure, spoken, years(figure));
    return [{ options: all, years: years(figure), where, figure }];
  }
  const zipped = (of: (nth: number, figure: Figure) => Omit<Share, "figure">): Share[] =>
    figures.map((figure, nth) => ({ ...of(nth, figure), figure }));
  if (state.respectively && state.groups.length > 0 && state.groupsTold.length === many)
    return zipped((nth, figure) => ({
      options: all,
      years: years(figure),
      where: state.groupsTold[nth] ?? null,
    }));
  if (state.groups.length === many)
    return zipped((nth, figure) => ({
      options: all,
      years: years(figure),
      where: state.groups[nth] ?? null,
    }));
  if (spoken.length === many)
    return zipped((nth, figure) => ({ options: spoken[nth] ?? [], years: years(figure), where }));
  if (all.length === many)
    return zipped((nth, figure) => ({ options: all.slice(nth, nth + 1), years: years(figure), where }));
  if (spoken.length === 1 && dated !== null)
    return zipped((nth) => ({ options: first, years: [dated[nth] ?? 0], where }));
  if (spoken.length === 1 && figures.every(({ year }) => year !== null))
    return zipped((_nth, figure) => ({ options: first, years: years(figure), where }));
  // 甲率超过乙率，二者分别为…
  const both = spoken.length === 1 && state.against.length > 0 ? [first, state.against] : [];
  if (both.length === many && state.respectively)
    return zipped((nth, figure) => ({ options: both[nth] ?? [], years: years(figure), where }));
  if (spoken.length !== 1) return [];
  if (state.respectively && state.told.length >= many) {
    // 分别提高0.11个、0.04个百分点和下降0.25个百分点, of three: the first two of them, or the last.
    const told = state.told.map((thing) => ("options" in thing ? thing.options : []));
    const last = told.slice(-many);
    return zipped((nth, figure) => ({
      options: [...new Set([...(last[nth] ?? []), ...(told[nth] ?? [])])],
      years: years(figure),
      where,
    }));
  }
  // 三次监测结果分别为31.6%、32.5%和33.24%: of years that are left out.
  const known = between(state.period.baseline, state.period.year);
  return many > 2 && !state.sure ? zipped(() => ({ options: first, years: known, where })) : [];
}

/** 连续五年下降，分别为…: so many years up to the report's. */
function yearsCounted(text: string, { years, period }: State, many: number): readonly number[] | null {
  const told = /连续(?<many>[一-龥\d]{1,2})年/u.exec(text)?.groups?.["many"] ?? "";
  if (many < 3 || (numeral(told) ?? Number(told)) !== many) return null;
  const last = years[0] ?? period.year;
  return Array.from({ length: many }, (_, nth) => last - many + 1 + nth);
}

function yearsListed({ listed, span }: State, many: number): readonly number[] | null {
  if (listed.length === many) return listed;
  if (span === null || span[1] - span[0] + 1 !== many) return null;
  return Array.from({ length: many }, (_, nth) => span[0] + nth);
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
}: Composing): { options: readonly Indicator[]; years: readonly number[] }[] {
  if (state.groups.length > 0) return [];
  return (allTold(state) ?? indicatorsSpokenOf(state)).map((options) => ({ options, years: state.years }));
}

/** …2.71张、…0.93名，均已达到目标: all that the sentence has named, where the clause names nothing. */
function allTold({ each, named, told }: State): (readonly Indicator[])[] | null {
  if (!each || named || told.length < 2) return null;
  return told.map((thing) => ("options" in thing ? thing.options : []));
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => to - nth);
