import { describe, expect, it } from "vitest";
import { cited, spansOf, uncited } from "../../../src/report/words/cited.js";
import { quoted } from "../../../src/report/words/wording.js";

const TEXT = `孕产妇死亡率由2024年的${cited("0", "W03", 2024)}升至${cited("13.30/10万", "W03", 2025)}（1例）。`;

describe("a text that cites figures", () => {
  it("comes in pieces, each figure with its unit one of its own", () => {
    expect(spansOf(TEXT)).toEqual([
      { text: "孕产妇死亡率由2024年的", row: "", year: "" },
      { text: "0", row: "W03", year: "2024" },
      { text: "升至", row: "", year: "" },
      { text: "13.30/10万", row: "W03", year: "2025" },
      { text: "（1例）。", row: "", year: "" },
    ]);
  });

  it("reads as if it cited nothing", () => {
    expect(uncited(TEXT)).toBe("孕产妇死亡率由2024年的0升至13.30/10万（1例）。");
    expect(
      spansOf(TEXT)
        .map(({ text }) => text)
        .join(""),
    ).toBe(uncited(TEXT));
  });

  it("is not made by what people write", () => {
    expect(quoted(cited("99%", "W04", 2025))).toBe("W04 202599%");
    expect(spansOf("一段\uFDD0没有\uFDD2说完")).toEqual([{ text: "一段没有说完", row: "", year: "" }]);
  });
});
