import type { TallyOf, TallyScope } from "../claim.js";
import { decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { Token } from "../grammar/token.js";
import { GIVEN } from "./goals.js";
import { claim, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import type { Figure } from "../figure.js";
import { statusCalled } from "../grammar/status-words.js";
import { indicatorsSpokenOf } from "./state.js";

const EVERYTHING: TallyScope = { things: "rows", nature: null, domain: null, total: null };
const COUNTED = new Set(["项", "个", ""]);

function isCount(token: Token | undefined): boolean {
  const [figure] = token?.figures ?? [];
  return token?.figures.length === 1 && figure?.form === "number" && COUNTED.has(figure.unit);
}

function tally(
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
  state.counted = of.what === "status" ? figure : null;
  if (of.what === "status" && !of.negated && of.names.every((name) => statusCalled(name) === null)) {
    state.countedOf = [...state.countedOf, ...of.names];
    state.countedInAll = state.countedInAll.plus(figure?.value ?? 0);
  }
  claim(composing, { kind: "tally", scope, of, figure, all, years: state.years }, at, sure);
}

/** 儿童规划41项指标中，14项已达标, in a report on women. */
function isOfAnotherPlan(at: number, { text, names }: Composing): boolean {
  const [last] = [...text.slice(0, at).matchAll(/(?<who>\p{Script=Han}{2})(?:发展)?(?:规划|纲要)/gu)].slice(
    -1,
  );
  return names.otherPlans.includes(last?.groups?.["who"] ?? "");
}

/** 妇女规划|49项指标: all of them. */
const OF_THE_PLAN = /(?:规划|纲要)》?(?:中|所)?(?:监测|统计|确定|设定|共|共有|的|全部)*$/u;

/** 49项指标中; 妇女与健康领域; 红色预警2项. */
export function scopeTold({ n, nature, noun, after, domain, alert }: Parts, composing: Composing): boolean {
  const { state } = composing;
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
  const count = n !== undefined && isCount(n) ? n : after !== undefined && isCount(after) ? after : undefined;
  if ((n !== undefined && count !== n) || (after !== undefined && count !== after && n === undefined))
    return false;
  const [figure = null] = count?.figures ?? [];
  // 孕产妇死亡率是约束性指标: what the clause speaks of stays.
  if (figure === null && state.named && indicatorsSpokenOf(state).length > 0) return true;
  const natures = nature?.text === "约束性" ? "binding" : nature === undefined ? null : "anticipated";
  const things = noun?.kind === "projects" ? "projects" : "rows";
  const keep = state.tally?.domain ?? null;
  state.tally = {
    things,
    nature: natures,
    domain: things === "rows" ? keep : null,
    total: figure?.value.toNumber() ?? null,
  };
  state.things = [];
  state.sure = true;
  const whole = OF_THE_PLAN.test(composing.text.slice(0, figure?.start));
  if (figure !== null) tally(composing, { what: "total", whole }, figure, false, figure);
  return true;
}

/** 橙色预警2项，分别是甲和乙: so many there are, and each of these is one. */
export function countedByName({ st, n, s }: Parts, composing: Composing): boolean {
  if (st === undefined || n === undefined || s === undefined) return false;
  const between = composing.text.slice(n.end, s.start);
  if (!/^(?:，(?:分别|依次)?(?:是|为|即|指|包括)[:：]?|（(?:分别|依次)?(?:是|为|即)?)$/u.test(between))
    return false;
  const isAlert = st.kind === "alert";
  const isRead = isAlert ? scopeTold({ alert: st, n }, composing) : statusCounted({ st, n }, composing);
  if (!isRead) return false;
  const { years } = composing.state;
  const state = { ...composing.state, sure: s.doubt === null, doubt: s.doubt };
  for (const thing of s.things) {
    if (thing.kind !== "indicators") continue;
    const of = { options: thing.options, years };
    const told = isAlert
      ? ({ kind: "alert", ...of, name: st.text.replace("预警", "") } as const)
      : ({ kind: "status", ...of, name: st.text, negated: false } as const);
    claim({ ...composing, state }, told, s);
  }
  return true;
}

/** 共有15项指标列入预警清单 */
export function alertsGiven(n: Token | undefined, alert: Token | undefined, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const before = composing.text.slice(0, n?.start);
  if (figure === undefined || alert === undefined || !isCount(n)) return false;
  if (!GIVEN.test(composing.text.slice(0, alert.start)) || !OF_THE_WHOLE.test(before)) return false;
  // 另有1项: some of them.
  if (before.endsWith("另有")) return false;
  composing.state.tally = { ...EVERYTHING, things: "alerts" };
  composing.state.things = [];
  const names = [alert.text.replace("预警", "")];
  tally(composing, { what: "status", names, negated: false }, figure, false, figure);
  return true;
}

/** 已达标13项 */
export function statusCounted({ not, st, n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  if (st === undefined || figure === undefined || !isCount(n)) return false;
  if (composing.state.tally === null && !(st.kind === "status" && figure.unit === "项")) return false;
  tally(composing, ofStatus(st, not), figure, false, figure);
  return true;
}

/** 达标13项、预期可达标12项，合计25项: all that the sentence has counted. */
export function countsSummed({ n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { countedOf } = composing.state;
  if (figure === undefined || !isCount(n) || countedOf.length < 2) return false;
  const names = [countedOf.join("和")];
  composing.state.countedOf = [];
  composing.state.countedInAll = decimal(0);
  tally(composing, { what: "status", names, negated: false }, figure, false, figure);
  return true;
}

/** 占可评价指标的69.2% */
function amongOf(words: string): "judged" | "explicit" | null {
  if (/可评价|可判定|参评/u.test(words)) return "judged";
  return /明确目标|有目标|定量目标/u.test(words) ? "explicit" : null;
}

/** 已达标14项，占34.1% */
export function shareCounted({ together, to, what, a }: Parts, composing: Composing): boolean {
  const { counted: last, countedInAll, sited, tally: scope } = composing.state;
  const counted =
    last !== null && together !== undefined
      ? { ...last, value: countedInAll, text: `${countedInAll.toFixed()}项` }
      : last;
  const [figure, ...more] = a?.figures ?? [];
  // 20个镇街在98%以上，占87%: of the towns.
  if (counted === null && sited !== null && figure !== undefined && to?.text.startsWith("占") === true) {
    const { years } = composing.state;
    const [options = [], ...others] = indicatorsSpokenOf(composing.state);
    if (others.length > 0 || more.length > 0) unmatched(composing, figure);
    else
      claim(
        composing,
        { kind: "share", counted: sited, total: null, among: null, figure, sites: { options, years } },
        figure,
      );
    return true;
  }
  if (
    counted === null ||
    figure === undefined ||
    more.length > 0 ||
    to === undefined ||
    !to.text.startsWith("占")
  )
    return false;
  if (!isPercent(unitOf(figure.unit)) || figure.form !== "number") return false;
  const among = amongOf(what?.text ?? "");
  const total = among === null && what === undefined ? (scope?.total ?? null) : null;
  claim(
    composing,
    { kind: "share", counted, total, among, figure },
    figure,
    scope !== null || among !== null,
  );
  return true;
}

/** What a count of all rows may follow: a pause, or 目前有, 2025年, 妇女与健康领域. 儿童营养2项指标未达标 counts the rows of a subject. */
const OF_THE_WHOLE =
  /(?:^|[^\p{Script=Han}]|[有中年共计前底末区的已内看]|规划|纲要|领域|实现|达到|完成|其余|，除)$/u;

/** 13项指标已达标 */
export function countTold({ n, nature, noun, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { state } = composing;
  if (st === undefined || n === undefined || figure === undefined || !isCount(n)) return false;
  const before = composing.text.slice(0, n.start);
  // 另有1项: some of them, told apart from others; those without data are all of them.
  const isApart = before.endsWith("另有") && statusCalled(st.text) !== "noData";
  if (isApart || !OF_THE_WHOLE.test(before)) return false;
  if (noun?.kind === "projects") state.tally = { ...EVERYTHING, things: "projects" };
  // 1个已完成、1个基本完成: of projects; 2项完成和超额完成 says what more they did.
  const isListed = st.kind === "meets" && /^[、和与]/u.test(composing.text.slice(st.end));
  if (isListed && state.tally?.things !== "projects") return false;
  if (state.tally === null && figure.unit !== "项") return false;
  if (nature !== undefined)
    state.tally = { ...EVERYTHING, nature: nature.text === "约束性" ? "binding" : "anticipated" };
  // 2项指标缺2024年数据, of no total that is told, may be those of a subject: there are as many at least.
  const isOpen = (state.tally?.total ?? null) === null && statusCalled(st.text) === "noData";
  const told = isOpen ? ({ ...figure, hedge: "from" } as const) : figure;
  tally(composing, ofStatus(st, not), told, false, stretch(composing.text, n, st));
  return true;
}

/** 甲、乙2项指标未达标: each of them is, and there are as many as are named; 仅有: no others are. */
export function namedOfStatus({ s, etc, n, noun, not, st }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const rows = (s?.things ?? []).flatMap((thing) => (thing.kind === "indicators" ? [thing.options] : []));
  if (s === undefined || st === undefined || noun === undefined || figure === undefined || !isCount(n))
    return false;
  const { state, text } = composing;
  const { years } = state;
  // 甲、乙等3项指标缺数据: all that have none.
  const isSome = etc !== undefined;
  if (isSome && (etc.text !== "等" || statusCalled(st.text) !== "noData")) return false;
  if (!isSome && !figure.value.eq(rows.length)) return false;
  state.things = s.things;
  state.sure = s.doubt === null;
  for (const options of rows)
    claim(composing, { kind: "status", options, years, name: st.text, negated: not !== undefined }, st);
  const isAll = /(?:仅|只)(?:剩|余)?有?$/u.test(text.slice(0, s.start));
  if (isAll || isSome) {
    state.tally = null;
    // 等22项 may be those of one domain: there are as many at least.
    tally(composing, ofStatus(st, not), isSome ? { ...figure, hedge: "from" } : figure, false, figure);
  }
  return true;
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
  if (nature !== undefined)
    composing.state.tally = {
      ...EVERYTHING,
      nature: nature.text === "约束性" ? "binding" : "anticipated",
    };
  const [figure] = a?.figures ?? [];
  if (rate === undefined || figure === undefined || a?.figures.length !== 1) return false;
  // 23个镇街中20个达标，达标率87.0%: of the towns.
  const { partTold } = composing.state;
  if (partTold !== null) {
    const total = partTold.all.value.toNumber();
    claim(composing, { kind: "share", counted: partTold.some, total, among: null, figure }, figure);
    return true;
  }
  const name = rate.text.includes("向好") ? "improving" : "achievement";
  if (!/达标|向好|完成率|实现率/u.test(rate.text)) {
    unmatched(composing, figure);
    return true;
  }
  tally(composing, { what: "rate", name }, figure, false, figure);
  const [counted] = (n ?? n0)?.figures ?? [];
  if (counted?.parts != null) tally(composing, { what: "rate", name }, counted, false, counted);
  return true;
}

function ofStatus(st: Token, not: Token | undefined): TallyOf {
  return { what: "status", names: [st.text], negated: not !== undefined };
}
