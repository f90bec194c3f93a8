import { expect, it } from "vitest";
import { slips } from "../claims/manuscript.js";

it("reads the lines of a table typed with tabs cell by cell", () => {
  const table = (figure: string) => `指标\t2020年\t2025年\n孕产妇系统管理率（%）\t92.99\t${figure}`;
  expect(slips(table("94.88"))).toEqual([]);
  expect(slips(table("95.88"))).toEqual(["wrong-figure 95.8"]);
});
