import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameButUnit, numberChanges } from "../../../src/word/compare/numbers.js";

const OURS = "孕产妇死亡率为16.04/10万，高于8/10万的目标8.04/10万；改善31项，变差3项。";

/** Which numbers were typed over, as 8.04→7.04; +2 and -1 for those that came and went with words. */
function told(after: string): string {
  const { changed, reworded } = numberChanges(OURS, after);
  const own = changed.map(({ right, written, at, from }) => {
    expect([OURS.startsWith(right, from), after.startsWith(written, at)]).toEqual([true, true]);
    return `${right}→${written}`;
  });
  return [
    ...own,
    ...reworded.came.map((at) => `+${/^[\d.]+/u.exec(after.slice(at))?.[0] ?? ""}`),
    ...reworded.went.map((from) => `-${/^[\d.]+/u.exec(OURS.slice(from))?.[0] ?? ""}`),
  ].join(" ");
}

describe("numbers of a text that somebody amended", () => {
  it.each([
    ["nothing", OURS, ""],
    ["one typed over", OURS.replace("8.04", "7.04"), "8.04→7.04"],
    ["two typed over", OURS.replace("31", "32").replace("3项。", "2项。"), "31→32 3→2"],
    ["the same number, written otherwise", OURS.replace("16.04", "１６．０４０"), ""],
    ["its unit", OURS.replace("31项", "31%项"), "31→31%"],
    ["words around it", OURS.replace("改善31项", "其中改善31项指标"), ""],
    ["words with a number put in", OURS.replace("改善", "（含2项试点）改善"), "+2"],
    ["a sentence taken out", OURS.slice(0, OURS.indexOf("；")), "-31 -3"],
    ["a number put into words", OURS.replace("3项", "若干项"), "-3"],
    ["a year's text moved", `改善31项，变差3项。${OURS.slice(0, OURS.indexOf("；"))}`, "-31 -3 +31 +3"],
  ])("%s", (_, after, expected) => {
    const said = told(after).split(" ").toSorted();
    expect(said).toEqual(expected.split(" ").toSorted());
  });

  it.each([
    ["提高0.36个百分点。", "提高0.36%。", "0.36个百分点→0.36%"],
    ["增加0.16万人。", "增加0.16人。", "0.16万→0.16"],
    ["提高0.36个百分点。", "提高0.36百分点。", ""],
    ["有3个机构。", "有3家机构。", ""],
  ])("have a unit that makes them others: %s %s", (before, after, expected) => {
    const { changed } = numberChanges(before, after);
    expect(changed.map(({ right, written }) => `${right}→${written}`).join()).toBe(expected);
    expect(changed.every(({ right, written }) => isSameButUnit(right, written))).toBe(true);
  });

  it("are found wherever one digit is typed over, and nowhere else", () => {
    const digits = [...OURS.matchAll(/\d/gu)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const typed = String((Number(OURS[at]) + step) % 10);
        const { changed } = numberChanges(OURS, OURS.slice(0, at) + typed + OURS.slice(at + 1));
        expect(changed).toHaveLength(1);
        expect(changed[0]?.from).toBeLessThanOrEqual(at);
      }),
    );
  });
});
