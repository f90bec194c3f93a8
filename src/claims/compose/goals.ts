import { isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL, type Sign } from "../claim.js";
import { limited } from "../figure.js";
import type { Token } from "../grammar/token.js";
import { clauseAt } from "../text/tight.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { gaps, target } from "./gaps.js";
import { isFirst } from "./levels/told.js";
import { quantityShare, quantityShort } from "./projects.js";
import { shares, subjects } from "./shares.js";
import { indicatorsSpokenOf, setTime } from "./state.js";

/** 距70%的目标还差17.06个百分点 */
export function gapTold({ far, goal, stated, after, t, g, a, b, v }: Parts, composing: Composing): boolean {
  composing.state.goalTold = true;
  const by = a ?? b;
  if (quantityShort(by, composing)) return true;
  target(goal ?? stated ?? after, composing);
  // 距“40%左右”对应的目标区间下限37.5%: from that end of it.
  const [edge = null] = goal !== undefined && /[上下]限$/u.test(t?.text ?? "") ? (after?.figures ?? []) : [];
  composing.state.goal = edge ?? composing.state.goal;
  gaps(by, composing);
  // 距4.5‰的控制线仅剩0.01个千分点的空间: it is not beyond it.
  const isLeft = /剩|空间|余地|余量|富余|上限|下限|界限|红线|控制线|警戒/u.test(
    `${t?.text}${g?.text}${v?.text}`,
  );
  if (far !== undefined && by !== undefined && !isLeft)
    for (const { options, years } of subjects(composing))
      claim(composing, { kind: "met", options, years, met: false, side: 0 }, by);
  return true;
}

/** 与目标仍有差距 */
export function fallsShort({ goal, stated, after, has, v }: Parts, composing: Composing): boolean {
  if (v === undefined || !isShortOf({ has, v })) return false;
  composing.state.goalTold = true;
  target(goal ?? stated ?? after, composing);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met: false, side: 0 }, v);
  return true;
}

/** 有差距, 存在一定差距: of no size. */
export function isShortOf({ has, v }: Parts): boolean {
  return v !== undefined && /^(?:存?在?有|存在)(?:一定|较大|明显|不小|较小)?的?$/u.test(has?.text ?? "");
}

/** 与“提高”的目标背离; 与规划要求相符 */
export function asGoalHasIt({ goal, how }: Parts, composing: Composing): boolean {
  const [word = ""] =
    /^(?:不?一致|不?相?符合?|不?吻合|背离|相悖|相背|背道而驰|有出入)$/u.exec(how?.text ?? "") ?? [];
  if (how === undefined || word === "") return false;
  target(goal, composing);
  const met = /^(?:一致|相?符合?|吻合)$/u.test(word);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met, side: 0 }, how);
  return true;
}

/** 与40%左右的目标相比，: what the sentence goes on to say is how far it is from there. */
export function goalCompared({ goal, stated }: Parts, composing: Composing): boolean {
  composing.state.goalTold = true;
  const told = goal ?? stated ?? null;
  const isNamed = indicatorsSpokenOf(composing.state).length > 0;
  composing.state.distantFrom = { is: "goal", told: isNamed ? null : told };
  if (isNamed) target(told ?? undefined, composing);
  return true;
}

/** 提前达到94%的规划目标; 尚未达到目标; 高于目标8.24个百分点. */
export function goalTold(
  { not, far, verb, side, when, goal, stated, t, by }: Parts,
  composing: Composing,
): boolean {
  if (t === undefined) return false;
  // 2023年首次越过94%的目标线: it was then; 到2030年94%的目标 is for then.
  const isPast = when?.times.every(({ years }) => years.every((year) => year <= composing.state.period.year));
  if (when !== undefined && isPast === true) setTime(composing.state, when.times);
  composing.state.goalTold = true;
  const figure = goal ?? stated;
  target(figure, composing);
  gaps(by, composing);
  const first = not ?? far ?? verb ?? side ?? goal ?? t;
  const near = goal?.figures[0]?.hedge === "near";
  // 未达到低于0.1‰的目标: so the goal is worded, where something is said of reaching it.
  const isWorded = not !== undefined || far !== undefined || verb !== undefined;
  const where: Sign = side !== undefined ? signOf(side) : isWorded ? 0 : sideOf(goal);
  const met =
    where !== 0
      ? null
      : not !== undefined || far !== undefined || isOff({ verb, t }, composing)
        ? false
        : verb !== undefined
          ? true
          : null;
  // 达到要求的一个都没有: of those that do.
  if (stated === undefined && OF_SOME.test(composing.text.slice(t.end))) return true;
  if (near || (met === null && where === 0)) return true;
  if (verb !== undefined && /^(?:为|是|基本.*)$/u.test(verb.text)) return true;
  metInGroup(t, met, where, composing);
  // 比目标低: the side behind it.
  const at = stretch(composing.text, first, t);
  const pooled = composing.state.pooled !== null;
  const told = {
    kind: "met",
    met,
    side: where,
    pooled,
    first: met === true && isFirst(at, composing),
  } as const;
  for (const { options, years } of subjects(composing))
    for (const each of eachDate(years, composing)) claim(composing, { ...told, options, years: each }, at);
  return true;
}

