import { issue } from "../../issues/issue.js";
import { sentencesOf } from "../text/tight.js";
import type { Slip } from "./slip.js";

/** Beyond these a year in a report on one decade is a slip of the finger: 2205年, 20225年. */
const FIRST = 1990;
const LAST = 2049;
/** Four digits, as 年 or the first half of a range; too many; or three that begin as this century's do. */
const YEAR = /(?<![\d.])(?:\d{4,}(?=年|[—\-–~至]\d{4}年)|20\d(?=年))/gu;

/** Years no report of the plan can mean. */
export const oddYears: Slip = (paragraph) =>
  sentencesOf(paragraph).flatMap(({ text: sentence, at }) =>
    [...sentence.matchAll(YEAR)].flatMap((found) => {
      const year = Number(found[0]);
      if (year >= FIRST && year <= LAST) return [];
      const args = { shown: `${found[0]}年`, first: FIRST, last: LAST };
      return [
        {
          at: at[found.index] ?? 0,
          issue: (where, frame) => issue("narrative/odd-year", where, args, frame),
        },
      ];
    }),
  );
