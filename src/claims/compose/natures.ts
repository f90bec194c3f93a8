import { claim, type Composing, type Parts } from "./emit.js";
import { subjects } from "./shares.js";
import { subject } from "./state.js";
import { isCount, natureCalled } from "./tallies.js";

/** 孕产妇死亡率为约束性指标 */
export function natureTold({ nature }: Parts, composing: Composing): boolean {
  if (nature === undefined || /不[是为属]于?$/u.test(composing.text.slice(0, nature.start))) return false;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "nature", options, years, nature: natureCalled(nature.text) }, nature);
  return true;
}

/** 甲、乙2项约束性指标: each of them is one. */
export function natureOfNamed({ s, n, nature }: Parts, composing: Composing): boolean {
  const rows = (s?.things ?? []).flatMap((thing) => (thing.kind === "indicators" ? [thing.options] : []));
  const [figure] = n?.figures ?? [];
  if (s === undefined || nature === undefined || figure === undefined || !isCount(n)) return false;
  if (rows.length < 2 || !figure.value.eq(rows.length)) return false;
  const { state } = composing;
  subject(state, s.things, s.doubt === null);
  for (const options of rows)
    claim(
      composing,
      { kind: "nature", options, years: state.years, nature: natureCalled(nature.text) },
      nature,
    );
  return true;
}