/** 规划要求的1∶1.5 is what it asks; 规划要求的3个镇街, 目标的90.7% are so many of them. */
export function isGoalpost(stated: Token | undefined): boolean {
  const [figure, ...more] = stated?.figures ?? [];
  if (figure === undefined || more.length > 0 || figure.points) return false;
  const { kind, per } = unitOf(figure.unit);
  const isRate = per !== null && !isPercent(unitOf(figure.unit));
  return figure.form === "ratio" || isRate || kind === "level" || kind === "amount";
}

/** 农村为93.55%，未达到94%的目标: of the group or town that is spoken of. */
function metInGroup(t: Token, met: boolean | null, side: Sign, composing: Composing): void {
  const { groups, years } = composing.state;
  for (const options of indicatorsSpokenOf(composing.state))
    for (const where of groups) claim(composing, { kind: "met", options, years, met, side, where }, t);
}

const OF_SOME = /^的(?:[^，；。]{0,8}?[有是为共占]|只|仅|没有|一个|\d)/u;
/** 劣于目标; 处于103—107的平衡区间之外. */
function isOff({ verb, t }: Parts, { text }: Composing): boolean {
  return /^(?:劣|逊|差)于/u.test(verb?.text ?? "") || /^[之以]?外/u.test(text.slice(t?.end));
}

/** 高于60%的目标: above or below it, whichever is better. 超过 may praise. */
function sideOf(goal: Token | undefined): Sign {
  const [figure] = goal?.figures ?? [];
  return figure?.hedge === "over" ? 1 : figure?.hedge === "under" ? -1 : 0;
}

/** 未达到98% */
export function shortTold({ a, not }: Parts, composing: Composing): boolean {
  if (a === undefined || not === undefined) return false;
  const [figure] = a.figures;
  const rows = indicatorsSpokenOf(composing.state);
  if (figure === undefined || a.figures.length !== 1 || rows.length === 0) {
    for (const each of a.figures) unmatched(composing, each);
    return true;
  }
  const { groups, years } = composing.state;
  composing.state.goalTold = true;
  composing.state.goal = figure;
  for (const options of rows)
    for (const where of groups.length === 0 ? [null] : groups)
      claim(composing, { kind: "short", options, years, figure, where }, stretch(composing.text, not, a));
  return true;
}

/** 尚未低于0.1‰, 未超过50%: on the other side of it, or just there. */
export function notBeyondTold({ a, not }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const isSided = figure?.hedge === "under" || figure?.hedge === "over" || figure?.hedge === "from";
  if (a === undefined || not === undefined || more.length > 0) return false;
  if (figure?.form !== "number" || figure.points || !isSided) return false;
  const { groups, years } = composing.state;
  const beyond = limited(figure, true, 0);
  for (const options of indicatorsSpokenOf(composing.state))
    for (const where of groups.length === 0 ? [null] : groups)
      claim(
        composing,
        { ...PLAIN_LEVEL, options, years, where, figure: beyond },
        stretch(composing.text, not, a),
      );
  return true;
}

