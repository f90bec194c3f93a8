import { POINTS, RATE_SIGNS } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import type { Slip } from "./slip.js";

const SPACE = String.raw`[\s\u3000]`;
/** Ways a blank to be filled in is typed; looked for in the text as written, for white space is the point. */
const BLANKS: readonly RegExp[] = [
  /[_＿]{2,}/gu,
  new RegExp(String.raw`[（(【〔\[]${SPACE}*[)）】〕\]]`, "gu"),
  // 提高　　个百分点: a unit with no number, not even 几个百分点, before it.
  new RegExp(
    String.raw`(?<=[\p{Script=Han}，,])(?<![几数多若干两余半〇零一二三四五六七八九十百])${SPACE}*个${POINTS}`,
    "gu",
  ),
  // 比上年增长 %
  new RegExp(String.raw`(?<=[\p{Script=Han}，,])${SPACE}*[％${RATE_SIGNS}]`, "gu"),
  // 参保　　万人
  new RegExp(
    String.raw`(?<=[\p{Script=Han}])${SPACE}{2,}(?=(?:年|月|日|人|万人|名|所|户|件|个|张|例|元|万元|亿元)(?!\p{Script=Han}{3}))`,
    "gu",
  ),
];

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![\p{Script=Latin}\d])[xXＸｘ×＊]{2,}(?![\p{Script=Latin}])/gu,
  new RegExp(
    String.raw`(?<![\p{Script=Latin}\d])[xXＸｘ×](?=[％${RATE_SIGNS}个人年月日所户件万镇村区县])`,
    "gu",
  ),
  /[*＊]{2,}/gu,
  /(?<![有亟尚还需])待(?:补充|填写|填入)|此处(?:填写|补充|插入|待|请)|[（(【[]请[^）)】\]]{1,20}[）)】\]]|(?<!\p{Script=Latin})(?:TODO|TBD|FIXME)(?!\p{Script=Latin})/gu,
];

/** Blanks nobody filled in. */
export const blanks: Slip = (text) =>
  matches(text, BLANKS).map(({ at, shown }) => ({
    at,
    issue: (where, frame) =>
      issue("narrative/blank", where, { shown: shown.replace(/[\s\u3000]+/gu, " ") }, frame),
  }));

/** Signs and words that stand for something still to be written. */
export const placeholders: Slip = (text) =>
  matches(text, PLACEHOLDERS).map(({ at, shown }) => ({
    at,
    issue: (where, frame) => issue("narrative/placeholder", where, { shown }, frame),
  }));

/** Every match of any pattern, left to right; of those at one place the first pattern's. */
function matches(text: string, patterns: readonly RegExp[]): { at: number; shown: string }[] {
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  const sorted = found.sort((a, b) => a.index - b.index);
  return sorted
    .filter((each, index) => {
      const before = sorted[index - 1];
      return before === undefined || each.index >= before.index + before[0].length;
    })
    .map((each) => ({ at: each.index, shown: around(text, each.index, each[0].length) }));
}

/** White space alone tells nobody what is missing: a few characters on both sides are shown. */
function around(text: string, at: number, length: number): string {
  const match = text.slice(at, at + length);
  const told = /[\p{L}\p{N}*＊×_]/u.test(match) && match.trim().length > 1;
  return told ? match.trim() : text.slice(Math.max(0, at - 4), at + length + 3).trim();
}
