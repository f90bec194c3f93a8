import { decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Names, OfIndicators } from "../grammar/names.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";

/** 每100名村委会成员中约有53名女性: a share, told in people. */
export function ofEachTold({ each, whole, what, n, whom }: Parts, composing: Composing): boolean {
  const [all, ...others] = whole?.figures ?? [];
  const [some, ...more] = n?.figures ?? [];
  if (all === undefined || some === undefined || others.length + more.length > 0) return false;
  const isOfEach =
    each?.text.endsWith("每") === true &&
    [all, some].every(({ form }) => form === "number") &&
    all.unit === some.unit &&
    ROUND.test(all.value.toFixed());
  if (!isOfEach) return false;
  const { state, names, text } = composing;
  const thing = named(`${what?.text ?? ""}`, `${whom?.text ?? ""}`, names);
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

const ROUND = /^10+$/u;

function inPercent(some: Figure, all: Figure): Figure {
  const times = decimal(100).div(all.value);
  return {
    ...some,
    value: some.value.times(times),
    step: some.step.times(times),
    unit: unitOf("百分之").name,
  };
}

/** 村委会成员|女性: the rate that is so called. */
function named(what: string, whom: string, names: Names): OfIndicators | null {
  const of = what.replace(/[当之]?[中里内]$/u, "");
  const who = whom.replace(/^(?:是|为|患有?|存在)/u, "");
  for (const end of ["率", "比例"]) {
    const thing = names.called(`${of}${who}${end}`);
    if (thing?.kind === "indicators") return thing;
  }
  return null;
}
