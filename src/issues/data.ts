import { rowsText } from "../terms/spans.js";
import { define } from "./definition.js";
import type { ColumnTold } from "./sheets/columns.js";
import { namesText } from "./names-text.js";
import { defineFault, defineFaults } from "./yaml.js";

/** One of two figures for the same thing, and where it stands. */
export interface Told {
  display: string;
  cell: string;
}

/** So many of the figures for one thing are told one by one. */
const MOST_DIFFERING = 3;

/** Two figures that differ, or more that do not all agree. */
function differingText(figures: readonly Told[]): string {
  const told = figures.slice(0, MOST_DIFFERING).map(({ display, cell }) => `${cell}为${display}`);
  const more = figures.length > MOST_DIFFERING ? "等" : "";
  const count = figures.length === 2 ? "两个不同的数" : `${figures.length}处数，不一致`;
  return `有${count}：${told.join("，")}${more}`;
}

/** A figure under 基期数 that is not what is known; `known` null where nothing is. */
export interface BaseTold {
  row: number;
  id: string;
  shown: string;
  known: string | null;
}

/** So many are told one by one. */
const MOST_BASES = 3;

function basesText(figures: readonly BaseTold[]): string {
  const told = figures
    .slice(0, MOST_BASES)
    .map(({ id, shown, known }) => `${id}填${shown}，${known === null ? "没有已知的数" : `已知为${known}`}`);
  return `${told.join("；")}${figures.length > MOST_BASES ? "……" : ""}`;
}

/** What of a sheet has no year: rows of a part of a table, columns beside others that have theirs; all of it for neither. */
export interface UndatedExtent {
  rows: readonly number[] | null;
  columns: readonly ColumnTold[];
}

function undatedText({ rows, columns }: UndatedExtent): string {
  const headed = namesText(columns.map(({ letters, heading }) => `${letters}列“${heading}”`));
  return `${rows === null ? "" : rowsText(rows)}${headed === "" || rows === null ? headed : `的${headed}`}`;
}

