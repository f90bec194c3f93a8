import type { AreaMap } from "../../../report/charts/chart.js";
import { EMPTY } from "../../../report/charts/blank.js";
import type { UnnumberedChart } from "../../../report/numbering/unnumbered.js";
import { percentOf } from "../../../report/words/percent.js";
import { stepReached } from "../../../report/words/verdict.js";
import { isLastYear } from "../../../plan/period.js";
import { RATES } from "../../../score/rates.js";
import type { Rate } from "../../../score/scorecard.js";
import { compareText } from "../../../terms/compare-text.js";
import type { Status } from "../../../terms/status.js";
import type { Rollup } from "../rollup.js";
import type { OutlineSheet, RollupMatter } from "./matter.js";

/** Shades from the best class to the worst, told apart without colour: dark, pale, striped, dotted. */
const SHADES: readonly Status[] = ["achieved", "onTrack", "slow", "unmet"];
const LEFT_OUT: Status = "noData";
const TILES_ACROSS = 7;

/** Each district shaded by the step of the plan's ladder that its share reaches. */
export function shareMap({ rollup, context }: RollupMatter): UnnumberedChart {
  const { year, plan } = rollup;
  const final = isLastYear(rollup);
  const title = `${year}年各${context.sites}${RATES.onCourse.title(final)}指标的比重`;
  const steps = plan.method.verdict.slice(0, SHADES.length);
  const all = rollup.districts.map(({ rates }) => rates.onCourse);
  const areas = [
    ...rollup.districts.map(({ code, name, rates }) => {
      return { code, name, ...classOf(rates.onCourse, all, rollup) };
    }),
    ...context.left.map(({ code, name }) => ({ code, name, text: "未汇总", status: LEFT_OUT })),
  ].sort((a, b) => compareText(a.code, b.code));
  const legend = steps.map(({ from }, at) => {
    const above = steps[at - 1];
    const name = from.isZero() ? `不足${above?.from.toFixed() ?? "100"}%` : `${from.toFixed()}%以上`;
    return {
      status: SHADES[at]!,
      name: above === undefined || from.isZero() ? name : `${from.toFixed()}%—${above.from.toFixed()}%`,
    };
  });
  const used = legend.filter(({ status }) => areas.some((area) => area.status === status));
  const absent = areas.some(({ status }) => status === LEFT_OUT);
  return {
    ...EMPTY,
    id: "shares",
    title,
    unit: "",
    source: "",
    note:
      context.outlines === null
        ? `各${context.sites}按行政区划代码排列，位置与大小不代表地理位置和面积。`
        : "边界由编制单位提供，不作为行政区域界线的依据。",
    alt: `${title}：${used.map(({ status, name }) => `${name}的${areas.filter((area) => area.status === status).length}个`).join("，")}。`,
    maps: [
      {
        legend: [...used, ...(absent ? [{ status: LEFT_OUT, name: "未汇总或不可评价" }] : [])],
        ...laidOut(areas, context.outlines),
      },
    ],
  };
}

function classOf(rate: Rate, all: readonly Rate[], { plan }: Rollup): { text: string; status: Status } {
  if (rate.of === 0) return { text: "—", status: LEFT_OUT };
  const status = SHADES[Math.min(Math.max(stepReached(rate, plan), 0), SHADES.length - 1)]!;
  return { text: percentOf(rate, all), status };
}

type Area = Omit<AreaMap["areas"][number], "outlines"> & { code: string };

function laidOut(areas: readonly Area[], sheet: OutlineSheet | null): Omit<AreaMap, "legend"> {
  const placed = areas.map(({ code, name, text, status }) => ({
    name,
    text,
    status,
    outlines: [...(sheet?.rings.get(code) ?? [])],
  }));
  if (sheet === null) return { areas: placed, columns: String(TILES_ACROSS), height: "" };
  return { areas: placed.filter(({ outlines }) => outlines.length > 0), columns: "", height: sheet.height };
}
