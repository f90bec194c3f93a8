import { namesText } from "../names-text.js";
import { unitOf } from "../../terms/unit.js";
import { FLAG_NAMES } from "../../terms/flag.js";
import { define } from "../definition.js";
import { PROJECT_CHECKS } from "./projects.js";
import { REFERENCE_CHECKS } from "./references.js";

/** A row or part without data, and the last year it had some; null: none was ever reported. */
export interface MissingRow {
  id: string;
  name: string;
  last: number | null;
}

/** W05a 甲、W06 乙（尚无数据）；W19 丙（最近为2023年） */
function missingRows(rows: readonly MissingRow[]): string {
  const lasts = [...new Set(rows.map(({ last }) => last))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return lasts
    .map((last) => {
      const names = rows.filter((row) => row.last === last).map(({ id, name }) => `${id} ${name}`);
      return `${names.join("、")}（${last === null ? "尚无数据" : `最近为${last}年`}）`;
    })
    .join("；");
}

/** Groups under a heading of sites that are none the plan lists. */
export interface Strangers {
  name: string;
  year: number;
  grouping: string;
  /** How many the plan lists; 0 where it lists none. */
  planned: number;
  strangers: readonly string[];
  /** Of those that the plan lists, where as many have reported as there are. */
  missing: readonly string[];
}

function missingText(missing: readonly string[]): string {
  return missing.length === 0 ? "" : `；规划列出的${namesText(missing)}没有数据`;
}

/** What the checks find on figures beside other figures, and on what is not there. */
export const CHECK_ISSUES = {
  ...PROJECT_CHECKS,
  ...REFERENCE_CHECKS,
  "data/baseline-differs": define<{
    name: string;
    year: number;
    reported: string;
    text: string;
    clause: string;
    doubtful: string | null;
  }>(
    "warning",
    ({ name, year, reported, text, clause }) =>
      `${name}${year}年填报${reported}，规划原文为${text}（“${clause}”），按填报数计算`,
    ({ doubtful }) =>
      doubtful === null ? "请核实两个数的口径和年份，并在备注中说明" : `规划原文的数本身存疑：${doubtful}`,
  ),
  "data/district-outside": define<{
    name: string;
    year: number;
    grouping: string;
    area: string;
    district: string;
    least: string;
    greatest: string;
  }>(
    "warning",
    ({ name, year, grouping, area, district, least, greatest }) =>
      `${name}${year}年${area}为${district}，与分${grouping}数据不符（最小${least}，最大${greatest}）`,
    ({ area }) => `请核实${area}数和分组数的口径、计量单位`,
  ),
  "data/flat-series": define<{ name: string; first: number; last: number; display: string }>(
    "warning",
    ({ name, first, last, display }) => `${name}${first}—${last}年的数完全相同（${display}）`,
    () => "请核实是否沿用了上年的数；确无变化请在备注中说明",
  ),
  "data/missing-two-years": define<{ domain: string; latest: number; rows: readonly MissingRow[] }>(
    "warning",
    ({ domain, latest, rows }) =>
      `${domain}有${rows.length}项${latest - 1}年、${latest}年都没有数据：${missingRows(rows)}`,
    () => "请向责任单位催报；无统计渠道的建议开展专项统计调查",
  ),
  "data/order-broken": define<{
    /** Another place; "" for the district. */
    region: string;
    year: number;
    lower: string;
    upper: string;
    cell: string;
    note: string;
  }>(
    "warning",
    ({ region, year, lower, upper, cell }) => `${region}${year}年${lower}，大于${upper}（${cell}）`,
    ({ note }) => note,
  ),
  "data/rate-differs": define<{
    name: string;
    year: number;
    reported: string;
    computed: string;
    unit: string;
    fraction: string;
  }>(
    "warning",
    ({ name, year, reported, computed, unit, fraction }) =>
      `${name}${year}年填报${reported}，按分子分母（${fraction}）计算为${computed}${unitOf(unit).behind}`,
    () => "请核实填报数或分子、分母",
  ),
  "data/revised": define<{ name: string; year: number; old: string; now: string; cell: string }>(
    "note",
    ({ name, year, old, now, cell }) => `${name}${year}年由${old}（${cell}）修订为${now}`,
  ),
  "data/shares-sum": define<{ name: string; year: number; groups: readonly string[]; sum: string }>(
    "warning",
    ({ name, year, groups, sum }) => `${name}${year}年各组合计${sum}%，不是100%（${groups.join("，")}）`,
    () => "请核实各组的比重",
  ),
  "data/small-numbers": define<{
    name: string;
    year: number;
    events: string;
    limit: number;
    interval: string;
  }>(
    "note",
    ({ name, year, events, limit, interval }) =>
      `${name}${year}年为${events}例，少于${limit}例，95%置信区间为${interval}`,
  ),
  // Codes are written into manifests and read by programs: they keep the word units for sites.
  "data/units-below-target": define<{
    name: string;
    year: number;
    target: string;
    sites: readonly string[];
  }>(
    "note",
    ({ name, year, target, sites }) =>
      `${name}${year}年有${sites.length}个未达到目标（${target}）：${sites.slice(0, 10).join("、")}${sites.length > 10 ? "等" : ""}`,
  ),
  "data/units-missing": define<{
    name: string;
    year: number;
    grouping: string;
    reported: number;
    expected: number;
    missing: readonly string[];
  }>(
    "warning",
    ({ name, year, grouping, reported, expected, missing }) =>
      `${name}${year}年只有${reported}个${grouping}报送，应有${expected}个${missing.length === 0 ? "" : `，${namesText(missing)}没有数据`}`,
    () => `请催报；按已报送的单位判定，并注明${FLAG_NAMES.partial}`,
  ),
  "data/site-apart": define<Strangers>(
    "warning",
    ({ name, year, grouping, strangers, missing }) =>
      `${name}${year}年的${namesText(strangers)}不是${grouping}，未计入${missingText(missing)}`,
    ({ grouping, planned }) =>
      planned === 0
        ? `数已归入各${grouping}的，请删去这一行；要与${grouping}一并考核的，请在规划文件的 sites 中逐个列出${grouping}，把它也列入`
        : `数已归入各${grouping}的，请删去这一行；要与${grouping}一并考核的，请在规划文件的 sites 中列出，并改 expected`,
  ),
  "data/units-unknown": define<Strangers>(
    "error",
    ({ name, year, grouping, planned, strangers, missing }) =>
      `${name}${year}年的${namesText(strangers)}不在规划列出的${planned}个${grouping}之中，未计入${missingText(missing)}`,
    ({ grouping }) =>
      `写错名称的请改正，不是本地区的请删去；${grouping}有调整的，请在规划文件的 sites 中改，改后计入`,
  ),
  "data/units-surplus": define<{
    name: string;
    year: number;
    grouping: string;
    reported: number;
    expected: number;
    fresh: readonly string[];
  }>(
    "warning",
    ({ name, year, grouping, reported, expected, fresh }) =>
      `${name}${year}年有${reported}个${grouping}的数，应只有${expected}个${fresh.length === 0 ? "" : `，其他年份没有的有${fresh.slice(0, 5).join("、")}${fresh.length > 5 ? "等" : ""}`}`,
    () => "请核对组别：同一个写了两种名称，或混入了不是的行",
  ),
} as const;
