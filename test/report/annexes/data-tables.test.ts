import { describe, expect, it } from "vitest";
import type { ReferenceFigure } from "../../../src/data/dataset.js";
import { dataTablesAnnex } from "../../../src/report/annexes/data-tables.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, reference } from "../../score/builder.js";
import { annexOf, linesOf, tablesOf } from "../model-text.js";
import { women } from "../plans.js";

function table(references: readonly ReferenceFigure[]) {
  const data = dataset({ W04: { 2024: "94.5", 2025: "95" } }, { references });
  const annex = annexOf(dataTablesAnnex({ scorecard: scorePlan(women, data, 2025), dataset: data }));
  return tablesOf(annex.blocks)[0]!;
}

const headsOf = ({ head }: ReturnType<typeof table>): string[] =>
  head.flatMap((row) => row.map(({ text }) => text));

describe("数据报表", () => {
  it("has no columns of other places where nothing is known of them", () => {
    expect(headsOf(table([])).join()).not.toMatch(/全市|全国/u);
  });

  it("says why a baseline is doubtful, without brackets around brackets", () => {
    const data = dataset({ W14: { 2024: "12.1", 2025: "12.2" } });
    const annex = annexOf(dataTablesAnnex({ scorecard: scorePlan(women, data, 2025), dataset: data }));
    expect(tablesOf(annex.blocks)[0]!.notes).toContain(
      "W14：基期数据存疑，恰与目标值相同，可能是另一口径（如劳动年龄女性）的数。",
    );
  });

  it("shows the city's and the country's latest figures, and says what differs", () => {
    const found = table([
      reference("W04", 2023, "全国", "94.5"),
      reference("W04", 2024, "全国", "94.9"),
      reference("W01", 2022, "全国", "74.8", { scope: "常住人口" }),
      reference("W02", 2024, "全国", "81", { vouched: false, publisher: "" }),
      reference("W04", 2024, "江津区", "93"),
    ]);
    const heads = headsOf(found);
    expect(heads.filter((head) => /全/u.test(head))).toEqual(["全国2024年"]);
    const at = heads.indexOf("全国2024年");
    const shown = new Map(linesOf(found).map((line) => [line[1], line[at]]));
    expect(["W04", "W01", "W02", "W03"].map((id) => shown.get(id))).toEqual([
      "94.90",
      "74.80*",
      "81.00",
      "—",
    ]);
    expect(found.notes).toEqual(
      expect.arrayContaining([
        "W01：全国数（*）为2022年数据，口径为常住人口。",
        "W02：全国数未注明口径或来源。",
      ]),
    );
    expect(found.source).toBe("各责任单位报送数据。全国数据来自统计监测报告。");
  });
});
