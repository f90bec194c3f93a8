import type { Plan } from "../../../plan/plan.js";
import { groupBy } from "../../../terms/group-by.js";
import { keep, LONGEST } from "../../../terms/kept.js";
import { tightText, unnumbered } from "../normalise.js";
import { headingOf } from "./heading.js";
import { LABELLED } from "./note-clauses.js";
import { BEGINS, HAN, isCommonPlace, shortened } from "../../../terms/places.js";
import type { Heading, Heard, Token } from "./token.js";
import { segment, type Lexicon } from "./lexicon.js";
import type { Places } from "./places.js";
import { siteIn, WHO_REPORTS } from "./site.js";
import { TITLE_DONE, TITLE_GROUP, TITLE_OTHER, TITLE_PERIOD } from "./title-words.js";
import { restOfTitle, NO_REST } from "./title-rest.js";
import { oneOf } from "./words.js";

const NOTHING_HEARD: Heard = { other: null, own: false, unit: "", asked: "", known: false };

/** Who issued the form, under which number and until when says nothing of the figures. */
const ABOUT_THE_FORM =
  /^(?:表号|文号|批准文号|备案文号|制定机关|制表机关|批准机关|备案机关|监制单位|制表单位|编制单位|印发单位|主管单位|有效期|有效期限|填报日期|报出日期|制表日期|制表时间|联系电话|联系人)/u;

/** 第1页　共2页, （转下页）, 接上表 and 共4项指标 between two pages of one table. */
const OF_A_PAGE =
  /^[(（—–-]*(?:第[\d一二三四五六七八九十]+页[/,，;；、]?(?:共[\d一二三四五六七八九十]+页)?|共\d+页|(?:上接|下接|下转|[转接续见])(?:上|下|前|后)?一?(?:第\d+)?[页表]|(?:合计)?共\d+[项行条](?:指标|数据|记录)?)[)）—–-]*$/u;

/** 2026年3月20日 alone is when a table was made. */
const A_DATE = /^\(?(?:19|20)\d\d[年./-]\d{1,2}(?:月|[./-]\d{1,2}|$)(?:\d{1,2}日)?\)?$/u;

/** 单位：人; 以上数据单位为‰, 计量单位均为%: not 填报单位：区卫生健康委. */
const UNIT_STATED =
  /(?:(?:^|[^\p{L}])(?:计量)?单位[:：]|(?:^|[^\p{L}]|数据|数值|指标|表中|上述|以上|本表|各行|的)(?:计量)?单位(?:均|都|一律|统一)?[为是]:?)([^,，;；。)）]+)/u;

/** （公办、民办合计） and （户籍+流动） are all of them together. */
const WHOLES = /\((?:[^()]*(?:合计|总计|汇总)|\p{Script=Han}{2,6}(?:\+\p{Script=Han}{2,6})+)\)/gu;

/** （含民办） says that they are all. */
const AND_MORE = /\((?:含|包括|包含)[^()]+\)/gu;
/** （含高新区） may be more than the whole. */
const BEYOND = /\(((?:含|包括|包含)[^()]*(?:高新区|经开区|新区|外[区县]))[^()]*\)/u;

/** 表1, 附表2-1: what a table is numbered, not a number of its subject. */
const TABLE_NUMBER =
  /^\s*附?表\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-‐-―.]\d{1,2})*(?:[\s:：、.]+|(?=\p{Script=Han})(?![年月日行列]))/u;

/** What a character costs that is listened to, in looks at a cell. */
const PER_CHARACTER = 40;

/** Listens to one text. `plans` name their indicators, whose words are no words about the table. */
export function hear(text: string, lexicon: Lexicon, plans: readonly Plan[]): Heard {
  if (plans.length === 0 || text.length > LONGEST) return hearWhole(text, lexicon, plans);
  const kept = lexicon.heard.get(plans) ?? new Map<string, Heard>();
  lexicon.heard.set(plans, kept);
  const before = kept.get(text);
  if (before !== undefined) return before;
  const heard = hearWhole(text, lexicon, plans);
  keep(kept, text, heard);
  return heard;
}

function hearWhole(text: string, lexicon: Lexicon, plans: readonly Plan[]): Heard {
  const whole = unnumbered(tightText(text.replace(TABLE_NUMBER, "")));
  const heard = hearPlain(whole.replace(WHOLES, "").replace(AND_MORE, ""), lexicon, plans);
  const more = BEYOND.exec(whole)?.[1];
  const isAsked = more !== undefined && heard.other === null && heard.asked === "";
  return isAsked ? { ...heard, asked: more, known: true } : heard;
}