/** What reading rows and the manifest, and settling what several cells say of one thing, finds. */
export const DATA_ISSUES = {
  "data/ambiguous-name": define<{ rows: readonly number[]; name: string; candidates: readonly string[] }>(
    "error",
    ({ rows, name, candidates }) =>
      `“${name}”对应多个指标：${candidates.join("、")}，${rowsText(rows)}未读取`,
    () => "请在“编号”列填写指标编号",
  ),
  "data/code-contradicts-name": define<{
    rows: readonly number[];
    code: string;
    expected: string;
    name: string;
    /** Whose the name is; null where no plan has it. */
    other: string | null;
  }>(
    "error",
    ({ rows, code, expected, name, other }) =>
      `编号${code}是“${expected}”，名称却是“${name}”${other === null ? "" : `（${other}）`}，${rowsText(rows)}未读取`,
    ({ other }) =>
      other === null
        ? "请核对哪个是对的：是规划的指标，名称请照规划写；是别的数，请不要用规划的编号"
        : "请核对后改正编号或名称",
  ),
  "data/code-unlike-name": define<{
    rows: readonly number[];
    code: string;
    name: string;
    expected: string;
  }>(
    "warning",
    ({ rows, code, name, expected }) =>
      name === expected
        ? `“${code}”不是“${name}”的编号，${rowsText(rows)}已按名称读取`
        : `编号“${code}”旁的名称“${name}”与“${expected}”不像，${rowsText(rows)}已按“${expected}”读取`,
    ({ name, expected }) =>
      name === expected ? "请核对编号" : "请核对编号；名称无误时可在规划文件的 aliases 中登记",
  ),
  "data/compound-value": define<{ row: number; name: string; parts: readonly string[] }>(
    "warning",
    ({ row, name }) => `“${name}”含几项数据，不能只填一个数，第${row}行未读取`,
    ({ parts }) => `请分行填写：${parts.join("、")}`,
  ),
  "data/conflict": define<{ indicator: string; year: number; figures: readonly Told[] }>(
    "error",
    ({ indicator, year, figures }) => `${indicator} ${year}年${differingText(figures)}，均未采用`,
    () => "请核实后保留一个",
  ),
  "data/group-conflict": define<{
    indicator: string;
    year: number;
    group: string;
    figures: readonly Told[];
  }>(
    "error",
    ({ indicator, year, group, figures }) =>
      `${indicator} ${year}年${group}${differingText(figures)}，均未采用`,
    () => "请核实后保留一个",
  ),
  "data/group-revised": define<{
    indicator: string;
    year: number;
    group: string;
    first: Told;
    second: Told;
  }>(
    "warning",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}由${second.display}（${second.cell}）改为${first.display}，按较新的表计算`,
  ),
  "data/group-total": define<{ groups: readonly string[]; grouping: string; rows: readonly number[] }>(
    "note",
    ({ groups, grouping, rows }) =>
      `${rowsText(rows)}${namesText(groups.map((group) => `“${group}”`))}是合计、平均一类的数或别的地区、单位，不作为${grouping}读取`,
  ),
  "data/site-closed": define<{ group: string; said: string; shown: string }>(
    "note",
    ({ group, said, shown }) => `${group}注明“${said}”，${shown}不作为它的数，按缺报处理`,
    () => "这一年仍在开办的，请改正注明的话",
  ),
  "data/hidden-sheet": define<Record<never, never>>(
    "note",
    () => "隐藏的工作表，未读取",
    () => "需要读取时请取消隐藏",
  ),
  "data/idle-silence": define<{ code: string; cell: string }>(
    "warning",
    ({ code, cell }) => `${cell}没有“${code}”这一问题，这条免提醒不起作用`,
    () => "问题已改正的请删去这一条；否则请核对文件、工作表和单元格",
  ),
  "data/manifest-key": defineFault("unknown-key"),
  "data/manifest-value": defineFaults(),
  "data/measure-status": define<{
    row: number;
    measure: string;
    stated: string;
    allowed: readonly string[];
  }>(
    "error",
    ({ row, measure, stated }) =>
      stated === ""
        ? `${measure}没有填写落实状态，第${row}行未读取`
        : `${measure}不认识的落实状态“${stated}”，第${row}行未读取`,
    ({ allowed }) => `请填写：${allowed.join("、")}`,
  ),
  "data/measures-differ": define<{
    measure: string;
    year: number;
    reporters: readonly string[];
    stated: readonly string[];
    kept: string;
  }>(
    "warning",
    ({ measure, year, reporters, stated, kept }) =>
      `${measure} ${year}年${reporters.join("、")}报的落实状态不同（${stated.join("、")}），按“${kept}”计`,
    () => "请会商核实；落实情况逐个单位照印",
  ),
  "data/no-row-year": define<{ rows: readonly number[]; shown: readonly string[] }>(
    "error",
    ({ rows, shown }) =>
      `${rowsText(rows)}看不出是哪一年的数据${shown.length === 0 ? "" : `（年份写作“${shown.join("”“")}”）`}，未读取`,
    () => "请在“年份”列填写四位年份，如2025",
  ),
  "data/no-rows": define<{ count: number }>(
    "warning",
    ({ count }) => `${count}行数据中没有一行是规划指标`,
    () => "指标名称请与规划一致，或填写编号（如W04、C12）",
  ),
  "data/no-status": define<{
    project: string;
    year: number;
    rows: readonly number[];
    allowed: readonly string[];
  }>(
    "error",
    ({ project, year, rows }) => `${project} ${year}年没有填写进展状态，${rowsText(rows)}未读取`,
    ({ allowed }) => `请填写：${allowed.join("、")}`,
  ),
  "data/no-year": define<UndatedExtent>(
    "error",
    (extent) =>
      extent.rows === null && extent.columns.length === 0
        ? "看不出是哪一年的填报表，整张表未读取"
        : `${undatedText(extent)}看不出是哪一年的数，未读取`,
    ({ rows, columns }) =>
      rows !== null || columns.length > 0
        ? "请在这几列的表头中写明年份，如“2025年”"
        : "请在标题或文件名中写明年份，如“2025年度”",
  ),
  "data/base-differs": define<{ figures: readonly BaseTold[]; year: number }>(
    "warning",
    ({ figures, year }) =>
      `${rowsText(figures.map(({ row }) => row))}的基期数不是已知的${year}年数（${basesText(figures)}），未采用`,
    ({ year }) =>
      `基期数由程序带出，不用填：是本年的数，请移到本年数；要补报、更正${year}年的数，请另列一列，列名写“${year}年”`,
  ),
  "data/not-yes-or-no": define<{ name: string; shown: string }>(
    "error",
    ({ name, shown }) => `“${name}”的完成数填${shown}，看不出是否已经实现，未读取`,
    () => "请填是或否：全部实现的填是，只实现一部分的填否，实现了多少写在年度进展中",
  ),
  "data/previous-alone": define<{ rows: readonly number[]; year: number }>(
    "warning",
    ({ rows, year }) => `${rowsText(rows)}只填了上年数，本年数空着，也没有写缺报原因，按${year}年的数读取`,
    ({ year }) => `是${year + 1}年的数的，请移到本年数；${year + 1}年没有数据的，请写缺报原因`,
  ),
  "data/previous-held": define<{ indicator: string; year: number; shown: string; old: Told }>(
    "warning",
    ({ indicator, year, shown, old }) =>
      `${indicator}的本年数空着，${year}年的上年数为${shown}，别处是${old.display}（${old.cell}），本格未读取`,
    ({ year }) =>
      `是${year + 1}年的数的，请移到本年数；确是更正${year}年的，请同时填写本年数或缺报原因，并在备注中写明`,
  ),
  "data/quantities-differ": define<{
    project: string;
    year: number;
    name: string;
    done: readonly string[];
    kept: string;
  }>(
    "warning",
    ({ project, year, name, done, kept }) =>
      `${project} ${year}年“${name}”的完成数有不同的填法（${done.join("、")}），按${kept}计`,
    () => "请各填报单位核对，统一后只报一个数",
  ),
  "data/quantity-name": define<{
    project: string;
    row: number;
    name: string;
    nearest: string | null;
    /** All that the plan asks of the project. */
    names: readonly string[];
  }>(
    "warning",
    ({ project, row, name, nearest }) =>
      `第${row}行的量化内容“${name}”不是规划给${project}的量化任务${nearest === null ? "" : `“${nearest}”`}，按另一项计`,
    ({ nearest, names }) =>
      nearest === null
        ? `是规划的任务，请照规划写“${names.join("”或“")}”；不是的，请写进年度进展，不填目标数、完成数`
        : `若是同一项，请照规划写“${nearest}”`,
  ),
  "data/silence-code": define<{ code: string; nearest: string | null }>(
    "error",
    ({ code }) => `“${code}”不是可以免提醒的问题`,
    ({ nearest }) =>
      nearest === null
        ? "请照抄 report validate 列出的代码，如 data/jump；未读取的数不能免，只能改正"
        : `是否要写“${nearest}”？未读取的数不能免，只能改正`,
  ),
  "data/statuses-differ": define<{ project: string; year: number; stated: readonly string[]; kept: string }>(
    "warning",
    ({ project, year, stated, kept }) =>
      `${project} ${year}年各行进展状态不同（${stated.join("、")}），按“${kept}”计`,
    () => "请核实项目总体进展",
  ),
  "data/unit-among-figures": define<{ row: number; shown: string; isCsv: boolean }>(
    "error",
    ({ row, shown }) => `该填数的地方是计量单位“${shown}”，第${row}行多半整行错开了一列，未读取`,
    ({ isCsv }) =>
      isCsv
        ? "名称中有逗号的，请用英文双引号括起整个名称；或在 Excel 中改好后另存为 .xlsx"
        : "请把这一行各列对齐",
  ),
  "data/unit-differs": define<{ rows: readonly number[]; name: string; shown: string; unit: string }>(
    "warning",
    ({ rows, name, shown, unit }) =>
      `${name}的计量单位写作“${shown}”，${rows.length > 1 ? `${rowsText(rows)}的` : ""}数值按${unit === "" ? "无单位" : `“${unit}”`}读取`,
    () => "请核实数值是否需要换算",
  ),
  "data/unit-scale": define<{ rows: readonly number[]; name: string; shown: string; unit: string }>(
    "error",
    ({ rows, name, shown, unit }) =>
      `${name}的计量单位是“${shown}”，规划为“${unit}”，${rowsText(rows)}的数未读取`,
    ({ unit, shown }) =>
      /分点$/u.test(shown)
        ? `“${shown}”是增减的单位：请填指标本身的数，单位“${unit}”`
        : `请把数值换算成“${unit}”，并改正计量单位`,
  ),
  "data/unknown-code": define<{ rows: readonly number[]; code: string; nearest: string | null }>(
    "warning",
    ({ rows, code }) => `没有编号为“${code}”的指标，${rowsText(rows)}未读取`,
    ({ nearest }) => (nearest === null ? "请对照规划核对编号" : `是否要写“${nearest}”？`),
  ),
  "data/unknown-grouping": define<{
    grouping: string;
    isKnown: boolean;
    rows: readonly number[];
    allowed: readonly string[];
    /** How many unknown ones there are, where `grouping` names the first of very many. */
    kinds?: number;
  }>(
    "error",
    ({ grouping, isKnown, rows, kinds }) =>
      isKnown
        ? `${rowsText(rows)}没有写是哪个${grouping}，未读取`
        : grouping === ""
          ? `${rowsText(rows)}没有填写分组，未读取`
          : `不认识的分组“${grouping}”${kinds === undefined ? "" : `等${kinds}种`}，${rowsText(rows)}未读取`,
    ({ grouping, isKnown, allowed }) =>
      isKnown ? `请在组别中写明${grouping}的名称` : `分组请填：${allowed.join("、")}；组别填具体名称`,
  ),
  "data/unknown-measure": define<{ row: number; name: string; nearest: string | null }>(
    "warning",
    ({ row, name }) => `“${name}”不是规划的编号措施，第${row}行未读取`,
    ({ nearest }) => (nearest === null ? "请填写措施编号（如WM1.3、CM2.5）" : `是否是“${nearest}”？`),
  ),
  "data/unknown-project": define<{ row: number; name: string; nearest: string | null }>(
    "warning",
    ({ row, name }) => `“${name}”不是规划的重点项目，第${row}行未读取`,
    ({ nearest }) => (nearest === null ? "请填写项目编号（如WP01、CP10）" : `是否是“${nearest}”？`),
  ),
  "data/unknown-status": define<{
    rows: readonly number[];
    stated: string;
    nearest: string | null;
    allowed: readonly string[];
  }>(
    "error",
    ({ rows, stated }) => `不认识的进展状态“${stated}”，${rowsText(rows)}未读取`,
    ({ nearest, allowed }) =>
      nearest === null
        ? `请填写：${allowed.join("、")}`
        : `是否是“${nearest}”？请填写：${allowed.join("、")}`,
  ),
  "data/unmatched-names": define<{
    count: number;
    /** What has a name. */
    of: "行" | "列";
    /** `isAnother`: so near that people take the one for the other. */
    close: readonly { name: string; cell: string; nearest: string; isAnother?: boolean }[];
    /** How many names are like ours, told here or not. */
    names: number;
  }>(
    "warning",
    ({ count, of, close, names }) =>
      `${count}${of}不是规划指标，未读取，其中${names}${of}的名称与规划相近：${close.map(({ cell, name, nearest, isAnother = false }) => `${cell}“${name}”${isAnother ? "不是" : "近似"}“${nearest}”`).join("；")}${names > close.length ? "等" : ""}`,
    () => "若是同一指标，请改用规划的名称，或填写编号",
  ),

  "data/front-sheet": define<object>(
    "note",
    () => "是封面、说明一类的工作表，未读取",
    () => "其中有数据的，请给工作表换一个名称",
  ),
  "data/unrecognised-sheet": define<{
    nearest: string | null;
    kinds: readonly string[];
    rows: readonly number[];
    /** It is the title that names an indicator. */
    titled: boolean;
  }>(
    "warning",
    ({ nearest, rows, titled }) =>
      rows.length > 0
        ? titled
          ? `表题（${rowsText(rows)}）写着规划的指标，但表中没有“指标名称”或“编号”一列，整张表未读取`
          : `${rowsText(rows)}有规划的指标，但看不懂表头，整张表未读取`
        : nearest === null
          ? "看不出是哪种表，未读取"
          : `名称像“${nearest}”，但没有找到它的表头，未读取`,
    ({ kinds, titled }) =>
      titled
        ? "请加一列“指标名称”，每行写上这项指标；逐个镇街、县市一行的，其余各列照旧（镇街或县市、2020年、2021年……）"
        : `不是数据表的可以不理会；是数据表的应有表头：${kinds.join("；")}`,
  ),
  "data/year-conflict": define<UndatedExtent & { said: readonly { by: string; years: readonly number[] }[] }>(
    "error",
    ({ said, ...extent }) =>
      `${said.map(({ by, years }) => `${by}写的是${years.map((year) => `${year}年`).join("、")}`).join("，")}，${undatedText(extent) || "整张表"}未读取`,
    () => "请改正，使各处写的填报年份一致且只有一个",
  ),
  "data/year-outside": define<{ letters: string; year: number; first: number; last: number }>(
    "note",
    ({ letters, year, first, last }) => `${letters}列的${year}年在${first}—${last}年之外，整列未读取`,
  ),
} as const;
