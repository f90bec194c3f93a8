import { rowsText } from "../../terms/spans.js";
import { OTHERS, type Other } from "../sheets/columns.js";
import type { Limits } from "./doubts.js";
import type { Told } from "../data.js";
import { define } from "../definition.js";

/** One figure of 对照数据, as messages tell it. */
export interface ToldReference {
  name: string;
  year: number;
  region: string;
}

function told({ name, year, region }: ToldReference): string {
  return `${region}${year}年${name}`;
}

/** What checks on 对照数据 find: figures that stand, and may be right. */
export const REFERENCE_CHECKS = {
  "data/reference-below-one": define<ToldReference & { display: string }>(
    "error",
    ({ display, ...each }) => `${told(each)}填${display}，女厕位少于男厕位，是否把男女次序写反`,
    () => "请按“男：女”填写，如1：1.6；核实无误的在 manifest.yaml 的 silences 中写明理由",
  ),
  "data/reference-implausible": define<ToldReference & Limits & { display: string; unit: string }>(
    "warning",
    ({ display, low, high, unit, ...each }) =>
      `${told(each)}为${display}，不在合理范围${low}—${high}${unit}之内`,
    () => "请与来源核对：没有数据的留空，不填0",
  ),
  "data/reference-magnitude": define<
    ToldReference & { display: string; times: string; right: string; outside: Limits | null }
  >(
    "error",
    ({ display, times, right, outside, ...each }) =>
      `${told(each)}为${display}，${outside === null ? `与本指标的数相差约${times}倍` : `不在合理范围${outside.low}—${outside.high}之内`}，是否应为${right}`,
    () => "请核对计量单位和小数点；核实无误的在 manifest.yaml 的 silences 中写明理由",
  ),
  "data/reference-per-hundred": define<ToldReference & { display: string; read: string }>(
    "note",
    ({ display, read, ...each }) => `${told(each)}为${display}，是男婴数÷女婴数，按女=100读作${read}`,
    () => "请填男婴数÷女婴数×100，如108.49",
  ),
  "data/reference-tenfold": define<ToldReference & { display: string; right: string }>(
    "warning",
    ({ display, right, ...each }) => `${told(each)}为${display}，与其他年份相差约10倍，是否应为${right}`,
    () => "请与来源核对小数点",
  ),
  "data/reference-year": define<ToldReference>(
    "warning",
    (each) => `${told(each)}晚于全部监测数据的年份，请核对年份`,
  ),
} as const;

/** What reading and settling 对照数据 finds. */
export const REFERENCE_ISSUES = {
  "data/reference-conflict": define<ToldReference & { first: Told; second: Told }>(
    "error",
    ({ first, second, ...each }) =>
      `${told(each)}有两个不同的对照数：${first.cell}为${first.display}，${second.cell}为${second.display}，均未采用`,
    () => "请核实后保留一个；口径不同的，保留与规划口径一致的",
  ),
  "data/reference-no-region": define<{ row: number }>(
    "error",
    ({ row }) => `第${row}行没有写明是哪个地区的数，未读取`,
    () => "请在“地区”列填写，如全国、全市",
  ),
  "data/reference-other-time": define<{
    noun: string;
    text: string;
    rows: readonly number[];
    other: Other | null;
  }>(
    "warning",
    ({ noun, text, rows, other }) =>
      `${noun}是“${text}”，${rowsText(rows)}${other === null ? "不是全年的实际数" : `是${OTHERS[other]}`}，不作为对照数据读取`,
    () => "对照数请用全年的实际数，“年份”只写“2025”；没有实际数的，删去这一行",
  ),
  "data/reference-own": define<{ row: number }>(
    "warning",
    ({ row }) => `第${row}行是本地区的数，不作为对照数据读取`,
    () => "本地区的数请填入指标数据表或填报表",
  ),
  "data/reference-unvouched": define<{ rows: readonly number[] }>(
    "warning",
    ({ rows }) => `${rowsText(rows)}没有写明口径或来源，只列入数据报表，文字中不作比较`,
    () => "请填写“口径”（与规划相同的写“一致”）和“来源”",
  ),
} as const;
