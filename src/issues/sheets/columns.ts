import { rowsText } from "../../terms/spans.js";
import { define } from "../definition.js";

/** A column of a table: its letters, its heading as it stands, and whether nobody sees it. */
export interface ColumnTold {
  letters: string;
  heading: string;
  hidden?: boolean;
}

/** What figures that are not the indicator's own are called. */
export const OTHERS = {
  target: "目标数",
  forecast: "预计数",
  change: "增减变化",
  rank: "位次",
  completion: "完成率",
  share: "比重",
  score: "得分",
  factor: "算比率用的系数",
  statistic: "平均数或累计数",
  count: "人数一类的数",
  period: "不足一年的数",
  schoolYear: "学年的数",
  otherYear: "另一年的数",
  span: "几年合计的数",
  region: "其他地区的数",
  group: "部分人群的数",
  site: "一个镇街或机构的数",
  void: "作废、备份或示范的数",
} as const;

export type Other = keyof typeof OTHERS;

function columnText({ letters, heading, hidden = false }: ColumnTold): string {
  return `${letters}列“${heading}”${hidden ? "（隐藏的列）" : ""}`;
}

/** 中的“目标”; nothing where the heading is that word. */
function wordText(word: string, heading: string): string {
  return word === "" || word === heading ? "" : `中的“${word}”`;
}

/** What to do with figures for which a column 2025年 of its own is not the answer. */
const HINTS: Readonly<Partial<Record<Other, (region: string, year: number | null) => string>>> = {
  schoolYear: () => "请按规划的口径确定算哪一年，列名写成“2025年”",
  region: (region, year) =>
    `${ownColumn(region, year)}；作对照用的，请一个数一行列入“对照数据”表：编号、年份、地区、数值、口径、来源`,
};

/** 永川区2025年的数请另列一列，列名写“2025年”. */
function ownColumn(region: string, year: number | null): string {
  const named = year === null ? "列名写数所属的年份，如“2025年”" : `列名写“${year}年”`;
  return `${region || "本地区"}全年的实际数请另列一列，${named}`;
}

/** The later of two years that follow each other, 2024年10月—2025年9月; null for any other heading. */
function acrossYears(heading: string): number | null {
  const [first, last, ...others] = [...new Set(heading.match(/20\d\d/gu))].map(Number);
  return first !== undefined && last === first + 1 && others.length === 0 ? last : null;
}

function acrossText(last: number): string {
  return `妇幼健康等按上年10月至当年9月统计的，算作${last}年的数，列名写“${last}年”；不是的，全年的实际数请另列一列`;
}

/** The year that a column's heading names, as a heading may name it; an example where it names none. */
function yearOf({ heading }: ColumnTold): string {
  return `${/(?:20[1-4]\d)(?!\d)/u.exec(heading)?.[0] ?? "2025"}年`;
}

/** What to head a column with that nobody understands; `given`: the column that is read for that year already. */
function headingAdvice(instead: string, given: string): string {
  return given === ""
    ? `是全年的实际数，列名请只写“${instead}”；是别的数，请写明（如“${instead}目标”“同比”“全市”）`
    : `${instead}的数已从${given}列读取，这一列是别的数的不用改；应当用这一列的，请删去${given}列，列名只写“${instead}”`;
}

const HOW_READ = {
  short: "是年份的简写或日期",
  preliminary: "是初步数",
  confirmed: "是核定或修订过的数",
  base: "是规划的基期",
  share: "是比重，就是这些指标的数",
} as const;

