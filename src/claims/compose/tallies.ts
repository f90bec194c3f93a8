import type { TallyOf, TallyScope } from "../claim.js";
import { STATUS, STATUSES } from "../../terms/status.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { Token } from "../grammar/token.js";
import { GIVEN } from "./goals.js";
import { claim, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import type { Figure } from "../figure.js";
import { saysNoData, statusesCalled } from "../grammar/status-words.js";
import { indicatorsSpokenOf, type State } from "./state.js";

export const EVERYTHING: TallyScope = { things: "rows", nature: null, domain: null, total: null };
/** Units of what is counted. */
export const COUNTED = new Set(["项", "个", "", "条"]);

/** 其余20个: what is left of so many. */
export const REST = /(?:其余|其他|其它|余下|剩下|剩余|另外)的?$/u;

export function isCount(token: Token | undefined): boolean {
  const [figure] = token?.figures ?? [];
  return token?.figures.length === 1 && figure?.form === "number" && COUNTED.has(figure.unit);
}

export function tally(
  composing: Composing,
  of: TallyOf,
  figure: Figure | null,
  all: boolean,
  at: { start: number; text: string },
): void {
  const { state } = composing;
  if (isOfAnotherPlan(at.start, composing)) return unmatched(composing, at);
  const scope = state.tally ?? EVERYTHING;
  const sure = state.things !== null || state.tally !== null;
  state.counted = of.what === "status" && (figure === null || COUNTED.has(figure.unit)) ? figure : null;
  state.countedAs = of.what === "status" ? of : null;
  const names = of.what === "status" ? namesCounted(of) : [];
  if (of.what === "status" && figure !== null && COUNTED.has(figure.unit))
    state.counts = [...state.counts, { names, figure }];
  // What is open is what the row before is, and not what is counted.
  const counting = { ...composing, state: { ...state, sure: state.sure || !state.named } };
  claim(counting, { kind: "tally", scope, of, figure, all, years: state.years }, at, sure);
}

/** As what rows are counted, where that is the name of a status: 未达标 is one. */
function namesCounted({ names, negated }: Extract<TallyOf, { what: "status" }>): readonly string[] {
  if (!negated) return names.every((name) => statusesCalled(name) === null) ? names : [];
  const called = names.map((name) => `未${name}`);
  return called.every((name) => STATUSES.some((status) => STATUS[status].name === name)) ? called : [];
}

/** 儿童规划41项指标中，14项已达标, in a report on women; “十四五”规划确定的14项指标; 上一轮规划达标率92.3%. */
function isOfAnotherPlan(at: number, { text, names }: Composing): boolean {
  if (FIVE_YEARS.test(text.slice(0, at)) || LAST_PLAN.test(text.slice(0, at))) return true;
  const [last] = [...text.slice(0, at).matchAll(/(?<who>\p{Script=Han}{2})(?:发展)?(?:规划|纲要)/gu)].slice(
    -1,
  );
  return names.otherPlans.includes(last?.groups?.["who"] ?? "");
}

/** The plan before: 与上一轮规划相比 is said of this one. */
const LAST_PLAN =
  /(?<![与比较同])(?:上一?轮|上一?个?周期|前一轮|上一个十年)(?:《?(?:规划|纲要)》?|[^，；。]{0,6}(?:规划|纲要))?(?!相比|高|低|多|少)[^。；]*$/u;
const FIVE_YEARS = /十[三四五六]五[”"]?(?:规划|纲要)(?:[^，；。]*[，])?[^；。]*$/u;

/** 是全部约束性指标中差距较大的一项: said of the row before. */
const OF_SUBJECT = /^(?:也|仍|均|都|同时|又|既)?(?:是|为|属于?|系)/u;

function clauseBefore(text: string, at = 0): string {
  return /[^，；]*$/u.exec(text.slice(0, at))?.[0] ?? "";
}

/** 妇女规划|49项指标: all of them. */
const OF_THE_PLAN =
  /(?:规划|纲要)》?(?:中|所)?(?:监测|统计|确定|设定|提出|明确|部署|规定|安排|共|共有|的|全部|各项)*$/u;

function natureOf(nature: Token | undefined): TallyScope["nature"] {
  return nature === undefined ? null : natureCalled(nature.text);
}

export function natureCalled(word: string): NonNullable<TallyScope["nature"]> {
  return word === "约束性" ? "binding" : "anticipated";
}

/** 49项指标中; 妇女与健康领域; 红色预警2项. */
export function scopeTold(
  { n, nature, which, noun, after, domain, alert }: Parts,
  composing: Composing,
): boolean {
  const { state } = composing;
  // 39项可评价指标; 39项儿童指标 is who knows what.
  if (which !== undefined && amongOf(which.text) === null && !isOwnPlan(which, noun, composing)) return false;
  if (alert !== undefined) {
    state.tally = { ...EVERYTHING, things: "alerts" };
    const names = [alert.text.replace("预警", "")];
    if (n !== undefined && isCount(n))
      tally(composing, { what: "status", names, negated: false }, n.figures[0] ?? null, false, n);
    return true;
  }
  if (domain !== undefined) {
    state.tally = { ...EVERYTHING, domain: domain.text };
    state.things = [];
    state.sure = true;
    return true;
  }
  return itemsTold({ n, nature, which, noun, after }, composing);
}

/** 19个儿童重点项目, in a report on children. */
function isOwnPlan({ text }: Token, noun: Token | undefined, { names }: Composing): boolean {
  return (
    noun?.kind === "projects" &&
    /^(?:妇女|儿童)(?:规划|纲要)?$/u.test(text) &&
    !names.otherPlans.includes(text.slice(0, 2))
  );
}

/** 49项指标中, 妇女与健康领域11项指标: how many they are, and what is counted from here on. */
function itemsTold({ n, nature, which, noun, after }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const count = n !== undefined && isCount(n) ? n : after !== undefined && isCount(after) ? after : undefined;
  if ((n !== undefined && count !== n) || (after !== undefined && count !== after && n === undefined))
    return false;
  const [figure = null] = count?.figures ?? [];
  // 1项约束性指标都没有
  if (figure !== null && /^[都也](?:没有|无|不)/u.test(composing.text.slice((after ?? noun)?.end))) {
    unmatched(composing, figure);
    return true;
  }
  // 列入预警的14项|指标中: of those.
  const areCounted = figure === null && nature === undefined && state.counted !== null;
  if (areCounted && state.tally?.things === "alerts") return true;
  // 甲、乙、丙、丁四项指标出现下滑，降幅分别为…: of these.
  if (state.named && nature === undefined && figure !== null && isOfThoseNamed(figure, state)) return true;
  // 孕产妇死亡率是约束性指标: what the clause speaks of stays.
  const isRemark = state.named || OF_SUBJECT.test(clauseBefore(composing.text, (n ?? nature ?? noun)?.start));
  if (figure === null && isRemark && indicatorsSpokenOf(state).length > 0) return true;
  const before = composing.text.slice(0, (n ?? nature ?? noun)?.start);
  const among = amongOf(which?.text ?? NAMED_AMONG.exec(before)?.[0] ?? "");
  // 本领域共5项指标: of one that nobody knows.
  const isOfSome = state.tally?.domain == null && OF_THIS_DOMAIN.test(before);
  const isNamed = isOfSome
    ? false
    : figure === null || nature !== undefined || among !== null || OF_THE_WHOLE.test(before);
  setScope(noun, nature, figure, isNamed || (state.tally?.domain ?? null) !== null, state);
  if (state.tally?.things === "measures") state.tally = measuresIn(before, state.tally.total);
  // 缺项39项；可评价指标中已实现的占50%: of others than those just counted.
  if (figure === null && among !== null) state.counted = null;
  const whole = OF_THE_PLAN.test(composing.text.slice(0, figure?.start));
  const rest = figure !== null && isAllOfDomain(figure, (after ?? noun)?.end, composing);
  const all = rest ? { whole: true, rest } : { whole };
  if (figure !== null) tally(composing, { what: "total", ...all, among }, figure, false, figure);
  return true;
}

/** 妇女与健康领域共11项指标, 妇女与健康领域11项指标中: as many as the domain has. */
function isAllOfDomain({ start }: Figure, end: number | undefined, { state, text }: Composing): boolean {
  if (state.tally?.domain == null || state.tally.nature !== null) return false;
  return ALL_OF_IT.test(text.slice(0, start)) || /^(?:指标)?[中里]/u.test(text.slice(end));
}

const ALL_OF_IT = /领域(?:内|的)?(?:总?共有?|设有|设置|包括|包含|涵盖|下设)(?:监测|统计)?$/u;

/** As many as the sentence has just named, of which one name may stand for two. */
function isOfThoseNamed({ value }: Figure, state: State): boolean {
  const each = state.told.flatMap((thing) => ("options" in thing ? thing.options : []));
  const many = [indicatorsSpokenOf(state).length, each.length].filter((count) => count > 1);
  return many.some((count) => value.eq(count));
}

const OF_THIS_DOMAIN = /(?:本|该|这一|此)领域[^，；。]{0,4}$/u;

const THINGS: Readonly<Partial<Record<Token["kind"], TallyScope["things"]>>> = {
  projects: "projects",
  measures: "measures",
};

/** What is counted from here on: projects, rows, or rows of a subject that is none of ours. */
function setScope(
  noun: Token | undefined,
  nature: Token | undefined,
  figure: Figure | null,
  isNamed: boolean,
  state: State,
): void {
  const keep = state.tally?.domain ?? null;
  const things = THINGS[noun?.kind ?? "items"] ?? (isNamed ? "rows" : "some");
  state.tally = {
    things,
    nature: natureOf(nature),
    domain: things === "rows" ? keep : null,
    total: figure?.value.toNumber() ?? null,
  };
  state.things = [];
  state.sure = true;
  if (things === "rows") state.among = { scope: state.tally, from: state.told.length };
}

/** 《规划》44项措施; 推出的12项措施 may be anybody's. */
function measuresIn(before: string, total: number | null): TallyScope {
  return { ...EVERYTHING, things: "measures", total, ofPlan: OF_THE_PLAN.test(before) };
}

/** 落实 is said of much else than measures. */
function isOfOtherThings({ text }: Token, { state }: Composing): boolean {
  return text.includes("落实") && state.tally?.things !== "measures";
}

/** 44条措施 are as many 项; 30条意见 are none of ours. */
function isOfNoMeasures({ unit }: Figure, { state }: Composing): boolean {
  return unit === "条" && state.tally?.things !== "measures";
}

/** 共有15项指标列入预警清单 */
export function alertsGiven(n: Token | undefined, alert: Token | undefined, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const before = composing.text.slice(0, n?.start);
  if (figure === undefined || alert === undefined || !isCount(n)) return false;
  if (!GIVEN.test(composing.text.slice(0, alert.start)) || !OF_THE_WHOLE.test(before)) return false;
  // 另有1项: some of them.
  if (before.endsWith("另有")) return false;
  const total = composing.state.tally?.total ?? null;
  composing.state.tally = { ...EVERYTHING, things: "alerts", total };
  composing.state.things = [];
  const names = [alert.text.replace("预警", "")];
  tally(composing, { what: "status", names, negated: false }, figure, false, figure);
  return true;
}

/** 进展偏慢、达标困难和未达标的共12项 */
export function severalCounted({ n, ...parts }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  if (figure === undefined || !isCount(n)) return false;
  if (composing.state.tally === null && figure.unit !== "项") return false;
  const names = [1, 2, 3].flatMap((nth) => {
    const st = parts[`s${nth}`];
    return st === undefined ? [] : [`${parts[`n${nth}`] === undefined ? "" : "未"}${st.text}`];
  });
  tally(composing, { what: "status", names: [names.join("和")], negated: false }, figure, false, figure);
  return true;
}

/** What projects alone are. */
const OF_PROJECTS = /^(?:推进中|.*(?:正在?|有序)推进|已?启动)$/u;

const SPEAKS_OF_PROJECTS = /项目|工程/u;

/** 已达标13项 */
export function statusCounted({ not, st, n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  if (st === undefined || figure === undefined || !isCount(n)) return false;
  if (composing.state.tally === null && !(st.kind === "status" && figure.unit === "项")) return false;
  if (isOfOtherThings(st, composing) || isOfNoMeasures(figure, composing)) return false;
  if (OF_PROJECTS.test(st.text) && composing.state.tally?.things !== "measures") {
    // 制定措施，正在推进31项: of whatever is told by the item.
    if (composing.state.tally === null && figure.unit === "项" && !SPEAKS_OF_PROJECTS.test(composing.text))
      return false;
    composing.state.tally = { ...EVERYTHING, ...composing.state.tally, things: "projects" };
  }
  tally(composing, ofStatus(st, not), figure, false, figure);
  return true;
}

/** 可评价的39项指标, 有明确目标的32项指标: of which rows the words are. */
const NAMED_AMONG = /有明确目标且可(?:评价|判定)的?$|(?<![且并和、])(?:可评价|可判定|参评|有?明确目标)的?$/u;

/** 已达标或预期可达标的，…: what is counted of each domain. */
export function countedByDomain({ not, st }: Parts, { state }: Composing): boolean {
  if (st !== undefined) state.countedAs = { names: [st.text], negated: not !== undefined };
  return true;
}

/** 已达标13项，其中妇女与健康5项; 妇女与健康11项中7项; 14项已达标指标中，约束性指标5项. */
export function ofDomain({ domain, nature, whole, n }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const { countedAs } = state;
  const [figure] = n?.figures ?? [];
  const [all] = whole?.figures ?? [];
  const part = domain ?? nature;
  if (part === undefined || countedAs === null || figure === undefined || !isCount(n)) return false;
  // 列入预警的14项指标中，约束性指标3项: under an alert.
  const things = state.tally?.things === "alerts" ? "alerts" : "rows";
  state.tally = { ...EVERYTHING, things, domain: domain?.text ?? null, nature: natureOf(nature) };
  state.things = [];
  state.sure = true;
  if (things === "alerts") {
    tally(composing, { what: "status", ...countedAs }, figure, false, figure);
    return true;
  }
  // 妇女与健康11项 may be all that it has.
  const isOfThose = /(?:达标|完成|实现|偏慢|困难)的?(?:指标|\d*项)?[中里]，?$/u.test(
    text.slice(0, part.start),
  );
  const of = { what: "status", ...countedAs, orAll: whole === undefined && !isOfThose } as const;
  if (all !== undefined)
    tally(composing, { what: "total", whole: false, among: amongOf(text) }, all, false, all);
  tally(composing, of, figure, false, figure);
  return true;
}

/** 占可评价指标的69.2% */
export function amongOf(words: string): "judged" | "explicit" | null {
  if (/明确目标|有目标|定量目标/u.test(words)) return "explicit";
  return /可评价|可判定|参评/u.test(words) ? "judged" : null;
}

/** What a count of all rows may follow: a pause, or 目前有, 2025年, 妇女与健康领域. 儿童营养2项指标未达标 counts the rows of a subject. */
const OF_THE_WHOLE =
  /(?:^|[^\p{Script=Han}]|[有中年共计前底末区的已内看]|[束期]性指标|规划|纲要|领域|实现|达到|完成|其余|[，中里]除|[中里]，(?:仅|只)有?|\d个(?:重点)?项目)$/u;

/** 13项指标已达标 */
export function countTold({ n, nature, noun, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { state } = composing;
  if (st === undefined || n === undefined || figure === undefined) return false;
  // 41项指标中已有超过三分之一达标
  const isShare = isPercent(unitOf(figure.unit)) && !figure.points && (state.tally?.total ?? null) !== null;
  if (!isCount(n) && !isShare) return false;
  const before = composing.text.slice(0, n.start);
  // 另有1项: some of them, told apart from others; those without data are all of them.
  const isApart = before.endsWith("另有") && !saysNoData(st.text);
  // 2项指标1项达标: of those just counted.
  const isOfTotal = state.tally !== null && state.tally.total !== null && /\d项指标$/u.test(before);
  if (isApart || !(isOfTotal || OF_THE_WHOLE.test(before))) return false;
  // 甲率…，乙率…，其余2项达标: of a whole that the counts do not tell.
  if (REST.test(before) && state.counted === null) {
    unmatched(composing, figure);
    return true;
  }
  if (noun?.kind === "projects") state.tally = { ...EVERYTHING, things: "projects" };
  if (noun?.kind === "measures" && state.tally?.things !== "measures") state.tally = measuresIn(before, null);
  if (isOfOtherThings(st, composing)) return false;
  // 1个已完成、1个基本完成: of projects; 2项完成和超额完成 says what more they did.
  const isListed = st.kind === "meets" && /^[、和与]/u.test(composing.text.slice(st.end));
  if (isListed && state.tally?.things !== "projects") return false;
  if (state.tally === null && figure.unit !== "项") return false;
  if (nature !== undefined) state.tally = { ...EVERYTHING, nature: natureOf(nature) };
  // 2项指标缺2024年数据, of no total that is told, may be those of a subject: there are as many at least.
  const isOpen = (state.tally?.total ?? null) === null && saysNoData(st.text);
  const told = isOpen ? ({ ...figure, hedge: "from" } as const) : figure;
  tally(composing, ofStatus(st, not), told, false, stretch(composing.text, n, st));
  return true;
}

/** 1项缺数据，其余4项均已达标: of the whole that they are what is left of. */
export function restAlike(parts: Parts, composing: Composing): boolean {
  return REST.test(composing.text.slice(0, parts["n"]?.start)) && countTold(parts, composing);
}

/** 有数据的数值型指标均已达到目标: a share of the rows that no tally counts. */
const SOME_ONLY = /(?:型|类|可[^，。；、]{1,4}的|有[^，。；、]{1,8}的)$/u;

/** 5项约束性指标全部达标 */
export function allTold({ n: before, n2, nature, noun, not, st }: Parts, composing: Composing): boolean {
  if (st === undefined || noun === undefined) return false;
  const n = before ?? n2;
  const ahead = composing.text.slice(0, (before ?? nature ?? noun).start);
  // 三项儿童死亡率指标全部达标: of those rows.
  if (SOME_ONLY.test(ahead) || !OF_THE_WHOLE.test(ahead)) return false;
  scopeTold({ n, nature, noun }, composing);
  tally(composing, ofStatus(st, not), null, true, stretch(composing.text, before ?? nature ?? noun, st));
  return true;
}

/** 达标率为56.5%（13/23） */
export function rateTold({ nature, rate, n0, a, n }: Parts, composing: Composing): boolean {
  if (nature !== undefined) composing.state.tally = { ...EVERYTHING, nature: natureOf(nature) };
  const [figure] = a?.figures ?? [];
  if (rate === undefined || figure === undefined || a?.figures.length !== 1) return false;
  // 23个镇街中20个达标，达标率87.0%: of the towns.
  const { partTold } = composing.state;
  if (partTold !== null) {
    const total = partTold.all.value.toNumber();
    claim(composing, { kind: "share", counted: partTold.some, total, among: null, figure }, figure);
    return true;
  }
  const name = rate.text.includes("预期")
    ? "onCourse"
    : rate.text.includes("向好")
      ? "improving"
      : "achievement";
  // 44项措施…，落实率27.3%
  if (composing.state.tally?.things === "measures") {
    const names = [rate.text.replace(/率$|指标|措施/gu, "")];
    tally(composing, { what: "status", names, negated: false }, figure, false, figure);
    return true;
  }
  if (!/达标|向好|完成率|实现率/u.test(rate.text)) {
    unmatched(composing, figure);
    return true;
  }
  const overall = /总体|综合/u.test(rate.text);
  tally(composing, { what: "rate", name, overall }, figure, false, figure);
  // 与儿童规划的43.8%相比高出12.7个百分点: than this.
  composing.state.level = figure;
  const [counted] = (n ?? n0)?.figures ?? [];
  if (counted?.parts != null) tally(composing, { what: "rate", name }, counted, false, counted);
  return true;
}

export function ofStatus(st: Token, not: Token | undefined): TallyOf {
  return { what: "status", names: [st.text], negated: not !== undefined };
}
