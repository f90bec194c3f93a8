import { traitsOf } from "../../../plan/target-kinds.js";
import { pointsOf, yearsOf } from "../../../score/methods/steps.js";
import type { RowFacts } from "../../row-facts.js";
import { asShown } from "./shown.js";

/** With fewer points than these there is no course to tell. */
const FEWEST_POINTS = 3;
/** More years than these are counted, not named. */
const MOST_YEARS_NAMED = 3;

/** 其间改善4年、变差1年（2023年）; that there are too few years to tell; "" for a row only watched or without change. */
export function yearsText(facts: RowFacts): string {
  const row = asShown(facts);
  if (row.value === null || traitsOf(row.indicator.target).class === "watched") return "";
  const points = pointsOf(row);
  if (points.length < 2) return "";
  if (points.length < FEWEST_POINTS) {
    return `仅有${points.map(({ year }) => `${year}年`).join("和")}数据，不足以判断变化过程`;
  }
  const { improved, worsened, level } = yearsOf(row);
  const parts = [counting("改善", improved), counting("变差", worsened, true), counting("持平", level)];
  return `其间${parts.filter((part) => part !== "").join("、")}`;
}

function counting(name: string, years: readonly number[], named = false): string {
  if (years.length === 0) return "";
  const list = named && years.length <= MOST_YEARS_NAMED;
  return `${name}${years.length}年${list ? `（${years.map((year) => `${year}年`).join("、")}）` : ""}`;
}
