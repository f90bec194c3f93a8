import { namesText, toldText } from "../names-text.js";
import { rowsText } from "../../terms/spans.js";
import { define } from "../definition.js";
import { OTHERS, type Other } from "./columns.js";

/** Rows of others by what a text says; `isUnknown`: nobody knows the text, and it may name a part. */
export interface OthersRows {
  noun: string;
  text: string;
  rows: readonly number[];
  isUnknown?: boolean;
  /** What the figures are; null where that has no word. */
  other?: Other | null;
  /** The one year whose figures these are, of rows that hold several. */
  year?: number;
  /** How many more rows the text speaks of than it names. */
  unnamed?: number;
  /** The plan's units of the rows, where the text gives another. */
  measures?: readonly string[];
  /** The table is a form, which has one row for each indicator and is locked. */
  isForm?: boolean;
  /** Another row of the same has the last figure. */
  isPreliminary?: true;
}

function othersRows({
  noun,
  text,
  rows,
  year,
  isUnknown = false,
  other = null,
  unnamed = 0,
  measures,
  isPreliminary,
}: OthersRows): string {
  if (isPreliminary === true)
    return `${rowsText(rows)}写着“${text}”，是初步数，同一指标另有一行确定的数，未读取`;
  if (measures !== undefined)
    return `${noun}是“${text}”，与规划的计量单位${measuresText(measures)}不符，${rowsText(rows)}未读取`;
  const what = other === null ? "不是本地区全年的实际数" : `是${OTHERS[other]}`;
  const why = isUnknown ? "看不出是不是本地区全部的数" : what;
  const which = year === undefined ? "" : `${year}年的数`;
  const more = unnamed === 0 ? "" : `；另有${unnamed}项没有点名，看不出是哪些，已照读`;
  return `${noun}是“${text}”，${rowsText(rows)}${which}${why}，未读取${more}`;
}

function measuresText(measures: readonly string[]): string {
  return measures.map((unit) => `“${unit || "无"}”`).join("、");
}

/** Where figures belong that are not the district's of that year. */
const INSTEAD: Readonly<Partial<Record<Other, string>>> = {
  region: "作对照用的，请列入“对照数据”表；",
  group: "按人群分的，请列入“分组数据”表；",
  otherYear: "请填在那一年的列里，或另用那一年的表；",
};

