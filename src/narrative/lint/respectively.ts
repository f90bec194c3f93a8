import { UNIT_WRITTEN } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Facts } from "./check.js";
import { contextOf, isDistrictWide } from "./context.js";
import type { Named } from "./names.js";
import { figuresAfter, type Said } from "./walk.js";

/** What stands between names, and between figures, that are told one after another. */
const AND = /^[、,，和与及]$|^以及$/u;
const RESPECTIVELY =
  /^(?:在?(\d{4})年)?分别(?:达到了?|为|是|达|提高到|提高至|上升到|增加到|下降到|降低到|降至|升至)/u;
const FIGURE = new RegExp(`^\\d+(?:\\.\\d+)?${UNIT_WRITTEN}?`, "u");

/** 甲率、乙率分别为94.88%和98.31%: the figures of names told one after another, where their numbers agree. */
export function respectively(
  text: string,
  names: readonly Named[],
  facts: Facts,
): { indicator: Indicator; said: Said }[] {
  return names.flatMap((last, index) => {
    const marker = RESPECTIVELY.exec(text.slice(last.end));
    if (marker === null) return [];
    const group = groupEnding(text, names, index);
    const [first] = group;
    const figures = figuresFrom(text, last.end + marker[0].length);
    if (first === undefined || figures.length !== group.length) return [];
    const before = text.slice(0, first.start);
    if (!isDistrictWide(before, facts.plan)) return [];
    const named = marker[1] === undefined ? null : Number(marker[1]);
    const context = named ?? contextOf(before, facts.plan, facts.year).year;
    return group.flatMap(({ indicator }, nth) =>
      indicator === null ? [] : statement(indicator, text, figures[nth], context, facts.year),
    );
  });
}

/** The names joined by 、 and 和 that end with the one at `index`. */
function groupEnding(text: string, names: readonly Named[], index: number): Named[] {
  let from = index;
  while (from > 0 && AND.test(text.slice(names[from - 1]?.end, names[from]?.start))) from -= 1;
  return names.slice(from, index + 1);
}

interface Range {
  from: number;
  to: number;
}

function figuresFrom(text: string, start: number): Range[] {
  const figures: Range[] = [];
  for (let at = start; ;) {
    const length = FIGURE.exec(text.slice(at))?.[0].length;
    if (length === undefined) return figures;
    figures.push({ from: at, to: at + length });
    at += length;
    if (!AND.test(text[at] ?? "")) return figures;
    at += 1;
  }
}

function statement(
  indicator: Indicator,
  text: string,
  range: Range | undefined,
  context: number | null,
  reportYear: number,
): { indicator: Indicator; said: Said }[] {
  if (range === undefined) return [];
  const said = figuresAfter({ text, ...range, context, span: null, reportYear });
  return said.map((each) => ({ indicator, said: each }));
}