/** What the reading of sheets finds of columns of figures. */
export const COLUMN_ISSUES = {
  "data/blank-beside": define<{
    own: ColumnTold;
    others: readonly ColumnTold[];
    rows: readonly number[];
    year: number | null;
  }>(
    "warning",
    ({ own, others, rows, year }) =>
      `${columnText(own)}空着的${rows.length}行（${rowsText(rows)}）在${others.map(columnText).join("、")}有数，只读取${own.letters}列，${year === null ? "本年" : `${year}年`}按缺项处理`,
    ({ own }) => `是全年的实际数，请填入${own.letters}列；还没有数的，在${own.letters}列填“—”，不再提示`,
  ),
  "data/both-sexes": define<{
    column: ColumnTold;
    women: ColumnTold;
    rows: readonly number[];
    /** The units of the rows that are no counts: a number of women is no figure of theirs. */
    rates: readonly string[];
  }>(
    "error",
    ({ column, women, rows }) =>
      `${columnText(column)}旁边另列着女性的数（${women.letters}列），${rowsText(rows)}是女性的指标，未读取`,
    ({ women, rates }) =>
      rates.length === 0
        ? `请把女性的数单独列成一列，列名只写“${yearOf(women)}”`
        : `请把各行指标自己的数单独列成一列，列名只写“${yearOf(women)}”：单位是${rates.map((unit) => `“${unit}”`).join("、")}的填算好的比率，不填人数`,
  ),
  "data/column-read-as": define<{
    columns: readonly (ColumnTold & { year: number | null; word: string })[];
    why: keyof typeof HOW_READ;
  }>("note", ({ columns, why }) => {
    const headings = columns.map(
      ({ word, ...column }) => columnText(column) + wordText(word, column.heading),
    );
    const years = columns.map(({ year }) => (year === null ? "本年" : `${year}年`));
    return `${headings.join("、")}${HOW_READ[why]}，按${[...new Set(years)].join("、")}的数读取`;
  }),
  "data/counts-alone": define<{
    columns: readonly ColumnTold[];
    rows: readonly number[];
    year: number | null;
  }>(
    "warning",
    ({ columns, rows, year }) =>
      `${columns.map(columnText).join("、")}是算比率用的数，没有读到由它们算得的${year === null ? "" : `${year}年的`}比率，${rowsText(rows)}未读取`,
    ({ year }) => `请把算得的比率列成一列，列名写“${year ?? 2025}年”`,
  ),
  "data/crossed-groups": define<{ columns: readonly ColumnTold[]; rows: readonly number[] }>(
    "warning",
    ({ columns, rows }) =>
      `${rowsText(rows)}按${columns.map(columnText).join("、")}交叉分组，规划只按一种分组统计，这些行未读取`,
    () => "请一种分组列一张表；另一种分组的合计行照读",
  ),
  "data/date-heading": define<ColumnTold & { year: number | null; rows: readonly number[] }>(
    "warning",
    ({ rows, ...column }) =>
      `${columnText(column)}的列名是日期，看不出是哪一年全年的数，${rowsText(rows)}未读取`,
    () => "年度数据的列名请写成文字“2025年”",
  ),
  "data/grouped-by": define<{ columns: readonly ColumnTold[]; whole: boolean }>(
    "note",
    ({ columns, whole }) =>
      `按${columns.map(columnText).join("、")}作分组数据读取，${whole ? "只有合计行作为本地区的数" : "不作为本地区的数"}`,
  ),
  "data/hidden-column": define<{
    first: ColumnTold;
    second: ColumnTold;
    year: number | null;
    rows: readonly number[];
  }>(
    "warning",
    ({ first, second, year, rows }) =>
      `${columnText(second)}是隐藏的列，与${first.letters}列同为${year === null ? "本年" : `${year}年`}，${rowsText(rows)}的数不同，读取${first.letters}列，隐藏的列未读取`,
    () => "请取消隐藏后核对，删去不用的一列",
  ),
  "data/noted-column": define<
    ColumnTold & { other: Other; word: string; year: number | null; rows: readonly number[]; region: string }
  >(
    "warning",
    ({ other, word, rows, ...column }) =>
      `说明中写着“${word}”，${columnText(column)}是${OTHERS[other]}，${rowsText(rows)}未读取`,
    ({ region, year }) =>
      `确是${region || "本地区"}全年的实际数，请改正说明；不是的，${ownColumn(region, year)}`,
  ),
  "data/other-column": define<
    ColumnTold & {
      other: Other;
      word: string;
      year: number | null;
      rows: readonly number[];
      region: string;
      /** More columns of the same kind, whose rows are the same. */
      more?: readonly ColumnTold[];
    }
  >(
    "warning",
    ({ other, word, rows, more = [], ...column }) => {
      const said = wordText(word, column.heading);
      const own = more.length > 0 ? `、${more.map(columnText).join("、")}都` : said;
      const what = other === "period" && acrossYears(column.heading) !== null ? "跨年度的数" : OTHERS[other];
      return `${columnText(column)}${own}${said === "" || more.length > 0 ? "" : "说明"}是${what}，${rowsText(rows)}未读取`;
    },
    ({ other, region, year, heading }) => {
      const last = other === "period" ? acrossYears(heading) : null;
      if (last !== null) return acrossText(last);
      // 上年同期 beside a year is of the year before it: which, people know.
      return (HINTS[other] ?? ownColumn)(region, /[上去]年|同期/u.test(heading) ? null : year);
    },
  ),
  "data/added-only": define<ColumnTold & { rows: readonly number[]; year: number | null }>(
    "warning",
    ({ rows, ...column }) =>
      `${columnText(column)}只是当年新增的数，规划的指标是年末总数，${rowsText(rows)}未读取`,
    ({ year }) => `请填年末总数（到年末累计的数），列名只写“${year === null ? "本年数" : `${year}年`}”`,
  ),
  "data/quantity-columns": define<{ columns: readonly ColumnTold[]; roles: readonly string[] }>(
    "warning",
    ({ columns, roles }) =>
      `${columns.map(columnText).join("、")}看不出是不是项目的${roles.join("、")}，整列未读取`,
    ({ roles }) =>
      `作${roles.join("、")}的一列，列名请只写${roles.map((role) => `“${role}”`).join("、")}（规划期的目标和到本年底的累计数）；其余各列留作参考`,
  ),
  "data/rate-table": define<ColumnTold & { indicator: string; years: readonly number[] }>(
    "note",
    ({ indicator, years, ...column }) =>
      `这张表一列一个数，${columnText(column)}按${indicator}的${years.map((year) => `${year}年`).join("、")}数读取，其余各列未读取`,
  ),
  "data/reference-columns": define<{ columns: readonly (ColumnTold & { region: string; year: number })[] }>(
    "note",
    ({ columns }) =>
      `${columns.map(({ region, year, ...column }) => `${columnText(column)}读作${region}${year}年的对照数据`).join("、")}，没有口径和来源，只列入数据报表，文字中不作比较`,
    () => "要在文字中比较的，请一个数一行列入“对照数据”表：编号、年份、地区、数值、口径、来源",
  ),
  "data/site-columns": define<{ columns: readonly ColumnTold[] }>(
    "warning",
    ({ columns }) =>
      `${columns.map(({ letters }) => `${letters}列`).join("、")}是下级单位的数（${columns
        .slice(0, 3)
        .map(({ heading }) => `“${heading}”`)
        .join("、")}${columns.length > 3 ? "等" : ""}），整列未读取`,
    () => "分单位的数请用“分组数据”表：编号、年份、分组、组别、数值，一个单位一行",
  ),
  "data/site-quantities": define<{ column: ColumnTold; rows: readonly number[] }>(
    "warning",
    ({ column, rows }) => `${columnText(column)}把项目分到各处，${rowsText(rows)}的目标数、完成数未读取`,
    () => "目标数、完成数请填合计，一个项目的一项量化内容一行",
  ),
  "data/side-by-side": define<{ columns: readonly ColumnTold[] }>(
    "warning",
    ({ columns }) =>
      `${columns.map(columnText).join("和")}各带一块数，左右并排，分不清哪一块的名称和年份，这张表未读取`,
    () => "请把右边的一块移到左边一块的下面，列对齐，每行写全编号或指标名称、年份",
  ),
  "data/stated-unit-differs": define<{
    column: ColumnTold | null;
    shown: string;
    planned: readonly string[];
    rows: readonly number[];
  }>(
    "warning",
    ({ column, shown, planned, rows }) =>
      `${column === null ? "表上" : columnText(column)}写明单位是“${shown}”，${rowsText(rows)}的指标规划为${unitNames(planned)}，数值按规划的单位读取`,
    () => "请核实数值是否需要换算，并在“计量单位”列逐行写明单位",
  ),
  "data/stated-unit-scale": define<{
    column: ColumnTold | null;
    shown: string;
    planned: readonly string[];
    rows: readonly number[];
  }>(
    "error",
    ({ column, shown, planned, rows }) =>
      `${column === null ? "表上" : columnText(column)}写明单位是“${shown}”，${rowsText(rows)}的指标规划为${unitNames(planned)}，未读取`,
    ({ planned }) => `请把数值换算成${unitNames(planned)}，并改正单位；是别的数，请在列名中写明`,
  ),
  "data/target-column": define<ColumnTold & { year: number }>(
    "note",
    ({ year, ...column }) => `${columnText(column)}填的是规划的目标，不是${year}年的实际数，整列未读取`,
  ),
  "data/targets-typed": define<ColumnTold & { rows: readonly number[] }>(
    "warning",
    ({ rows, ...column }) =>
      `${columnText(column)}有${rows.length}行（${rowsText(rows)}）正好等于规划的目标值，疑似把目标值填作实际数`,
    () => "请填报单位核实，改填实际数；核实无误的不用改",
  ),
  "data/title-behind": define<{ columns: readonly ColumnTold[]; year: number }>(
    "warning",
    ({ columns, year }) =>
      `标题写的是${year}年，表中却有以后年份的列（${columns.map(columnText).join("、")}），按列名读取`,
    () => "请核对标题和列名，把没有改过来的一处改正；以后年份的是预计数、目标数的，请在列名中写明",
  ),
  "data/twin-columns": define<{
    first: ColumnTold;
    second: ColumnTold;
    year: number | null;
    rows: readonly number[];
    hiddenRows: readonly number[];
  }>(
    "error",
    ({ first, second, year, rows, hiddenRows }) =>
      `${columnText(first)}和${columnText(second)}都是${year === null ? "本年" : `${year}年`}的数，${rowsText(rows)}${hiddenRows.length === 0 ? "" : `（其中${rowsText(hiddenRows)}是隐藏的行）`}两个数不同，均未采用`,
    () => "请核实后只保留一列，或在列名中写明另一列是什么数",
  ),
  "data/year-order": define<{ first: ColumnTold; second: ColumnTold }>(
    "warning",
    ({ first, second }) =>
      `${columnText(first)}和${columnText(second)}的次序与其他各年的列相反，是否列名写反，数已按列名读取`,
    () => "请核对这两列的年份，写反的改正；没有写反的不用改",
  ),
  /**
   * `instead`: what its heading should be where its figures are the rows' own: 2025年, 本年数, 数值. `given`: the letters of
   * the column from which the figures of that year are read, "" for none: a second one of that name would undo both.
   */
  "data/unread-column": define<ColumnTold & { leftover: string; instead: string; given: string }>(
    "warning",
    ({ leftover, ...column }) =>
      // 前 of 修订前 and 否…1…0否 name nothing that anybody wrote.
      leftover.length < 2 || leftover.includes("…")
        ? `${columnText(column)}看不出是什么数，整列未读取`
        : `${columnText(column)}中的“${leftover}”看不懂，整列未读取`,
    ({ leftover, instead, given, ...column }) =>
      /^[中终]期$/u.test(leftover)
        ? `看不出是${leftover}评估的实际数还是${leftover}的目标：是目标，请写“${yearOf(column)}目标”；是全年的实际数，列名请只写“${yearOf(column)}”`
        : /学年/u.test(column.heading)
          ? "请按规划的口径确定一个学年算哪一年，列名只写那一年，如“2025年”"
          : /\d岁|月龄/u.test(column.heading)
            ? "是部分人群的数，不用的可以删去；要按年龄分组报送的，请用“分组数据”表"
            : headingAdvice(instead, given),
  ),
} as const;

function unitNames(planned: readonly string[]): string {
  return planned.map((unit) => (unit === "" ? "无单位" : `“${unit}”`)).join("、");
}
