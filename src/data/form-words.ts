import { MEASURE_STATUSES, type MeasureStatus } from "../terms/measure-status.js";
import { PROJECT_STATUSES, type ProjectStatus } from "../terms/project-status.js";
import type { Sheet } from "../workbook/sheet.js";
import { tightText } from "./sheet/normalise.js";

/** How a comment begins that is put on a form that goes back: it is ours, and comes in again with the form. */
export const OWN_COMMENT = "【核对】";

/** 进展状态 as people write it: adding a way of writing is adding a word to its line. */
const STATUS_WORDS: Readonly<Record<ProjectStatus, string>> = {
  未启动:
    "未启动 未开工 未开始 未开展 未实施 尚未启动 尚未开工 暂未启动 待启动 前期 前期工作 前期准备 筹备 筹备中 谋划 谋划中",
  推进中: `推进中 正在推进 持续推进 有序推进 稳步推进 正常推进 加快推进 序时推进 按序时推进 按计划推进 顺利推进 扎实推进 深入推进 推进 进行中 正在进行 实施中 正在实施 开展中 正在开展 在建 建设中
    正在建设 施工中 正在施工 已启动 已开工 启动 开工`,
  基本完成: "基本完成 基本建成 基本完工 接近完成 即将完成",
  已完成: "已完成 完成 全部完成 已全部完成 已建成 建成 已竣工 竣工 已完工 完工 已投用 投入使用 已投入使用",
};

/** 落实状态 as people write it: what is said of a project's work, and of a measure alone. */
const MEASURE_WORDS: Readonly<Record<MeasureStatus, string>> = {
  未启动: `${STATUS_WORDS.未启动} 未落实 尚未落实 没有落实`,
  推进中: `${STATUS_WORDS.推进中} ${STATUS_WORDS.基本完成} 落实中 正在落实 部分落实 基本落实 长期推进 常态化推进`,
  已落实: `${STATUS_WORDS.已完成} 已落实 落实 全部落实 已全部落实 落实到位 已落实到位`,
};

function byWords<S extends string>(
  statuses: readonly S[],
  words: Readonly<Record<S, string>>,
): ReadonlyMap<string, S> {
  return new Map(
    statuses.flatMap((status) => words[status].split(/\s+/u).map((word) => [word, status] as const)),
  );
}

const STATUSES = byWords(PROJECT_STATUSES, STATUS_WORDS);
const OF_MEASURES = byWords(MEASURE_STATUSES, MEASURE_WORDS);

/** With what people add in brackets; a longer text tells of the year's work. */
const LONGEST_STATUS = 200;

/** What in brackets makes it another status, or that of another day: 已完成（计划）, 已完成（待验收）, 已完成（除1所外）. */
const OTHERWISE =
  /\([^()]*(?:计划|预计|预期|目标|争取|力争|拟|[未待除]|部分|半年|季度|明年|下年|\d{1,2}月)[^()]*\)/u;

function statusIn<S>(text: string, known: ReadonlyMap<string, S>): S | null {
  if (text.length > LONGEST_STATUS || OTHERWISE.test(text)) return null;
  const word = text.replace(/\(.*\)|[。.,，;；]+$/gu, "");
  return (
    known.get(word) ??
    known.get(word.replace(/[己巳末戍戌]/gu, (letter) => MEANT.get(letter) ?? letter)) ??
    null
  );
}

/** Letters that the eye takes for others, and fingers too: 己完成, 末启动. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["己", "已"],
  ["巳", "已"],
  ["末", "未"],
  ["戍", "成"],
  ["戌", "成"],
]);

/** The status of a project that a text without white space says; null for one that nobody knows. */
export function projectStatus(text: string): ProjectStatus | null {
  return statusIn(text, STATUSES);
}

/** The same of a measure of the plan. */
export function measureStatus(text: string): MeasureStatus | null {
  return statusIn(text, OF_MEASURES);
}

/** 缺报原因 as a form offers them; a reader takes any other words just as they stand. */
export const MISSING_REASONS = ["未开展", "未到报送期", "口径调整", "涉密", "其他"] as const;
/** The one that says nothing without a word in 备注. */
export const REASON_TO_BE_SAID: (typeof MISSING_REASONS)[number] = "其他";

/** What a quantity that is reached or not is answered with. */
export const YES_OR_NO = ["是", "否"] as const;

/** What the title of every sheet of a form has in it, behind the year. */
export const FORM_TITLE = "年度监测填报";

/** The sheet of a form that explains how to fill it; nobody reports a figure there. */
export const GUIDE_SHEET = "填报说明";

/** Whether a sheet is that explanation: people rename their sheets, its title stays. */
export function isGuide({ name, rows }: Pick<Sheet, "name" | "rows">): boolean {
  const title = rows[0]?.cells[0]?.display ?? "";
  return tightText(name) === GUIDE_SHEET || tightText(title).endsWith(`${FORM_TITLE}说明`);
}

/** Sheets that people put before and behind their tables; nobody reports a figure there either. */
const FRONT_SHEETS = /^\d*[.、]?(?:封面|扉页|目录|说明|填表说明|编制说明|使用说明|指标解释|备注)$/u;

export function isFrontSheet(name: string): boolean {
  return FRONT_SHEETS.test(name);
}

/** Who vouches for a form, as the last line of each of its sheets asks. */
export const SIGNATURES = ["填报人", "审核人", "联系电话", "填报日期", "单位（盖章）"] as const;
