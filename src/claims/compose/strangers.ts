/*
 * What words that are not known may make of a row's name: another measure's, a part's, somebody else's. One table for
 * all who ask.
 */

/** Whose a figure may be instead: people, places and institutions. */
const WHOSE =
  "学校|小学|中学|医院|机构|企业|街道|社区|学生|家长|职工|居民|家庭|人员|人群|对象|群体|儿童|妇女|女性|青年";
/** One letter is enough where it stands for such. */
const WHOSE_LETTERS = "[男女妇儿城乡镇村某校院]";
/** So few of them, or those alone. */
const PART = "其中|部分|个别|年级|学段|岁";
/** What measures are called by. */
const MEASURED =
  "率|比例|比重|占比|人数|总数|数|量|度|额|值|面积|资金|经费|规模|水平|指数|密度|覆盖面|人次|人口|户数|床位|机构|人员|专案管理|管理|筛查|服务";
/** Letters of rates and of money. */
const MEASURED_LETTERS = "[率占度面息费价税额指比较与]|报销|补贴|首付|满意";
/** What is asked, not what is. */
const ASKED = "目标|要求|标准";
/** Before a name these make it the name of a part, beside those whose it may be. */
const NARROWING =
  "[镇乡村县市省州某]|户籍|人口|试点|附属|民办|公办|常住|流动|贫困|困难|残疾|留守|高龄|高危|少数民族|老年|部分|个别|其他|该院|当地|平均";
/** What else a few words may bring in: another time, a count, somebody's work, a plan. */
const ELSE =
  "[和及跟同由从将向对被把每不未无非原前后上下新旧另其项个种元班园型岁级段户年拟数量]|单位|工作|考核|调查|计划|任务|管理|筛查|服务";

const ENDS_IN_MEASURE = new RegExp(`(?:${MEASURED})$`, "u");
/** 留守儿童中初中生近视率 is theirs. */
const NARROWS = new RegExp(`(?:${WHOSE}|${NARROWING})$|(?:${NARROWING})(?:${WHOSE})?[中里内]的?$`, "u");
const OTHERS = new RegExp(`${WHOSE_LETTERS}|${WHOSE}|${PART}`, "u");
const OTHER_RATE = new RegExp(`${MEASURED_LETTERS}|${OTHERS.source}`, "u");
const GOAL = new RegExp(ASKED, "u");
const ODD = new RegExp(`${OTHER_RATE.source}|${ASKED}|${ELSE}`, "u");
const FEW = 4;

/** Words that end as the names of measures do: what follows them is of something else. */
export function endInMeasure(words: string): boolean {
  return ENDS_IN_MEASURE.test(words);
}

/** Words before a name that make it the name of a part: 高龄孕产妇…, 大安街道…, 外来…. */
export function narrow(words: string): boolean {
  return NARROWS.test(words);
}

/** Words beside a row that leave what follows with it: they name no measure, nobody else, and no goal. */
export function sayNothingElse(words: string): boolean {
  return !OTHERS.test(words) && !GOAL.test(words) && !endInMeasure(words);
}

/** Words that name another rate, or whose it is. */
export function mayNameRate(words: string): boolean {
  return OTHER_RATE.test(words);
}

/** 接种率|仅仅|达到: a few words between a name and its figure that bring in nothing. */
export function areIdle(words: string): boolean {
  return words.length <= FEW && !ODD.test(words);
}
