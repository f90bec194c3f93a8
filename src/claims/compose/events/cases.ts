import { countsEvents, isPercent, unitOf } from "../../../terms/unit.js";
import type { Figure } from "../../figure.js";
import type { Thing } from "../../grammar/names.js";
import { claim, type Composing, type Parts } from "../emit.js";
import { yearsSummed } from "../levels/told.js";
import { shares, type Share } from "../shares.js";
import { yearsOf } from "../state.js";

/** 新生儿死亡占婴儿死亡的64.3% */
export function caseShareTold({ s, to, s2, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [options, others] = [s, s2].map((each) => optionsOf(each?.things ?? []));
  if (figure === undefined || a?.figures.length !== 1 || !isPercent(unitOf(figure.unit))) return false;
  if (options === null || others === null || options === undefined || others === undefined) return false;
  // 婴儿死亡占 is a name, too.
  if (to?.text.startsWith("占") !== true && (to !== undefined || s?.text.endsWith("占") !== true))
    return false;
  composing.state.things = s?.things ?? [];
  const { years } = composing.state;
  claim(composing, { kind: "caseShare", options, others, years, figure }, figure);
  return true;
}

/** The rate whose cases a single name tells of. */
function optionsOf([thing, ...more]: readonly Thing[]): Share["options"] | null {
  return thing !== undefined && more.length === 0 && "options" in thing ? thing.options : null;
}

/** 孕产妇死亡1例 */
export function caseTold({ e, whom, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (e === undefined || figure === undefined || !BEFALLEN.test(whom?.text ?? "")) return false;
  composing.state.things = e.things;
  composing.state.sure = true;
  for (const { options, years } of shares(composing, [figure])) tellCases(options, years, figure, composing);
  return true;
}

/** 5岁以下儿童死亡率4.49‰，当年死亡28例: the events of the rate that is spoken of. */
export function caseOfRateTold({ x, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const { things, total } = composing.state;
  const events = /^共?(?<of>死亡|发生|发案)(?:人数|数)?$/u.exec(x?.text ?? "")?.groups?.["of"];
  const [thing] = things ?? [];
  const isSummed = total && composing.state.span === null;
  if (events === undefined || figure === undefined || isSummed || things?.length !== 1) return false;
  if (!OF_CASES.test(figure.unit) || thing === undefined) return false;
  // 2025年发生2例, of a rate of deaths, are deaths.
  const isOfEvents =
    events === "发生" && "options" in thing && thing.options.every(({ unit }) => countsEvents(unitOf(unit)));
  if (!thing.name.includes(events) && !isOfEvents) return false;
  for (const { options, years } of shares(composing, [figure])) tellCases(options, years, figure, composing);
  // 当年发生4例，与上年持平: as many.
  if ("options" in thing) composing.state.things = [{ ...thing, kind: "events" }];
  return true;
}

/** Units in which cases are counted. */
const OF_CASES = /^[例人名件起]$/u;

/** 死亡人数由上年的20人减少到18人: of the rate that is spoken of, in both years. */
export function caseCourseTold({ x, t1, a, t2, t3, b }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [from, ...earlier] = a?.figures ?? [];
  const [to, ...later] = b?.figures ?? [];
  const [thing, ...more] = state.things ?? [];
  if (from === undefined || to === undefined || earlier.length + later.length + more.length > 0) return false;
  const [counted, called = ""] = COUNTED.exec(x?.text ?? "") ?? [];
  if (counted === undefined || thing === undefined || !("options" in thing)) return false;
  if (
    (called === "死亡" && !thing.name.includes(called)) ||
    !thing.options.every(({ unit }) => countsEvents(unitOf(unit)))
  )
    return false;
  if (![from, to].every(({ unit }) => OF_CASES.test(unit))) return false;
  const { options } = thing;
  const [since] = t1?.times ?? [];
  const [until] = (t3 ?? t2)?.times ?? [];
  const last = until === undefined ? state.years : yearsOf(until, state);
  const first = since === undefined ? state.bases : yearsOf(since, state);
  for (const [figure, years] of [
    [from, first],
    [to, last],
  ] as const)
    if (years.length > 0) claim(composing, { kind: "cases", options, years, figure, sum: null }, figure);
  return true;
}

/** 死亡人数, 发生数 of a rate that is called so; 婴儿死亡|人数. */
const COUNTED = /^(?:(死亡|发生|发案|受害|受伤|遇害)(?:人数|例数|病例|件数|数)?|人数|例数|病例数|件数)$/u;

/** Whom cases befell, in words that leave it at that. */
const BEFALLEN = /^(?:案件|事件|事故)?(?:中?(?:受害|受伤|遇害|死亡|被害))?(?:儿童|人数|人员|人|病例|案例)?$/u;

/** A rate in words of its events is a level; a number of people is the number of them. */
function tellCases(
  options: Share["options"],
  years: readonly number[],
  figure: Figure,
  composing: Composing,
): void {
  const { state } = composing;
  const sum = state.span !== null && state.listed.length === 0 ? yearsSummed(state) : null;
  claim(composing, { kind: "cases", options, years, figure, sum }, figure);
}
