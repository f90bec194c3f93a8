import type { Unit } from "../../../terms/unit.js";
import { OF_THE_FIGURE, OF_THE_WHOLE, oneOf, runOf } from "../head/words.js";
import { yearIn } from "../years.js";
import { inUnitOf, isAnother, latestOf, type OwnFigure } from "./figures.js";

/** 经复核为43, 2025年43个, 年末43个, 市里认定43, 43（核实）: nothing but words for the figure beside it, and a figure. */
const GIVEN = new RegExp(
  `^(?<said>(?:20\\d\\d年[度末底终]?|上一?年度?|去年|${runOf(`${OF_THE_WHOLE} ${OF_THE_FIGURE}`)}|[:=])*)` +
    `(?<figure>\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?<unit>[^\\d()]{0,4})(?<more>\\([^()\\d]*\\))?$`,
  "u",
);
const WHOLE = new RegExp(oneOf(OF_THE_WHOLE), "u");
/** 为43 and 是43 go on with what the clause before began. */
const GOES_ON = /^(?:而?[为是系应]|[:=])/u;
/** 不是41 before 是43, 经复核 before 为43. */
const BEGUN = new RegExp(`^(?:(?:不|并不|并非|非)[为是]?\\d[\\d.]*\\D{0,2}|${runOf(OF_THE_FIGURE)}+)$`, "u");
/** Longer clauses tell more than a figure. */
const LONGEST = 30;

/** Whether a remark gives a figure for the row that is not the one beside it: a person typed one of them wrongly. */
export function givesAnother(
  clauses: readonly string[],
  own: readonly OwnFigure[],
  { unit, name }: { unit: Unit; name: string },
): boolean {
  const latest = latestOf(own);
  return clauses.some((written, at) => {
    const clause = written.replace(name, "");
    if (!/\d/u.test(clause)) return false;
    if (clause.length > LONGEST || (GOES_ON.test(clause) && at > 0 && !BEGUN.test(clauses[at - 1] ?? "")))
      return false;
    const found = GIVEN.exec(clause)?.groups;
    if (found === undefined) return false;
    const { said = "", figure = "", unit: counted = "" } = found;
    const isWhole = WHOLE.test(said);
    // 共43家 beside a rate is what it is reckoned of, and a bare number may be one of a list.
    if (isWhole && unit.kind === "rate") return false;
    const value = inUnitOf(figure, counted, unit);
    if (value === null) return false;
    const isBare = said === "" && counted === "" && found["more"] === undefined;
    if (isBare && !(clauses.length === 1 && isNear(Number(value), own))) return false;
    // 共43家，其中普惠41家: the whole of which ours is a part.
    const isOfWhole = isWhole && clauses.some((other, where) => where !== at && names(other, own));
    return !isOfWhole && isAnother(value, yearIn(said) ?? latest - (/上|去/u.test(said) ? 1 : 0), own);
  });
}

/** 43 beside 41 may be the figure, 1 points to a note. */
function isNear(value: number, own: readonly OwnFigure[]): boolean {
  return own.some((each) => {
    const figure = Number(each.value);
    return value >= 10 && value <= figure * NEAR && value * NEAR >= figure;
  });
}
const NEAR = 2;

function names(clause: string, own: readonly OwnFigure[]): boolean {
  return own.some(({ value }) => clause.includes(value.toString()));
}
