import { decimal } from "../../../terms/decimal.js";
import { RATE_WRITTEN, type Unit } from "../../../terms/unit.js";
import { fitsFraction } from "../../checks/fraction.js";
import { tightText } from "../normalise.js";
import { latestOf, type OwnFigure } from "./figures.js";

/** 58/163, 58人÷163人. */
const QUOTIENT = /^(\d+)[人名例个件户所家]?[/÷](\d+)[人名例个件户所家]?(?:[=≈].*)?$/u;
/** 执业律师163人, 其中女性58人: what is counted, and how many. */
const COUNTED = /([^\d,;；。:()（）]{0,12}?)(\d+)([人名例个件户所家]?)/gu;
/** What is left of a name of who is counted: 女性 of 其中女性. */
const FRAME =
  /^(?:其|中|含|包括|占|共计|共|合计|总计|总数|全[区县市]|全部|现|有|的|为|是)+|(?:为|是|有|共|人数|总数|数)+$/gu;
const PART = /其中|中|含|分子/u;
const WHOLE = /共|合计|总|全部|分母|占/u;
/** Rates and dates are no counts. */
const NO_COUNT = new RegExp(`\\d(?:\\.|年|月|${RATE_WRITTEN})`, "u");
/** 5/12 may be a day. */
const LAST = { month: 12, day: 31 };

/** Whether two counts in a remark, a part and its whole, give another rate than the one beside them: 58/163 beside 37.05%. */
export function deniesRate(
  remark: string,
  own: readonly OwnFigure[],
  { unit, name }: { unit: Unit; name: string },
): boolean {
  const { per } = unit;
  const counts = per === null ? null : countsIn(tightText(remark), name);
  const now = own.filter(({ year }) => year === latestOf(own));
  if (per === null || counts === null || now.length === 0) return false;
  const [numerator, denominator] = counts.map((value) => ({ value: decimal(value) }));
  return now.every(
    ({ value }) =>
      fitsFraction({ value, numerator: numerator ?? null, denominator: denominator ?? null }, per) === false,
  );
}

/** The part and the whole; null where a text has none, or not of what the row measures. */
function countsIn(text: string, name: string): readonly [number, number] | null {
  const [, above, below] = QUOTIENT.exec(text) ?? [];
  if (above !== undefined && below !== undefined) {
    const isDay = Number(above) <= LAST.month && Number(below) <= LAST.day;
    return isDay || Number(above) > Number(below) ? null : [Number(above), Number(below)];
  }
  const [first, second, another] = [...text.matchAll(COUNTED)].map(([, who = "", count = "", unit = ""]) => ({
    who,
    count: Number(count),
    unit,
  }));
  const isPlain = !NO_COUNT.test(text);
  if (first === undefined || second === undefined || another !== undefined || !isPlain) return null;
  const [part, whole] = first.count <= second.count ? [first, second] : [second, first];
  const isSplit = PART.test(part.who) || WHOLE.test(whole.who);
  const isOwn = [part, whole].some(({ who }) => {
    const bare = who.replace(FRAME, "");
    return bare !== "" && (name.includes(bare) || /分子|分母/u.test(who));
  });
  return isSplit && isOwn && part.unit === whole.unit ? [part.count, whole.count] : null;
}
