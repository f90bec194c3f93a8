import { isPercent, pointsOf, unitOf } from "../../terms/unit.js";
import type { Of } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Thing } from "../grammar/names.js";
import { scale } from "../scale.js";
import { clauseAt } from "../text/tight.js";
import { claim, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import type { Token } from "../grammar/token.js";
import { setTime } from "./state.js";

/** 普惠养老服务项目已完成 */
export function projectTold({ v, t, not, st }: Parts, composing: Composing): boolean {
  if (v === undefined || st === undefined) return false;
  if (t !== undefined) setTime(composing.state, t.times);
  const { years } = composing.state;
  for (const thing of v.things)
    if (thing.kind === "project")
      claim(
        composing,
        { kind: "project", project: thing.project, name: st.text, negated: not !== undefined, years },
        stretch(composing.text, not ?? st, st),
      );
  return true;
}

/** 区妇幼保健院通过三级甲等医院评审: reached or not; what is on its way is neither. */
export function milestoneTold({ of }: Parts, composing: Composing): boolean {
  const [thing] = of?.things ?? [];
  if (of === undefined || thing?.kind !== "milestone") return false;
  const { text, state } = composing;
  const before = /[^，；。]*$/u.exec(text.slice(0, of.start))?.[0] ?? "";
  const clause = before + (/^[^，；。]*/u.exec(text.slice(of.start))?.[0] ?? "");
  const goals = [thing.goal, thing.goal.replace("三级甲等", "三甲")];
  // 创建工作也已完成: of what the sentence has named.
  const isNamed =
    goals.some((goal) => clause.includes(goal)) ||
    (/创建/u.test(clause) && goals.some((goal) => text.includes(goal)));
  if (ON_ITS_WAY.test(clause) || !REACHED.test(clause) || !isNamed) return false;
  const { project, index } = thing;
  const reached = !NOT_YET.test(clause);
  claim(composing, { kind: "milestone", project, index, reached, years: state.years }, of);
  return true;
}

const ON_ITS_WAY = /正在|推进|力争|计划|拟[于在建创]|加快|争取|申报|自评|筹|启动|尚在|有望|预计|继续|将/u;
const NOT_YET = /未|没有|尚待/u;
const REACHED = /通过|建成|完成|创成|创建成功|成功创建|获评|获批|晋升|晋级|达到|投用|挂牌|成为/u;

type Told = Of<"quantity">["told"];

/** Its name stands right at the figure, whatever was spoken of before. */
function tellQuantity(
  { project, index }: Extract<Thing, { kind: "quantity" }>,
  figure: Figure,
  told: Told,
  { state, ...composing }: Composing,
  sure = true,
): void {
  const { years } = state;
  if (told === "done") state.quantityTold = figure;
  const draft = { kind: "quantity", project, index, figure, told, years } as const;
  claim({ ...composing, state: { ...state, sure: true } }, draft, figure, sure);
}

/** 镇（街道）养老服务中心23所; 规划建设的23所镇街养老服务中心 is its goal. */
export function quantityTold({ y, how, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (figure === undefined || a?.figures.length !== 1 || thing?.kind !== "quantity") return false;
  if (how !== undefined && !HOW.test(how.text)) return false;
  const { state, text } = composing;
  // 新建养老服务中心1所，累计22所: more of it, and not all there is.
  if (ADDED.test(text.slice(0, y?.start))) {
    unmatched(composing, figure);
    state.quantity = thing;
    return true;
  }
  // 规划建设养老服务中心23所
  const isAsked = [figure.start, y?.start].some((at) => PLANNED.test(text.slice(0, at)));
  const isPlanned = isAsked || LACKING.test(text.slice(y?.end));
  tellQuantity(thing, figure, isPlanned ? "goal" : "done", composing);
  state.quantity = thing;
  return true;
}

/** 规划建设23所, 投入运营22所 */
const HOW = /^(?:规划|计划|应|拟|需)?新?建(?:设|成)?$|^(?:建成)?并?(?:投用|投入(?:运营|使用)|启用)$/u;
const ADDED = /新(?:建成?|增加?|投用|设立?)了?$/u;

/** 23所养老服务中心|尚有1所未建成: of all that are to be. */
const LACKING = /^[中里]?，?(?:目前)?(?:尚|还|仍|另)有?[^，；。]{1,6}(?:未|没有)/u;
const PLANNED =
  /(?:规划|纲要|计划|目标|任务|应当?|需|拟)》?(?:提出|确定|要求|明确|部署|安排)?的?(?:新?建设?|建成|设立|建立)?的?(?:任务|目标)?(?:[是为]|共)?$/u;

/** 23所镇街养老服务中心建成22所: so many there are to be, so many there are. */
export function quantityOf({ goal, y, of, a }: Parts, composing: Composing): boolean {
  const [whole, ...others] = goal?.figures ?? [];
  const [figure, ...more] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (whole === undefined || figure === undefined || thing?.kind !== "quantity") return false;
  if (others.length + more.length > 0 || whole.unit !== figure.unit) return false;
  // 2所照护中心全部投用，23所…: of another thing.
  if (of !== undefined && !/^(?:当?中|[里内])$/u.test(of.text)) return false;
  const before = composing.text.slice(0, whole.start);
  // 新建5所养老服务中心，累计建成22所: so many are built, and so many in all.
  if (/(?:建成|新增|新建|投用|完成)了?$/u.test(before)) return false;
  tellQuantity(thing, whole, "goal", composing, PLANNED.test(before));
  const isLeft = LACKING.test(composing.text.slice(y?.end));
  tellQuantity(thing, figure, isLeft ? "left" : "done", composing);
  composing.state.quantity = thing;
  return true;
}

/** 23所养老服务中心已悉数建成: as many are planned, and as many are built. */
export function quantityWhole({ a, y, verb, how }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (figure === undefined || more.length > 0 || thing?.kind !== "quantity") return false;
  if (!isReached({ verb, how }) || ON_ITS_WAY.test(clauseAt(composing.text, figure.start))) return false;
  if (PLANNED.test(composing.text.slice(0, figure.start))) tellQuantity(thing, figure, "goal", composing);
  tellQuantity(thing, figure, "done", composing);
  composing.state.quantity = thing;
  return true;
}

/** 建成, 建成投用 */
function isReached({ verb, how }: Parts): boolean {
  const isInUse = how === undefined || /^[并且]?(?:投用|投入使用|启用|运行|挂牌)$/u.test(how.text);
  return isInUse && REACHED.test(verb?.text ?? "");
}

/** 镇街养老服务中心目标23所 */
export function quantityAimed({ y, a }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (figure === undefined || more.length > 0 || thing?.kind !== "quantity") return false;
  tellQuantity(thing, figure, "goal", composing);
  composing.state.quantity = thing;
  return true;
}

/** 养老服务中心由2024年的21所增加到2025年的22所: as many in each of the two years. */
export function quantityCourse({ y, t1, a, t2, b }: Parts, composing: Composing): boolean {
  const [thing] = y?.things ?? [];
  const ends = [a, b].map((each) => each?.figures ?? []);
  if (thing?.kind !== "quantity" || ends.some(({ length }) => length !== 1)) return false;
  const { state } = composing;
  for (const [time, figure] of [
    [t1, ends[0]?.[0]],
    [t2, ends[1]?.[0]],
  ] as const) {
    if (time !== undefined) setTime(state, time.times);
    else state.years = [state.period.year];
    if (figure !== undefined) tellQuantity(thing, figure, "done", composing);
  }
  state.quantity = thing;
  return true;
}

/** 目标23所，建成22所: of the quantity told last. */
export function quantityDone({ a }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [figure, ...more] = a?.figures ?? [];
  if (figure === undefined || more.length > 0 || state.quantity === null) return false;
  const { project, index } = state.quantity;
  const own = unitOf(project.quantities[index]?.unit ?? "");
  if (figure.unit === "" || scale(own, figure.unit) === null || !DONE.test(clauseAt(text, figure.start)))
    return false;
  tellQuantity(state.quantity, figure, "done", composing);
  return true;
}

/** 2024年建成21所，2025年新建成1所，累计22所: what the two numbers come to. */
export function quantityGrown({ x, dir, more, all }: Parts, composing: Composing): boolean {
  const { state, out } = composing;
  const [added, ...others] = more?.figures ?? [];
  const [figure, ...rest] = all?.figures ?? [];
  const { quantity, quantityTold: from } = state;
  if (added === undefined || figure === undefined || quantity === null || others.length + rest.length > 0)
    return false;
  if (added.unit !== figure.unit || (dir === undefined && !/新$/u.test(x?.text ?? ""))) return false;
  if (from?.unit === figure.unit)
    out.push({
      ...{ at: 0, from: added.start, written: added.text, sure: true, doubt: null },
      ...{ kind: "sum", course: { from, to: figure }, figure: added, sign: 1 },
    });
  else unmatched(composing, added);
  tellQuantity(quantity, figure, "done", composing);
  return true;
}

const DONE =
  /^(?:截至目前|目前|现|已|共|累计|实际|全部)*(?:建成|完成|投用|设立|投入(?:使用|运营)|启用)(?:并?(?:投用|投入(?:使用|运营)))?了?\d+[所个](?:$|，)/u;

/** 完成率95.7%, 完成23所建设目标的95.7%, 占目标的95.7%: how much of the quantity told last is done. */
export function quantityShare({ stated, a }: Parts, composing: Composing): boolean {
  const { quantity } = composing.state;
  const [figure, ...more] = a?.figures ?? [];
  const [goal] = stated?.figures ?? [];
  if (quantity === null || figure === undefined || more.length > 0) return false;
  if (!isPercent(unitOf(figure.unit)) || figure.points || figure.form !== "number") return false;
  if (goal !== undefined) tellQuantity(quantity, goal, "goal", composing);
  tellQuantity(quantity, figure, "share", composing);
  return true;
}

/** 完成率, 建成率 of the quantity told last. */
export function quantityRate({ verb, x, a }: Parts, composing: Composing): boolean {
  const clause = clauseAt(composing.text, verb?.start ?? 0);
  const isRate = x?.text === "率" && /^(?:总体|目标|任务|建设)?(?:完成|建成)率/u.test(clause);
  return isRate && quantityShare({ a }, composing);
}

/** 儿童主任参训率98.5%，距100%的目标还差1.5个百分点: of the quantity told last. */
export function quantityShort(by: Token | undefined, composing: Composing): boolean {
  const { quantity } = composing.state;
  const [figure, ...more] = by?.figures ?? [];
  if (quantity === null || figure === undefined || more.length > 0) return false;
  const own = pointsOf(figure.unit);
  const told = own === null ? figure : { ...figure, unit: own.name, points: false };
  tellQuantity(quantity, told, "left", composing);
  return true;
}

/** 独立的区未成年人保护机构尚未建成: the quantity is reached, or not begun. */
export function quantityReached({ y, all, not, verb, how }: Parts, composing: Composing): boolean {
  const [thing, ...more] = y?.things ?? [];
  if (y === undefined || thing?.kind !== "quantity" || more.length > 0) return false;
  if (!isReached({ verb, how }) || ON_ITS_WAY.test(clauseAt(composing.text, y.start))) return false;
  const { project, index } = thing;
  const state = { ...composing.state, sure: true };
  const { years } = state;
  const reached = not === undefined;
  const whole = all !== undefined && reached;
  claim({ ...composing, state }, { kind: "milestone", project, index, reached, whole, years }, y);
  return true;
}

/** 建成22所，还有1所尚未建成: what is left of the quantity told before. */
export function quantityLeft({ a }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [figure, ...more] = a?.figures ?? [];
  if (figure === undefined || more.length > 0 || state.quantity === null) return false;
  const { project, index } = state.quantity;
  const own = unitOf(project.quantities[index]?.unit ?? "");
  const clause = clauseAt(text, figure.start);
  if (!LEFT.test(clause) || scale(own, figure.unit) === null || figure.unit === "") return false;
  tellQuantity(state.quantity, figure, "left", composing);
  return true;
}

const LEFT =
  /^(?:(?:还|尚|仍|另|只|仅)+(?:有|剩|余|差|缺)|剩(?:余|下)?|余下|尚余)|未(?:建|完|达|投|启)|推迟/u;
