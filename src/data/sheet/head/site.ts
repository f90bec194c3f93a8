import type { Plan } from "../../../plan/plan.js";
import { BEGINS, HAN, shortened } from "../../../terms/places.js";
import { reporterIn, reporterNames } from "../../settle/reporters.js";
import type { Lexicon } from "./lexicon.js";
import type { Places } from "./places.js";
import type { Heading } from "./token.js";
import { TITLE_GATHERER, TITLE_KIND, TITLE_ONLY_SITE, TITLE_SITE } from "./title-words.js";
import { oneOf, wordsIn } from "./words.js";

/** What stands behind the one school, village or hospital a table is about; not 中学生, 医院数, 社区建设. */
const BEHIND =
  "(?=20\\d\\d|填报|上报|报送|妇女|儿童|学生|在校|在园|教师|职工|监测|统计|规划|纲要|指标|数据|情况|年报|报表|体质|近视|视力|健康|汇总|[()_,.:-]|$)";
const ONLY = new Set(wordsIn(`${TITLE_ONLY_SITE} ${TITLE_GATHERER}`));
const GATHERERS = new Set(wordsIn(TITLE_GATHERER));
const SITE = new RegExp(
  `${BEGINS}(${HAN}{0,16}?)(${oneOf(`${TITLE_SITE} ${TITLE_ONLY_SITE} ${TITLE_GATHERER}`)})${BEHIND}`,
  "gu",
);
/** Most texts have none of the characters that sites end with. */
const MAY_END = /[学校园区村会院所心室部司团庭]/u;
const KINDS = wordsIn(TITLE_KIND).sort((a, b) => b.length - a.length);
const SCHOOL = /学校?$|幼儿园$/u;
/** Who fills a table in; those who gather the district's figures give the district's. */
export const WHO_REPORTS =
  /^(?:填报|报送|上报|提供|编报|制表|牵头|责任|审核|数据|资料)?(?:单位|部门|机构|科室|来源):/u;
/** 各镇街卫生院, 全区人民医院: more than one. */
const MANY = /各|所有|全部|全[区县市]|镇街|乡镇/u;

/**
 * One school, kindergarten, community or institution, whose own figures a table gives: 萱花小学, 区妇幼保健院. One that the
 * plans ask for figures reports for the whole district.
 */
export function siteIn(text: string, { places }: Lexicon, plans: readonly Plan[]): Heading["other"] {
  if (!MAY_END.test(text)) return null;
  const found = [...text.matchAll(SITE)].find(([, name = "", ending = ""]) => {
    // 含高新区: the site and more.
    if (/[含括]$/u.test(name)) return false;
    if (GATHERERS.has(ending) && WHO_REPORTS.test(text)) return false;
    if (MANY.test(name)) return false;
    return ONLY.has(ending) || isNamed(name, ending, places);
  });
  if (found === undefined) return null;
  const [word, , ending = ""] = found;
  const reporters = reporterNames(plans);
  const asked = ONLY.has(ending) ? reporterIn(text, reporters) : reporterIn(word, reporters);
  return asked === null ? { other: "site", word } : null;
}

/** Fewer characters are no name: 某, 全. */
const SHORTEST_NAME = 2;

/** 萱花 before 小学, and 永川 alone before 中学: not 各, 农村, 永川区. */
function isNamed(name: string, ending: string, { above, ownByLength: own }: Places): boolean {
  const within = above.reduce((left, place) => left.replaceAll(place, ""), name);
  const bare = own.reduce((left, place) => left.replaceAll(place, ""), within).replace(/^[省市区县]/u, "");
  const rest = KINDS.reduce((left, kind) => left.replaceAll(kind, ""), bare);
  if (rest.length >= SHORTEST_NAME) return true;
  const isOfTown = own.some((place) => shortened(place).includes(within));
  return bare === "" && isOfTown && SCHOOL.test(ending);
}