function hearPlain(tight: string, lexicon: Lexicon, plans: readonly Plan[]): Heard {
  if (tight === "" || ABOUT_THE_FORM.test(tight) || OF_A_PAGE.test(tight) || A_DATE.test(tight))
    return NOTHING_HEARD;
  lexicon.spend(tight.length * PER_CHARACTER);
  const labelled = labelledIn(tight, lexicon);
  if (labelled !== null) return { ...NOTHING_HEARD, other: labelled };
  const said = headingOf([tight], lexicon);
  if (said.leftover === "") {
    const other = said.other === null ? null : (otherIn(tight, lexicon) ?? said.other);
    const isColumnWord = other !== null && segment(tight, lexicon).tokens.some(isRole(other.word));
    const isClear = other === null || isColumnWord;
    const { asked, known } = isClear ? restOfTitle(tight, lexicon) : NO_REST;
    return {
      other: isClear ? null : other,
      own: isClear && names(tight, lexicon.places.own),
      unit: said.unit,
      asked,
      known,
    };
  }
  const own = names(tight, lexicon.places.own);
  const unit = UNIT_STATED.exec(tight)?.[1] ?? "";
  const prose = proseOf(tight, lexicon, plans);
  const rest = prose === null ? restOfTitle(tight, lexicon) : { ...NO_REST, other: prose };
  return { ...rest, own, unit: unit === "" ? "" : headingOf([`单位:${unit}`], lexicon).unit };
}

/** 2025年9月30日 of 数据截止时间：2025年9月30日, whole. */
function labelledIn(text: string, lexicon: Lexicon): Heading["other"] {
  const value = LABELLED.exec(text)?.[1];
  const said = value === undefined ? null : headingOf([value], lexicon);
  return said === null || said.leftover !== "" ? null : said.other;
}

/** What says so beside the words of columns: 重庆市 of 地区：重庆市. */
function otherIn(text: string, lexicon: Lexicon): Heading["other"] {
  const others = segment(text, lexicon).tokens.filter(({ says }) => says === "other");
  // “十四五”规划目标值 is a target.
  const token = others.find(({ word }) => !/^十[二三四五六]五/u.test(word)) ?? others[0];
  return token?.says === "other" ? { other: token.other, word: token.word } : null;
}

/** 各镇街填报 says how the table is divided, as a column 镇街 would. */
function isRole(word: string): (token: Token) => boolean {
  return (token) => token.says === "role" && token.word === word;
}

function names(text: string, places: readonly string[]): boolean {
  return places.some((place) => place.length > 1 && text.includes(place));
}

/** What is found in a text, in this order. */
const LISTENERS: readonly {
  name: string;
  hear: (text: string, lexicon: Lexicon, plans: readonly Plan[]) => Heading["other"];
}[] = [
  { name: "void", hear: (text) => found("void", VOID, text) },
  { name: "period", hear: (text) => found("period", PERIOD, text) ?? monthsIn(text) },
  { name: "rank", hear: (text) => found("rank", RANK, text) },
  { name: "forecast", hear: (text) => found("forecast", FORECAST, text) },
  {
    name: "target",
    hear: (text) =>
      DONE.test(text) ? null : (found("target", TARGET, text) ?? found("target", TARGET_ALONE, text)),
  },
  { name: "site", hear: siteIn },
  { name: "group", hear: (text) => found("group", GROUP, text) },
  { name: "reporter", hear: reporterIn },
  { name: "region", hear: regionIn },
];

const VOID = new RegExp(oneOf(TITLE_OTHER.void), "u");
const RANK = new RegExp(oneOf(TITLE_OTHER.rank), "u");
const FORECAST = new RegExp(oneOf(TITLE_OTHER.forecast), "u");
/** 2026年3月报送 is no 月报. */
const PERIOD = new RegExp(`${oneOf(TITLE_PERIOD)}(?![送告])`, "u");
const TARGET = new RegExp(oneOf(TITLE_OTHER.target), "u");
/** 妇女发展指标（目标）, 妇女指标——目标: behind the title of a table, alone. */
const TARGET_ALONE = /(?<=[(（—-])(?:目标|任务|计划|考核)(?:[数值]|数据|指标)?(?=[)）]|$)/u;
const DONE = new RegExp(oneOf(TITLE_DONE), "u");
/** Only part of the people: in brackets, at the end, or right before those it divides. */
const GROUP = new RegExp(
  `${oneOf(TITLE_GROUP)}(?=[)）]|20\\d\\d|部分|人口|妇女|儿童|组|地区|数据|情况|状况|发展|统计|监测|指标|医院|机构|$)|(?<=[(（:：])男(?=[)）]|$)`,
  "u",
);

function found(
  other: NonNullable<Heading["other"]>["other"],
  pattern: RegExp,
  text: string,
): Heading["other"] {
  const word = pattern.exec(text)?.[0];
  return word === undefined ? null : { other, word };
}

