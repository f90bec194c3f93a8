import { expect, it } from "vitest";
import { scoreRows } from "../../../src/report/exports/score-rows.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset } from "../../score/builder.js";
import { women } from "../plans.js";

it("gives a figure of another year than its column is read as with that year", () => {
  const data = dataset({
    W34: { 2020: "94.1", 2024: "96.2", 2025: "96.75" },
    W36: { 2021: "6.9", 2023: "7.5", 2025: "8.03" },
  });
  const lines = scoreRows(scorePlan(women, data, 2025));
  const of = (id: string) => lines.find((line) => line.id === id);
  expect(of("W34")).toMatchObject({ baseline: "94.10%", previous: "96.20%", value: "96.75%" });
  expect(of("W36")).toMatchObject({ baseline: "6.90万人（2021年）", previous: "7.50万人（2023年）" });
});
