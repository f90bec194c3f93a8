import { tightText } from "../normalise.js";
import type { Lexicon } from "./lexicon.js";
import { headingOf } from "./heading.js";
import type { Other } from "./words.js";

/** By what words notes and remarks say where figures were taken: 采用2024年数, 取自年鉴. */
export const SOURCE_VERBS = "采用|沿用|借用|暂用|使用|引用|填列|填写|取自|来自";

/** 截至9月; figures that stand in for others: 采用2024年数, 用2024年数. */
export const NOTE_SOURCES = `截[至止]到?(?=\\d)|${SOURCE_VERBS}|[用按]|以(?=20\\d\\d年)`;

/** 统计时点：2025年6月30日, 填报口径：全市: what stands behind the colon is said of all figures. */
const LABEL = "(?:截止时间|截止日期|截止日|数据时间|统计时间|时点|时段|期间|区间|口径|范围|地域|对象)";

/** A line that is nothing but such a label and what it says. */
export const LABELLED = new RegExp(`^(?:数据|统计|填报|报送|监测|指标|调查)*${LABEL}[:为是](.+)$`, "u");

/** What notes put between whom they speak of and what they say: 数据均为全市数, 暂用2024年数. */
export const NOTE_VERB = new RegExp(`(?:[为是系均]|指(?!标))+|(?<=${LABEL}):|采自|${NOTE_SOURCES}`, "gu");

/** Words by which notes speak of all figures of their table, or of none in particular. */
const ALL = new RegExp(
  `^(?:(?:数据|统计|填报|报送|监测|指标|调查)*${LABEL}:.|` +
    `(?:本表|本公报|本报告|本资料|本年鉴|本页|以上|上述|表中|表内|所列|各项?|所有|全部|指标|统计|监测|数据|数字|数值|数|\\d+项|的|年度?|${LABEL})*` +
    `(?:均|暂时?|现|都|仅|只能?|皆|一律)*(?:[为是系指]|采自|${NOTE_SOURCES})+.)`,
  "u",
);

/** Of a note what it says of the table itself, clause by clause: 数据为1—9月数, not 全市平均为96.5%. */
export function clausesOfAll(note: string, lexicon: Lexicon): string[] {
  return tightText(note)
    .split(/[;；。]|(?<=\D)(?=\d[.、)](?!\d))/u)
    .flatMap((sentence) => {
      const clauses = clausesOf(sentence);
      const others = clauses.filter((clause) => !NAMES_SOURCE.test(clause));
      // 均为全市数据 behind 除W04外 speaks of those.
      return clauses.filter((clause, at) => {
        const isFirst = at === 0 || others[0] === clause;
        if (ALL.test(clause)) return isFirst || SUBJECT.test(clause);
        return others.length === 1 && isFirst && saysAll(clause, lexicon);
      });
    });
}

const SUBJECT = /^(?:本表|本公报|本报告|本资料|本年鉴|本页|以上|上述|表中|表内|所列)/u;

const NAMES_SOURCE = /^(?:资料|数据)?(?:来源|提供)|提供$/u;
const BEGINNING = /^[([【]?(?:(?:注|备注|说明|附注)\d*[:：.、]?)?(?:[([]?\d{1,2}[.、)\]](?!\d))?/u;

function clausesOf(sentence: string): string[] {
  return sentence
    .split(/[,，]/u)
    .map((clause) => clause.replace(BEGINNING, "").replace(/[)\]】]$/u, ""))
    .filter((clause) => clause !== "");
}

/** What a clause alone may say the figures of a table are. */
const WHOSE: ReadonlySet<Other> = new Set<Other>(["target", "forecast", "period", "schoolYear", "region"]);

/** 注：1—9月数, and no more. */
function saysAll(clause: string, lexicon: Lexicon): boolean {
  // ①为预计数 and 2025年为预计数 speak of some figures, and are heard where those are.
  if (/^[*＊★☆▲△※]|[为是系指用按]/u.test(clause)) return false;
  const { other, leftover } = headingOf([clause], lexicon);
  return leftover === "" && other !== null && WHOSE.has(other.other) && /[数值]据?$|口径$/u.test(clause);
}
