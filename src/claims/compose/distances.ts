import { apartTold, groupsApart } from "./apart.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";
import { changeTold } from "./changes.js";
import { gaps } from "./goals.js";
import { indicatorsSpokenOf } from "./state.js";

/** 高出0.78个百分点; 相差1.83个百分点; 均未达到目标，分别相差0.8小时和0.6小时: from what was spoken of before. */
export function byTold({ side, by }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = by?.figures ?? [];
  if (figure === undefined) return false;
  if (side !== undefined && (state.basesFrom === "clause" || state.comparing))
    return changeTold({ dir: side, a: by }, composing);
  if (more.length === 0 && apartTold(figure, state.years, composing, true)) return true;
  if (state.goalTold) gaps(by, composing);
  else for (const each of [figure, ...more]) unmatched(composing, each);
  return true;
}

/** 高于农村1.83个百分点 */
export function otherGroupTold({ g, by }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = by?.figures ?? [];
  const [options] = indicatorsSpokenOf(state);
  if (g === undefined || figure === undefined || more.length > 0 || options === undefined || !figure.points)
    return false;
  state.groupsTold = [...state.groupsTold, g.text];
  return groupsApart(options, figure, state.years, composing);
}

/** 与女性法官占比的差距: what the points behind it are apart from. */
export function gapNamed({ s }: Parts, { state }: Composing): boolean {
  const [thing, ...more] = s?.things ?? [];
  if (thing?.kind !== "indicators" || more.length > 0) return false;
  state.against = thing.options;
  state.apart = true;
  return true;
}

/** 是小学生近视率的2.2倍 */
export function rowTimesTold({ s, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [thing, ...more] = s?.things ?? [];
  const [options] = indicatorsSpokenOf(composing.state);
  if (figure?.form !== "times" || thing?.kind !== "indicators" || more.length > 0 || options === undefined)
    return false;
  const { years } = composing.state;
  claim(composing, { kind: "rowTimes", options, others: thing.options, years, figure }, figure);
  return true;
}
