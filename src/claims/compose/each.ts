import { decimal } from "../../terms/decimal.js";
import { countAlike, countsEvents, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Names, OfIndicators } from "../grammar/names.js";
import { clauseAt } from "../text/tight.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";
import type { State } from "./state.js";

/** 每100名村委会成员中约有53名女性: a share, told in people. */
export function ofEachTold({ each, whole, what, n, whom }: Parts, composing: Composing): boolean {
  const [all, ...others] = whole?.figures ?? [];
  const [some, ...more] = n?.figures ?? [];
  if (all === undefined || some === undefined || others.length + more.length > 0) return false;
  const isOfEach =
    each?.text.endsWith("每") === true &&
    [all, some].every(({ form }) => form === "number") &&
    (some.unit === "例" || countAlike(unitOf(all.unit).thing, unitOf(some.unit).thing)) &&
    !all.value.isZero();
  if (!isOfEach) return false;
  const { state, names, text } = composing;
  // 村委会成员中|每两人: the whole stands before.
  const [, before = ""] = /([^，；。：]*)每$/u.exec(text.slice(0, all.start)) ?? [];
  const thing =
    named(before, `${what?.text ?? ""}${whom?.text ?? ""}`, names) ??
    named(`${what?.text ?? ""}`, `${whom?.text ?? ""}`, names) ??
    rateTold(state, clauseAt(text, all.start));
  if (thing === null) {
    unmatched(composing, some);
    return true;
  }
  state.things = [thing];
  const told = { ...composing, state: { ...state, sure: true, groups: [] } };
  const { years } = state;
  const at = { start: all.start, text: text.slice(all.start, some.end) };
  claim(told, { ...PLAIN_LEVEL, options: thing.options, years, figure: inPercent(some, all) }, at);
  return true;
}

/** 每所乡镇卫生院至少配备2名全科医生和2名儿童保健医生: each of them has as many. */
export function hasEachTold({ n, what }: Parts, composing: Composing): boolean {
  const [figure, ...more] = n?.figures ?? [];
  const { state, text, names } = composing;
  if (figure?.form !== "number" || more.length > 0) return false;
  const clause = clauseAt(text, figure.start);
  const [, whose] = HAVE.exec(clause.slice(0, clause.lastIndexOf(figure.text))) ?? [];
  const thing = whose === undefined ? null : names.called(`${whose}${what?.text ?? ""}数`);
  if (thing?.kind !== "indicators") return false;
  const bound = figure.hedge === "exact" ? ({ ...figure, hedge: "from" } as const) : figure;
  const { years } = state;
  const at = { ...composing, state: { ...state, sure: true } };
  claim(at, { kind: "sites", options: thing.options, years, bound, figure: null }, figure);
  return true;
}

const HAVE = /(每[所个][^，；。]*?)(?:至少|最少|均|都)*(?:配备|配有|拥有|有)[^，；。]*$/u;

const ROUND = /^10+$/u;

/** 儿童自杀、自伤率0.021‰，相当于每10万名儿童中有2.1人: the rate just told, where it counts cases, or is told again. */
function rateTold({ things }: State, clause: string): OfIndicators | null {
  const [thing, ...more] = things ?? [];
  if (thing?.kind !== "indicators" || more.length > 0) return null;
  const isAgain = /^(?:即|相当于|也就是|换言之)/u.test(clause);
  return isAgain || thing.options.every(({ unit }) => countsEvents(unitOf(unit))) ? thing : null;
}

function inPercent(some: Figure, all: Figure): Figure {
  const times = decimal(100).div(all.value.times(unitOf(all.unit).times));
  return {
    ...some,
    value: some.value.times(times),
    step: some.step.times(times),
    // 每三名有一名 is a third or so.
    ...(ROUND.test(all.value.toFixed()) || some.hedge !== "exact" ? {} : { hedge: "about" as const }),
    unit: unitOf("百分之").name,
  };
}

/** 村委会成员|女性: the rate that is so called. */
function named(what: string, whom: string, names: Names): OfIndicators | null {
  const of = what.replace(/[当之]?[中里内]$/u, "");
  const who = whom.replace(/^(?:是|为|患有?|存在)/u, "");
  for (const words of [who, `${who}患`])
    for (const end of ["率", "比例"]) {
      const thing = names.called(`${of}${words}${end}`);
      if (thing?.kind === "indicators") return thing;
    }
  return null;
}
