import { describe, expect, it } from "vitest";
import { labelOf, passage, resolved } from "../../../src/report/numbering/passage.js";

const read = (text: Parameters<typeof resolved>[0]) => resolved(text, (target) => `〔${target}〕`);

describe("a text with references", () => {
  it("is a plain string where it points nowhere, and empty where nothing is said", () => {
    expect(passage`共${3}项，${"其中1项"}缺数据。`).toBe("共3项，其中1项缺数据。");
    expect(passage`${""}${passage``}`).toBe("");
  });

  it("keeps a reference wherever it stands, in a passage within a passage too", () => {
    const inner = passage`（详见${labelOf("annex:gaps")}）`;
    expect(read(passage`${labelOf("table:a")}缺${2}项${inner}。${inner}${labelOf("part:b")}`)).toBe(
      "〔table:a〕缺2项（详见〔annex:gaps〕）。（详见〔annex:gaps〕）〔part:b〕",
    );
  });
});
