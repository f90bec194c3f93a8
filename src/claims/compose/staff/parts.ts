import { isPercent, unitOf } from "../../../terms/unit.js";
import type { Figure } from "../../figure.js";
import { spelt } from "../../grammar/clauses.js";
import type { Token } from "../../grammar/token.js";
import { claim, unmatched, type Composing, type Parts } from "../emit.js";
import { upToOnly } from "../sites.js";
import { indicatorsSpokenOf, subject, type State } from "../state.js";
import { REST } from "../tallies.js";

/** 8个登记点中有6个…，覆盖率75%: a share that the sentence gives both numbers of. */
export function partTold({ whole, what, n, has, b, whom }: Parts, composing: Composing): boolean {
  const { text } = composing;
  const [all, ...others] = whole?.figures ?? [];
  const [some, ...more] = n?.figures ?? [];
  if (all === undefined || some === undefined || others.length + more.length > 0) return false;
  const isPart =
    [all, some].every((each) => each.form === "number" && each.hedge === "exact" && each.value.isInteger()) &&
    all.unit === some.unit &&
    some.value.lte(all.value);
  // 38项中有25项达标 are rows.
  if (all.unit === "项" && composing.state.tally?.things === "rows") return false;
  // 每100名成员中约有23名: so many of each.
  const isEach = composing.text.slice(0, all.start).endsWith("每");
  // 8个婚姻登记机关已有6个: of them, too.
  const isOfThem =
    /[中里内][尚还仍]?$/u.test(what?.text ?? "") || /[已现]有?$/u.test(text.slice(all.end, some.start));
  if (!isPart || isEach || !isOfThem) return false;
  unmatched(composing, all);
  if (!staffTold(some, [what, has, whom], b?.figures[0], composing)) unmatched(composing, some);
  const { state } = composing;
  state.partTold = { some, all };
  // 配备率为86.49%，37个部门中有32个: the rate just told.
  const { level } = state;
  const [rows = [], ...others2] = indicatorsSpokenOf(state);
  const those = (what?.text ?? "").replace(/[中里内][尚还仍]?$/u, "");
  const words = [...those];
  const isOfRow = rows.some(({ name }) => words.length > 1 && words.every((letter) => name.includes(letter)));
  // 8个登记点中有6个设立了辅导室: so the rate that follows is called.
  const { thing } = spelt(`${those}${/^[^，。；]*/u.exec(text.slice(some.end))?.[0] ?? ""}`, composing.names);
  if (thing !== null) {
    subject(state, [thing], true);
    state.spelt = true;
  }
  // 3个县市中有1个达到93%: what follows is of them, and of whatever they are.
  else if (!isOfRow) {
    state.ofSome = true;
    state.sure = false;
    state.loose += what?.text ?? "";
  }
  if (level !== null && others2.length === 0 && isOfRow && isPercent(unitOf(level.unit)))
    shareOfRate({ some, all }, level, composing);
  return true;
}

/** 配备率为86.49%，37个部门中有32个; 8个登记机关中还有2个没有设立: the others have. */
function shareOfRate(
  { some, all }: NonNullable<State["partTold"]>,
  figure: Figure,
  { state, text, ...composing }: Composing,
): void {
  const total = all.value.toNumber();
  const isWithout = /^(?:[尚还仍]?未|没有)(?!成年)/u.test(text.slice(some.end));
  const left = all.value.minus(some.value);
  const counted = isWithout ? { ...some, value: left, text: `${left.toFixed()}${some.unit}` } : some;
  const told = { kind: "share", counted, total, among: null, figure } as const;
  claim({ ...composing, text, state: { ...state, sure: true } }, told, some);
}

/** 23所机构中，有17所…，其余6所: what the two come to. */
export function restTold({ a }: Parts, { state, text, out }: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  if (state.partTold === null || figure === undefined || more.length > 0) return false;
  const { some, all } = state.partTold;
  if (!REST.test(text.slice(0, figure.start)) || figure.unit !== all.unit || figure.form !== "number")
    return false;
  const at = { at: 0, from: figure.start, written: figure.text, sure: true, doubt: null };
  out.push({ ...at, kind: "sum", course: { from: some, to: all }, figure, sign: 1, isRest: true });
  return true;
}

/** 23所基层医疗机构中，有17所配备了2名以上儿童保健医生: what each of them has, whose name stands apart. */
function staffTold(
  figure: Figure,
  [what, has, whom]: readonly (Token | undefined)[],
  bound: Figure | undefined,
  composing: Composing,
): boolean {
  if (bound === undefined || !/^(?:配[备有]|拥有|达到|有)/u.test(has?.text ?? "")) return false;
  const whole = what?.text.replace(/[中里内]$/u, "") ?? "";
  // 基层儿保力量薄弱，23家机构中…
  const whose = whole === "机构" && composing.text.includes("基层") ? "基层医疗机构" : whole;
  const thing = composing.names.called(`每所${whose}${whom?.text}数`);
  if (thing?.kind !== "indicators") return false;
  const { years } = composing.state;
  const limit = upToOnly(figure, bound, composing) ?? bound;
  const told = { ...composing, state: { ...composing.state, sure: true } };
  claim(told, { kind: "sites", options: thing.options, years, bound: limit, figure }, figure);
  return true;
}
