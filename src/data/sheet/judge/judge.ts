import { blankBeside } from "./blank-beside.js";
import { bothSexes } from "./both-sexes.js";
import { countedColumns, openCounts } from "./counted.js";
import { datedNotes } from "./dated-notes.js";
import { markedColumns } from "./marked.js";
import { otherFigures, strangeColumns } from "./others.js";
import { readAs } from "./read-as.js";
import { lastYearTargets, targetsTyped } from "./targets.js";
import { twins } from "./twins.js";
import { sideBySide } from "./side-by-side.js";
import { statedUnit } from "./stated-unit.js";
import { ownFigures, outOfReach, titleAsked, titleBehind, wholeTable } from "./values.js";
import { addedInYear, yearFigures } from "./year-figures.js";
import { yearOrder } from "./year-order.js";
import { joinedRows, UNDECIDED, type Case, type Judge, type Judgement } from "./verdict.js";

/** In the order they are asked. */
const JUDGES: readonly { name: string; judge: Judge }[] = [
  { name: "the whole table is of something else", judge: wholeTable },
  { name: "two blocks side by side", judge: sideBySide },
  { name: "a title of an earlier year", judge: titleBehind },
  { name: "marks that notes explain", judge: markedColumns },
  { name: "what notes say of a year", judge: datedNotes },
  { name: "years out of reach", judge: outOfReach },
  { name: "the rows' own figures", judge: ownFigures },
  { name: "what the year has added", judge: addedInYear },
  { name: "months whose figure is the year's", judge: yearFigures },
  { name: "words of the title that may mean others", judge: titleAsked },
  { name: "targets under the last year", judge: lastYearTargets },
  { name: "two columns of one year", judge: twins },
  { name: "targets in the place of figures", judge: targetsTyped },
  { name: "men and women together", judge: bothSexes },
  { name: "columns of counts among rates", judge: countedColumns },
  { name: "the unit in a heading or title", judge: statedUnit },
  { name: "years out of order", judge: yearOrder },
  { name: "other figures", judge: otherFigures },
  { name: "words that nobody understands", judge: strangeColumns },
  { name: "counts of a figure that is not read", judge: openCounts },
  { name: "blanks beside another figure of their year", judge: blankBeside },
  { name: "headings that are read with a word", judge: readAs },
];

/** What each column of figures is to its table, and what there is to tell of it, once a column. */
export function judgeColumns(each: Case): Judgement {
  return JUDGES.reduce<Judgement>((before, { judge }) => {
    const { verdicts = new Map(), except = new Map(), issues = [] } = judge(each, before);
    return {
      verdicts: new Map([...before.verdicts, ...verdicts]),
      except: joinedRows([before.except, except]),
      issues: [...before.issues, ...issues],
    };
  }, UNDECIDED);
}
