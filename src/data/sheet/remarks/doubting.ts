import { issue, type Issue } from "../../../issues/issue.js";
import type { DoubtWhy } from "../../../issues/sheets/remarks.js";
import { decimal } from "../../../terms/decimal.js";
import { largest } from "../../../terms/long-lists.js";
import { unitOf, type Unit } from "../../../terms/unit.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf } from "../head/heading.js";
import { MISCOUNTED, oneOf, STOPPED } from "../head/words.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { hasRole } from "../table/table.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { givesAnother } from "./another.js";
import { footnotesIn, remarksBeside, type Remark, type ToldRemarks } from "./beside.js";
import { deniesChange } from "./changes.js";
import { deniesRate } from "./counts.js";
import {
  clausesOf,
  figuresOf,
  isAnother,
  LAST_YEAR_CORRECTED,
  latestOf,
  OF_OTHERS,
  type OwnFigure,
} from "./figures.js";
import { notesWithOthers } from "./noted-figures.js";
import { earlierSources } from "./sources.js";
import { doneEarlier } from "./words.js";

/** Hardly a remark has one of these. */
const MAY_DOUBT = new RegExp(
  "\\d|误|错|疑|不准|[待未没].?[核确更修审定]|参考|应|改|更正|修正|订正|调整|最终|核[定实]|[准正]确|不一致|异常|实|上一?年|去年|同比|" +
    oneOf(`${MISCOUNTED} ${STOPPED}`),
  "u",
);
/** Words by which a remark says that the figure beside it does not hold, or that another does. */
const NOT_SURE =
  /有误(?!差)|(?<![无没]|没有)错误|存疑|异常(?!值)|不准确?|待(?:核|确认|更正|修正|审定|定)|[未没](?:有|经)?核[实对定](?=$|[的数])|仅供参考|(?<!口径)不一致/u;
const ANOTHER =
  /(?:应(?:当|该)?[为是]|(?:更正|修正|订正|修改|调整|改)(?:后)?[为成是:]|(?:最终|核定|核实|准确|正确)(?:后)?的?(?:数值|数据|数|值)[为是:]?)(\d+(?:\.\d+)?)/u;

/** A remark, and what it can be compared with. */
interface Said {
  context: SheetContext;
  remark: Remark;
  clauses: readonly string[];
  own: readonly OwnFigure[];
  row: { unit: Unit; name: string };
}

/** What may be wrong with a figure by the remark beside it, the first that is counts. */
const DOUBTS: readonly { why: DoubtWhy; isSo: (said: Said) => boolean }[] = [
  { why: "another", isSo: correctsIt },
  { why: "unsure", isSo: (said) => !isSettled(said) && said.clauses.some((clause) => NOT_SURE.test(clause)) },
  { why: "another", isSo: (said) => !isSettled(said) && givesAnother(said.clauses, said.own, said.row) },
  { why: "another", isSo: ({ clauses, own }) => takesAnother(clauses, own) },
  { why: "change", isSo: ({ clauses, own, row }) => deniesChange(clauses, own, row) },
  { why: "rate", isSo: ({ remark, own, row }) => deniesRate(remark.text, own, row) },
  { why: "miscounted", isSo: ({ clauses }) => clauses.some(isMiscounted) },
  { why: "stopped", isSo: ({ clauses, own }) => clauses.some((clause) => isStopped(clause, own)) },
  { why: "year", isSo: ({ context, remark, clauses }) => namesEarlierYear(clauses, context, remark.row) },
  {
    why: "year",
    isSo: ({ clauses, own }) =>
      doneEarlier(
        clauses,
        own.map(({ year }) => year),
      ),
  },
];

/** Remarks that doubt the figure of their own row: 数据有误, 应为44.64 beside 43.64. One finding a table. */
export function doubtingRemarks(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
): ToldRemarks {
  const beside = remarksBeside(context, lines, unheaded, MAY_DOUBT).flatMap((remark) => {
    const said = saidIn(context, remark);
    const why = said === null ? undefined : DOUBTS.find(({ isSo }) => isSo(said))?.why;
    return why === undefined ? [] : [{ ...remark, why }];
  });
  const told = [...beside, ...earlierSources(context, lines), ...notesWithOthers(context, lines)];
  const isForm = hasRole(context.table.columns, "previous");
  // What corrects 上年数 of a form has a finding of its own, for collection knows more of it.
  const ofLast = isForm ? told.filter(({ text }) => LAST_YEAR_CORRECTED.test(tightText(text))) : [];
  const others = told.filter((each) => !ofLast.includes(each));
  const issues = [others, ...ofLast.map((each) => [each])].flatMap((some) => toldTogether(context, some));
  return { issues, told: footnotesIn(beside) };
}

function toldTogether(
  context: SheetContext,
  told: readonly (Pick<Remark, "row" | "column" | "text"> & { why: DoubtWhy })[],
): Issue[] {
  const [first] = told;
  if (first === undefined) return [];
  const remarks = told.map(({ row, text, why }) => ({ row, text: quoted(text), why }));
  const places = told.map(({ row, column }) => sourceAt(context, row, column));
  const found = issue("data/doubting-remarks", places[0] ?? null, { remarks });
  return [{ ...found, cells: places.length > 1 ? places : [] }];
}

