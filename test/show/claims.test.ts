import { expect, it } from "vitest";
import { claimsText } from "../../src/show/claims.js";

it("tells how many figures were compared, and nothing where there are none", () => {
  expect(claimsText({ checked: 212, agree: 207, differ: 3, unmatched: 2 })).toBe(
    "文字材料校核 212处：相符207，不符3，无法比对2\n",
  );
  expect(claimsText({ checked: 0, agree: 0, differ: 0, unmatched: 0 })).toBe("");
});