function proseOf(text: string, lexicon: Lexicon, plans: readonly Plan[]): Heading["other"] {
  const listen = (said: string) => {
    for (const { hear: listener } of LISTENERS) {
      const other = listener(said, lexicon, plans);
      if (other !== null) return other;
    }
    return null;
  };
  return listen(text) === null ? null : listen(withoutNames(text, plans));
}

/** Names of documents and of indicators speak of their own subject: 城镇公共厕所男女厕位比. */
function withoutNames(text: string, plans: readonly Plan[]): string {
  const bare = text.replace(/《[^《》]*》/gu, "");
  return plans.reduce(withoutNamesOf, bare);
}

function withoutNamesOf(text: string, plan: Plan): string {
  const known = namesOf(plan);
  const may = new Set<number>();
  for (let at = 0; at + 1 < text.length; at += 1)
    for (const index of known.byBeginning.get(text.slice(at, at + 2)) ?? []) may.add(index);
  return [...may]
    .sort((a, b) => a - b)
    .reduce((rest, index) => rest.replaceAll(known.names[index] ?? "", "□"), text);
}

/** The names a plan gives, in its order, and which of them begin with two characters: a text is not asked for each. */
interface Names {
  names: readonly string[];
  byBeginning: ReadonlyMap<string, readonly number[]>;
}

/** Plans do not change, and are asked for each line of words. */
const NAMES = new WeakMap<Plan, Names>();

function namesOf(plan: Plan): Names {
  const made = NAMES.get(plan);
  if (made !== undefined) return made;
  const { title, shortTitle, rows } = plan;
  const ofRows = rows.flatMap(({ name, aliases, parts }) => [
    name,
    ...aliases,
    ...parts.map((part) => part.name),
  ]);
  const names = [title, shortTitle, ...ofRows].map(tightText).filter((name) => name.length > 1);
  const byBeginning = groupBy([...names.keys()], (index) => (names[index] ?? "").slice(0, 2));
  NAMES.set(plan, { names, byBeginning });
  return { names, byBeginning };
}

/** 2025年11月 that begins or ends no stretch of months, and is no day. */
const ONE_MONTH = /(?<![-‐-―−~～至到])20\d\d年(?:0?[1-9]|1[01])月(?!\d{1,2}日|[份末底]?[-‐-―−~～至到])/u;

/** 2025年1月至2025年9月, 2025.01—2025.09, 2025年1月1日至9月30日. */
const SINCE_JANUARY =
  /(20\d\d)[年.]0?1(?:月(?:0?1日)?|\.0?1)?[-‐-―−~～至到]+(?:(\d{1,2})月|\1[年.](\d{1,2})(?!\d)月?)/u;

/** 前9个月, 元月至九月, Q3. */
const PART_OF_YEAR =
  /前(?:[2-9二三四五六七八九十]|1[01]|十一)个月|元月?[-‐-―−~～至到]+(?!十二|12)[一二三四五六七八九十\d]{1,2}月|(?<![a-z\d])q[1-4](?![a-z\d])/iu;

const MONTHS = /(?:(?<!\d)20\d\d年|(?<![\d年月]))(\d{1,2})月?[-‐-―−~～至到]+(\d{1,2})月/gu;

/** 1—9月, 截至9月底, 2025年11月; not the whole of a year, nor 10月至9月, which the health offices' year is. */
function monthsIn(text: string): Heading["other"] {
  const ranges = [...text.matchAll(MONTHS)];
  const part = ranges.find(([, from, to]) => Number(from) <= Number(to) && Number(to) - Number(from) < 11);
  const until = /截[至止]到?(?:20\d\d年)?(\d{1,2})月/u.exec(text);
  const ended = until !== null && until[1] !== "12" ? until[0] : undefined;
  const since = SINCE_JANUARY.exec(text);
  const begun = since !== null && Number(since[2] ?? since[3]) < 12 ? since[0] : undefined;
  const word =
    part?.[0] ?? ended ?? begun ?? PART_OF_YEAR.exec(text)?.[0] ?? ONE_MONTH.exec(text)?.[0] ?? null;
  return word === null ? null : { other: "period", word };
}

/** 统计局, 妇女儿童工作委员会, 人民政府: who is named for what they do, not for whose figures these are. */
const OFFICE = `${HAN}{0,12}(?:局|委员会|委|办公室|办|厅|院|中心|政府|妇联|联合会|总队|监测组)`;
/** What stands behind the place a table is about. */
const BEHIND = `(?=办事处|人民政府|20\\d\\d|填报|妇女|儿童|监测|统计|规划|纲要|数据|汇总|[)）_,，-]|$)`;
const TOWN = new RegExp(`${BEGINS}(?!${HAN}{0,12}(?:□|镇街))${HAN}{2,4}(?:街道|镇|乡)${BEHIND}`, "u");
/** What a table of a district may be about, behind its name: 荣昌区妇幼健康指标. */
const SUBJECT =
  "(?=妇幼|孕产妇|婴|新生儿|幼儿|学前|学生|中小学|健康|卫生|医疗|教育|社会|民政|就业|人口|指标|主要|残疾|未成年|农村|城[镇乡市]|公安|法院|检察|经济|年度|女性|婚|家庭|低保|两癌|宫颈)";
