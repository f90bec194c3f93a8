import { issue } from "../../issues/issue.js";
import { agree } from "../settle/agree.js";
import type { Check } from "./check.js";

/** A figure of the baseline year beside the one the plan's text names; the data win. */
export const baselineDiffers: Check = ({ series }, { entries }) =>
  entries.flatMap(({ indicator, judged }) => {
    const baseline = judged?.baseline ?? null;
    const reported = series[indicator.id]?.find(({ year }) => year === baseline?.year);
    if (baseline === null || reported === undefined || agree(reported.value, baseline.value)) return [];
    return issue("data/baseline-differs", reported.source, {
      name: indicator.name,
      year: baseline.year,
      reported: reported.display,
      text: baseline.value.toString(),
      clause: baseline.clause,
      doubtful: baseline.doubtful,
    });
  });
