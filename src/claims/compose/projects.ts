import { pointsOf, unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import { clauseAt } from "../text/tight.js";
import { claim, type Composing, type Parts } from "./emit.js";
import type { Token } from "../grammar/token.js";

/** 普惠养老服务项目已完成 */
export function projectTold({ v, not, st }: Parts, composing: Composing): boolean {
  if (v === undefined || st === undefined) return false;
  const { years } = composing.state;
  for (const thing of v.things)
    if (thing.kind === "project")
      claim(
        composing,
        { kind: "project", project: thing.project, name: st.text, negated: not !== undefined, years },
        st,
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

/** 镇（街道）养老服务中心23所 */
export function quantityTold({ y, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (figure === undefined || a?.figures.length !== 1 || thing?.kind !== "quantity") return false;
  const { state } = composing;
  const { years, sure } = state;
  // Its name stands right at the figure, whatever was spoken of before.
  state.sure = true;
  const { project, index } = thing;
  claim(composing, { kind: "quantity", project, index, figure, left: false, years }, figure);
  state.sure = sure;
  state.quantity = thing;
  return true;
}

/** 儿童主任参训率98.5%，距100%的目标还差1.5个百分点: of the quantity told last. */
export function quantityShort(by: Token | undefined, composing: Composing): boolean {
  const { quantity, years } = composing.state;
  const [figure, ...more] = by?.figures ?? [];
  if (quantity === null || figure === undefined || more.length > 0) return false;
  const { project, index } = quantity;
  const own = pointsOf(figure.unit);
  const told = own === null ? figure : { ...figure, unit: own.name, points: false };
  const state = { ...composing.state, sure: true };
  claim(
    { ...composing, state },
    { kind: "quantity", project, index, figure: told, left: true, years },
    figure,
  );
  return true;
}

/** 独立的区未成年人保护机构尚未建成: the quantity is reached, or not begun. */
export function quantityReached({ y, not, verb, how }: Parts, composing: Composing): boolean {
  const [thing, ...more] = y?.things ?? [];
  if (y === undefined || thing?.kind !== "quantity" || more.length > 0) return false;
  if (how !== undefined && !/^[并且]?(?:投用|投入使用|启用|运行|挂牌)$/u.test(how.text)) return false;
  if (!REACHED.test(verb?.text ?? "") || ON_ITS_WAY.test(clauseAt(composing.text, y.start))) return false;
  const { project, index } = thing;
  const state = { ...composing.state, sure: true };
  const told = { kind: "milestone", project, index, reached: not === undefined, years: state.years } as const;
  claim({ ...composing, state }, told, y);
  return true;
}

/** 建成22所，还有1所尚未建成: what is left of the quantity told before. */
export function quantityLeft({ a }: Parts, { state, text, ...composing }: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  if (figure === undefined || more.length > 0 || state.quantity === null) return false;
  const { project, index } = state.quantity;
  const own = unitOf(project.quantities[index]?.unit ?? "");
  const clause = clauseAt(text, figure.start);
  if (!LEFT.test(clause) || scale(own, figure.unit) === null || figure.unit === "") return false;
  const told = { kind: "quantity", project, index, figure, left: true, years: state.years } as const;
  claim({ state: { ...state, sure: true }, text, ...composing }, told, figure);
  return true;
}

const LEFT =
  /^(?:(?:还|尚|仍|另|只|仅)+(?:有|剩|余|差|缺)|剩(?:余|下)?|余下|尚余)|未(?:建|完|达|投|启)|推迟/u;