/** What the reading of sheets finds of their titles, tables and rows. */
export const SHEET_ISSUES = {
  "data/cards": define<{ cells: readonly string[] }>(
    "note",
    ({ cells }) => `这张表一项指标一块（${namesText(cells)}开始），按块读取`,
  ),
  "data/health-year": define<{ by: string; text: string; word: string }>(
    "note",
    ({ by, text, word }) =>
      `${by}“${text}”中的“${word}”是妇幼健康统计年度（上年10月至当年9月）的截止日，作为全年的数读取`,
  ),
  "data/nameless-rows": define<{ rows: readonly number[] }>(
    "warning",
    ({ rows }) => `${rowsText(rows)}有数，但没有编号和指标名称，未读取`,
    () => "请补填编号或指标名称；不用的行请删除",
  ),
  "data/only-others-rows": define<OthersRows>(
    "warning",
    othersRows,
    ({ noun, isUnknown = false, other = null, unnamed = 0, isForm = false, measures }) =>
      measures !== undefined
        ? `请按规划的计量单位${measuresText(measures)}填数，${noun}中的单位改为相同的或删去`
        : isForm
          ? "本年数请填本地区全年的实际数，备注照实改写；没有实际数的，本年数留空，选填缺报原因"
          : unnamed > 0
            ? "请在说明里逐项写明编号；本地区全年的实际数请单独成行或单独成表"
            : isUnknown
              ? "就是本地区全部的数的，这一列请写“全区”或留空；不是的，本地区的数请单独成行"
              : `${other === null ? "" : (INSTEAD[other] ?? "")}本地区全年的实际数请单独成行或单独成表`,
  ),
  "data/other-table": define<{
    by: string;
    text: string;
    other: Other;
    word: string;
    rows: readonly number[];
    region: string;
  }>(
    "warning",
    ({ by, text, other, word, rows }) =>
      `${by}“${text}”中的“${word}”说明是${OTHERS[other]}，这张表（${rowsText(rows)}）未读取`,
    ({ by, region }) => `确是${region || "本地区"}全年的实际数，请改正${by}；不是的请移出数据文件夹`,
  ),
  "data/others-rows": define<OthersRows>("note", othersRows),
  "data/row-year-differs": define<{ year: number; said: string; rows: readonly number[] }>(
    "warning",
    ({ year, said, rows }) => `这张表是${year}年的，${rowsText(rows)}的年份却是“${said}”，按该行的年份读取`,
    ({ year }) => `请核对年份：是${year}年的请改正，补报以往年份的请另用那一年的表`,
  ),
  "data/part-rows": define<{ parts: readonly { cell: string; name: string; of: string }[] }>(
    "note",
    ({ parts }) =>
      `${parts.length}行接在上面的指标下面，不是这项指标本身的数，规划也没有单列，未读取：${partsText(parts)}`,
    () => "按城乡、性别、年龄报送的，请用“分组数据”表：编号、年份、分组、组别、数值",
  ),
  "data/preliminary-rows": define<{ word: string; rows: readonly number[] }>(
    "note",
    ({ word, rows }) => `${rows.length === 0 ? "说明" : rowsText(rows)}写着“${word}”，是初步数，照读`,
  ),
  "data/rows-by-place": define<{ rows: readonly { cell: string; name: string; as: string }[] }>(
    "note",
    ({ rows }) =>
      `分项与名称合起来读取：${toldText(
        rows.map(({ cell, name, as }) => `${cell}“${name}”读作“${as}”`),
        "行",
      )}`,
  ),
  "data/survey-time": define<{ by: string; text: string; word: string }>(
    "note",
    ({ by, text, word }) => `${by}“${text}”中的“${word}”是调查的时间，各行都是一次查得的数，作为全年的数读取`,
  ),
  "data/title-asked": define<{ by: string; text: string; word: string; byLooks?: boolean }>(
    "warning",
    ({ by, text, word, byLooks = false }) =>
      byLooks
        ? `${by}“${text}”中的“${word}”按颜色、字体或行说有些数另有所指，看不出是哪几个数，数已照读`
        : `${by}“${text}”中的“${word}”看不出是不是说这张表的数另有所指（别的时期、一部分人、增减变化、还没有定的数），数已照读`,
    ({ by, byLooks = false }) =>
      byLooks
        ? "请看是哪几个数：不是本地区全年实际数的，请改填实际数或留空；都改好后删去这句说明"
        : `数另有所指的，请移出数据文件夹；不是的，请在${by}中删去这几个字`,
  ),
  "data/transposed": define<{
    rows: readonly number[];
    names: readonly string[];
    counts: readonly string[];
  }>(
    "warning",
    ({ rows, names, counts }) =>
      counts.length > 0
        ? `这张表只有“${names.join("")}”一列是规划指标，${counts.join("、")}是同它一起的数，看不出哪一行是本地区哪一年的，整张表未读取`
        : `这张表${rows.length === 0 ? "" : `一行一年（${rowsText(rows)}）、`}一列一个指标（${names.slice(0, 3).join("、")}${names.length > 3 ? "等" : ""}），整张表未读取`,
    ({ rows, counts }) =>
      counts.length > 0
        ? "请一行一个指标：编号、指标名称、本年数、分子、分母；分单位的数请用“分组数据”表：编号、年份、分组、组别、数值"
        : rows.length === 0
          ? "请改为一行一个指标；分单位的数请用“分组数据”表：编号、年份、分组、组别、数值"
          : "请转置：一行一个指标，一列一年（复制后“选择性粘贴—转置”）",
  ),
  "data/turned": define<{
    rows: readonly number[];
    names: readonly string[];
    /** Columns that are none of the plans' indicators'. */
    others: readonly string[];
  }>(
    "note",
    ({ rows, names, others }) =>
      `这张表${rows.length === 0 ? "" : `一行一年（${rowsText(rows)}）、`}一列一个指标（${namesText(names)}），逐列读取${
        others.length === 0 ? "" : `，其余各列（${namesText(others)}）不是规划指标本身的数，未读取`
      }`,
  ),
  "data/unplaced": define<{ cells: readonly { address: string }[] }>(
    "warning",
    ({ cells }) => `${cellsText(cells)}的数没有列名或不在表中，看不出是什么数，未读取`,
    () => "是指标数据的请放进表中，写明列名；不用的请删除",
  ),
  "data/whole-rows": define<{ groups: readonly string[]; rows: readonly number[] }>(
    "note",
    ({ groups, rows }) =>
      `${rowsText(rows)}${namesText(groups.map((group) => `“${group}”`))}是各组合在一起的，作为本地区的数读取`,
  ),
  "data/word-in-all-rows": define<{ noun: string; text: string }>(
    "note",
    ({ noun, text }) => `${noun}各行都写着“${text}”，看不出是不是本地区全部的数，照读`,
    () => "不是本地区全部的数的，请不要作为本地区的数交来",
  ),
  "data/words-unheard": define<{ heading: string; texts: readonly string[] }>(
    "warning",
    ({ heading, texts }) =>
      `看不懂列名“${heading}”，其中写的${namesText(texts.map((text) => `“${text}”`))}没有用，各行的数照读`,
    () => "说的是哪一部分人、哪个单位的数的，请把各部分列入“分组数据”表；只是说明的，列名请写“备注”",
  ),
} as const;

/** A3“城镇”、A4“农村”（婴儿死亡率）: what stands beneath the same name together. */
function partsText(parts: readonly { cell: string; name: string; of: string }[]): string {
  const shown = parts.slice(0, MOST_CELLS);
  const wholes = [...new Set(shown.map(({ of }) => of))].map((of) => {
    const own = shown.filter((each) => each.of === of).map(({ cell, name }) => `${cell}“${name}”`);
    return `“${of}”的${own.join("、")}`;
  });
  return `${wholes.join("；")}${parts.length > shown.length ? "等" : ""}`;
}

/** More cells than this are named by their rows. */
const MOST_CELLS = 8;

const ROW = /\d+$/u;

function cellsText(cells: readonly { address: string }[]): string {
  if (cells.length > MOST_CELLS)
    return rowsText(cells.flatMap(({ address }) => Number(ROW.exec(address)?.[0])));
  return cells.map(({ address }) => address).join("、");
}