const DISTRICT = new RegExp(`${BEGINS}${HAN}{2,3}[区县](?:${BEHIND}|${SUBJECT})`, "u");

/** Another place than the plan's own: 全市, 重庆市 (but not its offices), 江津区; or a part of it: 永川区大安街道. */
function regionIn(text: string, { places }: Lexicon): Heading["other"] {
  const rest = places.ownByLength.reduce((left, place) => left.replaceAll(place, "□"), text);
  const above = places.above.find(
    (place) => rest.includes(place) && new RegExp(`${place}(?!${OFFICE}|□)`, "u").test(rest),
  );
  if (above !== undefined) return { other: "region", word: above };
  const isOwn = rest !== text;
  const list = isOwn ? listedIn(rest, places.beside) : null;
  if (list !== null) return { other: "region", word: list };
  const district = isOwn ? null : namedIn(rest, /[区县]/u, DISTRICT);
  if (district !== null) return { other: "region", word: district };
  const town = namedIn(rest, /街道|[镇乡]/u, TOWN);
  if (town !== null) return { other: "site", word: town };
  return knownIn(rest, isOwn ? { ...places, beside: [] } : places);
}

/** 荣昌 of □、荣昌、大足三区: several regions together are none of them; a meeting of theirs only issued the form. */
function listedIn(text: string, beside: readonly string[]): string | null {
  const members = (LISTED.exec(text)?.[1] ?? "").split(/[、和与及]/u).filter((name) => name !== "");
  if (members.length === 0) return null;
  const known = new Set(beside.flatMap((name) => [name, ...shortened(name), `${name}区`, `${name}县`]));
  const isList = members.every((name) => known.has(name));
  return isList ? `${TOGETHER}${members.join(TOGETHER)}` : null;
}

/** What begins the word of several regions, the own one before it: 、荣昌、大足. */
export const TOGETHER = "、";

const LISTED = new RegExp(
  `□([、和与及](?:、|${HAN}){2,100}?)(?:[两二三四五六七八九十\\d]+个?(?:区县|区|县|地|市))?${BEHIND}`,
  "u",
);

/** 江津区卫生健康委 behind 填报单位: an office of another district reports that district's figures. */
function reporterIn(text: string, { places }: Lexicon): Heading["other"] {
  const who = WHO_REPORTS.exec(text)?.[0];
  if (who === undefined) return null;
  const rest = places.ownByLength.reduce(
    (left, place) => left.replaceAll(place, "□"),
    text.slice(who.length),
  );
  const above = places.above.find((place) => rest.startsWith(place)) ?? "";
  const local = rest.slice(above.length);
  const beside = places.beside.find((name) => local.startsWith(name)) ?? "";
  const named = beside || (OTHERS_OFFICE.exec(local)?.[1] ?? "");
  return named === "" || isCommonPlace(named) ? null : { other: "region", word: named };
}

const OTHERS_OFFICE = new RegExp(`^(${HAN}{2,3}[区县])(?=${OFFICE})`, "u");

const AFTER_NAME = new RegExp(`^(?:片区|地区|[区县])?(?:${BEHIND}|${SUBJECT}|主要|平均|情况|对比|水平)`, "u");
/** Those that the plans name are known without their rank: 江津2025年监测数据; a town's where the text begins. */
function knownIn(text: string, { beside, sites }: Pick<Places, "beside" | "sites">): Heading["other"] {
  // 大足 of 大足区 is a common word, too, but not where a text begins with it: 大足, 大足2025年监测数据.
  const besides = beside.flatMap(shortened);
  const stands = (name: string, begins: string) =>
    text.includes(name) &&
    new RegExp(`${begins}${name}`, "u").test(text) &&
    AFTER_NAME.test(text.slice(text.indexOf(name) + name.length));
  const other = beside.find((name) => stands(name, BEGINS)) ?? besides.find((name) => stands(name, "^"));
  if (other !== undefined) return { other: "region", word: other };
  const site = sites.find((name) => stands(name, "(?:^|□)"));
  return site === undefined ? null : { other: "site", word: site };
}

/** 两江新区 has a name of its own. */
const NEW_AREA = new RegExp(`^${HAN}{2}新区$`, "u");

/** Most texts have none of the characters that places end with, and need no long look. */
function namedIn(text: string, ending: RegExp, pattern: RegExp): string | null {
  const name = ending.test(text) ? (pattern.exec(text)?.[0] ?? null) : null;
  return name === null || (isCommonPlace(name) && !NEW_AREA.test(name)) ? null : name;
}
