import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patternsIn } from "../../../../src/data/sheet/head/patterns.js";

/** Has whatever any pattern asks for. */
const EVERYTHING = patternsIn("1’学年月季度q五区街率人数");
const PIECES =
  "2025 25 9 1 12 年 度 末 ’ — - / 学年 月 日 季度 q Q 十 四 五 近 平均 注 [ ] （ 率 人数 应 管理 江津 松溉 区 县 镇 街道 乡 % 万人 单位: 共".split(
    " ",
  );

describe("patterns of a heading", () => {
  test("none that would match is left out because of what the text lacks", () => {
    const text = fc
      .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (heading) => {
        const tried = patternsIn(heading);
        for (let at = 0; at < heading.length; at += 1) {
          const matching = EVERYTHING(heading.charAt(at)).filter(({ pattern }) => {
            pattern.lastIndex = at;
            return pattern.test(heading);
          });
          expect(tried(heading.charAt(at))).toEqual(expect.arrayContaining(matching));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
