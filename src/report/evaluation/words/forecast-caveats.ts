import type { Scorecard } from "../../../score/scorecard.js";
import { nameList } from "../../words/wording.js";
import { FEWEST_YEARS } from "../context.js";
import { isMissing, type Forecast } from "../forecast.js";
import { statusName } from "../../../terms/status.js";

/**
 * What a reader would hold against the forecasts: a row on course that they see miss its target all the
 * same, and forecasts drawn from hardly any data. "" where there is nothing of the kind.
 */
export function caveatsText(forecasts: readonly Forecast[], { plan }: Scorecard): string {
  return [onCourseText(forecasts, plan.period.end), shortSeriesText(forecasts)].join("");
}

/** The status lets a row lag a little behind, and is not judged by a rate a year. */
function onCourseText(forecasts: readonly Forecast[], end: number): string {
  const lagging = forecasts.filter((forecast) => forecast.scored.status === "onTrack" && isMissing(forecast));
  if (lagging.length === 0) return "";
  return `${namesOf(lagging)}的状态为${statusName("onTrack", false)}，但判定容许略慢于序时进度，推算方法也可能与判定不同，按目前速度到${end}年仍略有差距，不可放松。`;
}

function shortSeriesText(forecasts: readonly Forecast[]): string {
  const short = forecasts.filter(
    ({ scored, prospect }) => prospect !== "untold" && scored.series.length < FEWEST_YEARS,
  );
  return short.length === 0 ? "" : `${namesOf(short)}有数据的年份不足三年，推算仅供参考。`;
}

function namesOf(forecasts: readonly Forecast[]): string {
  return nameList(forecasts.map(({ scored }) => scored.indicator.name));
}