/** 是目标值的两倍多 */
export function timesGoalTold({ before, stated, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (a === undefined || figure === undefined || figure.points) return false;
  if (quantityShare({ stated: before ?? stated, a }, composing)) return true;
  if (figure.form !== "times" && !isPercent(unitOf(figure.unit))) return false;
  // 缺口占目标的14.5%: of what is left.
  if (composing.state.apart || /缺口|差距|差额/u.test(clauseAt(composing.text, figure.start))) {
    unmatched(composing, figure);
    return true;
  }
  composing.state.goalTold = true;
  target(stated, composing);
  if (a.figures.length > 1) composing.state.respectively = true;
  for (const { options, years, figure } of shares(composing, a.figures))
    claim(composing, { kind: "timesGoal", options, years, figure }, figure);
  return true;
}

/** 目标值为70% */
export function goalStated({ goal }: Parts, composing: Composing): boolean {
  composing.state.goalTold = true;
  target(goal, composing);
  return true;
}

/** 还需年均提高2.04个百分点 */
export function paceTold({ goal, y, y2, dir, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  target(goal, composing);
  // 要降到60%以下，还需再降2.15个百分点: what is left is so much today.
  const intent = state.intent;
  state.intent = false;
  if ((y ?? y2) === undefined && !state.yearly) {
    gaps(a, composing);
    state.intent = intent;
    return true;
  }
  for (const figure of a?.figures ?? [])
    for (const { options } of subjects(composing))
      claim(
        composing,
        { kind: "pace", options, years: [state.period.year], figure, sign: signOf(dir) },
        figure,
      );
  state.intent = intent;
  return true;
}

/** （目标94%以上，未完成） */
export function reachedTold({ not, verb }: Parts, composing: Composing): boolean {
  if (verb === undefined || !/完成|实现|达成/u.test(verb.text)) return false;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met: not === undefined, side: 0 }, verb);
  return true;
}

/** 约束性目标已经实现, in a clause of its own: of the rows that are spoken of, not 各项目标 of a plan. */
export function goalThenTold({ t, not, verb }: Parts, composing: Composing): boolean {
  if (t === undefined || /^(?:各|主要|全部|所有|总体)/u.test(t.text)) return false;
  if (verb === undefined || !/完成|实现|达成/u.test(verb.text)) return false;
  const at = stretch(composing.text, t, verb);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met: not === undefined, side: 0 }, at);
  return true;
}

/** 进展偏慢; 尚未达标. */
export function statusTold({ not, st }: Parts, composing: Composing): boolean {
  if (st === undefined) return false;
  // 接种率达标的镇街: of those alone.
  if (OF_SITES.test(composing.text.slice(st.end))) return true;
  if (st.text.endsWith("达标")) {
    metInGroup(st, not === undefined, 0, composing);
    // 城市达标，农村尚差7.8个百分点: from the goal.
    composing.state.goalTold = true;
  }
  const isFirstMet = st.text.endsWith("达标") && not === undefined && isFirst(st, composing);
  for (const { options, years } of subjects(composing)) {
    if (isFirstMet) claim(composing, { kind: "met", options, years, met: true, side: 0, first: true }, st);
    for (const each of eachDate(years, composing))
      claim(
        composing,
        { kind: "status", options, years: each, name: st.text, negated: not !== undefined },
        stretch(composing.text, not ?? st, st),
      );
  }
  return true;
}

const OF_SITES = /^的?(?:镇街|乡镇|街道|机构|单位|村|社区)/u;

/** 由达标困难好转为进展偏慢, 由达标转为未达标: the year before, and now. */
export function statusTurned({ from, n1, s1, how, n2, s2 }: Parts, composing: Composing): boolean {
  if (s1 === undefined || s2 === undefined || !/[由从]$/u.test(from?.text ?? "")) return false;
  if (how !== undefined && !/[转变升降退跌]/u.test(how.text)) return false;
  const [now = composing.state.period.year] = composing.state.years;
  const turns = [
    { st: s1, not: n1, year: now - 1 },
    { st: s2, not: n2, year: now },
  ];
  for (const { options } of subjects(composing))
    for (const { st, not, year } of turns)
      claim(
        composing,
        { kind: "status", options, years: [year], name: st.text, negated: not !== undefined },
        stretch(composing.text, not ?? st, st),
      );
  return true;
}

/** 2022年起达标: then, and now. */
function eachDate(years: readonly number[], { state }: Composing): readonly (readonly number[])[] {
  const [, since] = years;
  return state.since && since === state.span?.[0] ? years.map((year) => [year]) : [years];
}

/** 为红色预警: of what is spoken of; an alert that is given to nobody in particular claims nothing. */
export function alertTold({ alert }: Parts, composing: Composing): boolean {
  if (alert === undefined || !GIVEN.test(composing.text.slice(0, alert.start))) return false;
  const [colour = ""] = /^.色/u.exec(alert.text) ?? [];
  const name = colour === "" ? null : colour;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "alert", options, years, name }, alert);
  return true;
}

/** What gives an alert. */
export const GIVEN =
  /(?:[为被属]|[列纳划]入|列为|触发|属于|发出|处于|亮起?|给予|进入|成为|定为|判定为|级别为|升级为)$/u;