function saidIn(context: SheetContext, remark: Remark): Said | null {
  const { line, text, borne } = remark;
  const entry = entryOf(line);
  if (entry === null) return null;
  context.grid.spend(text.length);
  const { unit, name } = entry.indicator;
  // A footnote of one figure speaks of no other.
  const own = figuresOf(context, line.row, unit).filter(({ year }) => (borne?.year ?? year) === year);
  return {
    context,
    remark,
    clauses: clausesOf(text),
    own,
    row: { unit: unitOf(unit), name: tightText(name) },
  };
}

function givenIn({ clauses }: Said): string[] {
  return clauses.flatMap((clause) => (OF_OTHERS.test(clause) ? [] : (ANOTHER.exec(clause)?.[1] ?? [])));
}

function stands(figure: string, own: readonly OwnFigure[]): boolean {
  return own.some(({ year }) => !isAnother(decimal(figure), year, own));
}

function correctsIt(said: Said): boolean {
  return givenIn(said).some((figure) => !stands(figure, said.own));
}

/** 最终数94.88 beside 94.88 says the same, and 上年数有误，更正为62.5 beside 62.5 what was done. */
function isSettled(said: Said): boolean {
  const given = givenIn(said);
  return given.length > 0 && given.every((figure) => stands(figure, said.own));
}

/** 2024年数 beside figures of 2024 and 2025: whose it means nobody can say. */
function namesEarlierYear(
  clauses: readonly string[],
  { grid, table, catalogue }: SheetContext,
  row: number,
): boolean {
  const years = table.columns.flatMap(({ column, heading }) =>
    heading.role === "yearValue" && heading.year !== null && grid.text(row, column) !== ""
      ? [heading.year]
      : [],
  );
  const latest = largest(years);
  // 暂用2024年数 says which, and is heard before.
  return clauses.some((clause) => {
    const { role, year, leftover } = headingOf([clause], catalogue.lexicon);
    return role === "yearValue" && leftover === "" && year !== null && year < latest && years.includes(year);
  });
}

/** 以37.5为准, 暂按38填报. */
const TAKEN_FOR_IT =
  /^(?:[应暂先均现]*以(\d+(?:\.\d+)?)[^\d\p{L}]?为准|[应暂先均现]*按(\d+(?:\.\d+)?)[^\d\p{L}]?(?:填|报|上报|统计|计算?)[报写列]?)$/u;
/** 与上年相同, 同去年; not 与上年持平, which is said of what is nearly so. */
const AS_LAST_YEAR =
  /^(?:数据|指标|本年数?)?(?:同(?:上一?|去)年(?:数据?|度)?|[与和](?:上一?|去)年度?(?:数据?|数值)?(?:相同|一致|一样|同|无变化))$/u;

/** A figure that is not the one beside it, or last year's where that is another. */
function takesAnother(clauses: readonly string[], own: readonly OwnFigure[]): boolean {
  const latest = latestOf(own);
  return clauses.some((clause) => {
    if (AS_LAST_YEAR.test(clause)) {
      const before = own.find(({ year }) => year === latest - 1);
      return before !== undefined && isAnother(before.value, latest, own);
    }
    const [, standard, taken] = TAKEN_FOR_IT.exec(clause) ?? [];
    const figure = standard ?? taken;
    return figure !== undefined && isAnother(decimal(figure), latest, own);
  });
}

const MISCOUNT = new RegExp(
  `(?<!已|无|不|没有|不存在|是否|剔除了?|扣除了?|防止|避免)${oneOf(MISCOUNTED)}(?:了)?(?:约?\\d+\\D{0,4}|部分|个别)?(?:数据?)?$`,
  "u",
);
/** 另有2个未计. */
const LEFT_OUT = /(?:另有|还有|尚有)\d+\D{1,3}[未没](?:有|予)?(?:计|纳|统|上?报|填|包)/u;
/** 含已关停2个. */
const CLOSED_COUNTED =
  /(?<![不未])(?:含|包括|包含)[^,，;；。]{0,4}已(?:关停|关闭|注销|停办|停业|撤销|撤并|停用|退出)/u;

/** 漏报2个, 需扣除2个: the figure is known to be too small or too large. */
function isMiscounted(clause: string): boolean {
  return MISCOUNT.test(clause) || LEFT_OUT.test(clause) || CLOSED_COUNTED.test(clause);
}

/** 2025年未监测 beside a figure of 2025: where it came from nobody says. */
export const NOT_MEASURED =
  /(20\d\d)年度?[尚还均都]?[未没](?:有|予)?(?:开展|组织|进行|监测|调查|统计|测算|抽测|检测|公布|发布|反馈)(?!.*完成)/u;
const STOP = new RegExp(
  `^(?:该|本|此)?(?:项)?(?:指标|数据)?(?:自?(20\\d\\d)年度?起?)?(?:该|本|此)?(?:项)?(?:指标|数据)?(?:已经?|现|均)?${oneOf(STOPPED)}$`,
  "u",
);

/** 该指标已停报 beside a figure; 2026年起停报 is none of its year. */
function isStopped(clause: string, own: readonly OwnFigure[]): boolean {
  const unmeasured = NOT_MEASURED.exec(clause)?.[1];
  if (unmeasured !== undefined) return own.some(({ year }) => year === Number(unmeasured));
  const stop = STOP.exec(clause);
  return stop !== null && (stop[1] === undefined || Number(stop[1]) <= latestOf(own));
}
