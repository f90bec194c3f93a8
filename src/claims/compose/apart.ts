import type { Indicator } from "../../plan/plan.js";
import { unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import type { Distance as DistanceOf, Sign } from "../claim.js";
import type { Figure } from "../figure.js";
import { EXTREMES } from "../grammar/extremes.js";
import type { Token } from "../grammar/token.js";
import { clauseAt } from "../text/tight.js";
import { claim, rowsOfGroup, signOf, unmatched, withSide, type Composing } from "./emit.js";
import { indicatorsSpokenOf, type State } from "./state.js";

/**
 * Points that no verb of change stands before. Where the words say that they are a distance (差距, 高出, 相差), from
 * what the sentence has held its row against: another row, the goal, another group; else whatever they are of the rows
 * that it names. False where nothing of ours is spoken of.
 */
export function apartTold(
  figure: Figure,
  years: readonly number[],
  composing: Composing,
  isDistance = composing.state.apart,
): boolean {
  const { state } = composing;
  const spoken = indicatorsSpokenOf(state);
  const [options = []] = spoken;
  if (options.length === 0) return false;
  if (!figure.points) return isDistance && countsApart(figure, years, composing);
  const pair = groupsNamed(figure, composing);
  // 城乡差距…，城市97.3%，农村77.2%，: town and country are rows of their own.
  const areRows = pair !== null && isDistance && otherSide(state) !== null;
  if (pair !== null && !areRows && spoken.length === 1 && options.length === 1)
    return groupsApart(options, figure, years, composing, { pair });
  // 各镇街接种率最高与最低的差距: of the towns.
  if (ofExtremes(figure, composing) && spoken.length === 1 && OF_SITES.test(composing.text)) {
    claim(composing, { kind: "sitesApart", options, years, figure }, figure);
    return true;
  }
  if (ofExtremes(figure, composing)) {
    claim(composing, { kind: "lone", options: allRows(state), years, figure, moved: null, way: 0 }, figure);
    return true;
  }
  if (state.groups.length > 0) return isDistance && groupsApart(options, figure, years, composing);
  const others = isDistance && spoken.length < 3 ? otherSide(state) : null;
  if (others !== null)
    claim(
      composing,
      { kind: "than", options: others[0], others: others[1], years, sign: 0, figure, first: false },
      figure,
    );
  else if (isDistance && spoken.length === 1 && state.goalTold)
    claim(composing, { kind: "gap", options, years, figure, goal: state.goal, where: null }, figure);
  else {
    claim(composing, { kind: "lone", options: allRows(state), years, figure, moved: null, way: 0 }, figure);
  }
  return true;
}

/** 城乡差距…由2.08个百分点缩小到1.83个百分点: the two whose distance the sentence speaks of. */
function groupsNamed({ start }: Pick<Figure, "start">, { text, state }: Composing): readonly string[] | null {
  if (state.groupsTold.length > 0 || state.goalTold) return null;
  return PAIRS.find(({ words }) => words.test(text.slice(0, start)))?.pair ?? null;
}

/** 最高与最低相差10.13个百分点: of the groups told, whichever they are. */
const OF_SITES = /镇街|乡镇|街道|机构|卫生院/u;

function ofExtremes({ start }: Pick<Figure, "start">, { text }: Composing): boolean {
  return OF_EXTREMES.test(text.slice(0, start));
}

const OF_EXTREMES = new RegExp(`${EXTREMES}(?:[^，；。]{0,6}|的?差距[^，；。]*)$`, "u");

const PAIRS: readonly { words: RegExp; pair: readonly string[] }[] = [
  { words: /城乡(?:之间)?的?(?:差距|相差|差异)/u, pair: ["城镇", "农村"] },
  { words: /(?:男女生?(?:之间)?|性别)的?(?:差距|相差|差异)/u, pair: ["男", "女"] },
];

/** 工伤保险参保8.03万人，失业保险参保6.08万人，两者相差1.95万人 */
function countsApart(figure: Figure, years: readonly number[], composing: Composing): boolean {
  const { state } = composing;
  const others = state.groups.length > 0 || state.goalTold ? null : otherSide(state);
  const isCount = others
    ?.flat()
    .every(({ unit }) => unitOf(unit).per === null && scale(unitOf(unit), figure.unit));
  if (others === null || figure.form !== "number" || isCount !== true) return false;
  const [options, beside] = others;
  claim(composing, { kind: "than", options, others: beside, years, sign: 0, figure, first: false }, figure);
  return true;
}

/** 差距缩小1.2个百分点: by so much the distance moved, of whichever two of the sentence. */
export function gapMoved(figures: readonly Figure[], way: Sign, composing: Composing): void {
  const { state } = composing;
  const options = allRows(state);
  const { years } = state;
  const [first] = figures;
  const isOfGroups =
    state.groupsTold.length > 0 || (first !== undefined && groupsNamed(first, composing) !== null);
  const moved = isOfGroups ? "groups" : state.goalTold ? "goal" : options.length > 1 ? "rows" : "any";
  for (const figure of figures)
    if (figure.points && options.length > 0)
      claim(composing, { kind: "lone", options, years, figure, moved, way }, figure);
    else unmatched(composing, figure);
}

/** 差距较上年有所缩小, 城乡差距逐年扩大: which way the distance of the two went that the sentence speaks of. */
export function gapWent(
  at: { start: number; text: string },
  sign: Sign,
  bases: readonly number[],
  composing: Composing,
  every: number | null = null,
): void {
  const { state } = composing;
  const spoken = indicatorsSpokenOf(state);
  const found = spoken.length > 2 ? null : gapSpokenOf(at.start, composing);
  if (found === null || sign === 0) return unmatched(composing, at);
  const { years } = state;
  const options = found.options ?? spoken[0] ?? [];
  claim(composing, { kind: "widened", options, years, of: found.of, bases, sign, every }, at);
}

/** Of which two a distance is; null where the words leave it open, or speak of another place. */
function gapSpokenOf(at: number, composing: Composing): { of: DistanceOf; options?: Rows } | null {
  const { state, text } = composing;
  const clause = clauseAt(text, at);
  const [own = [], ...more] = indicatorsSpokenOf(state);
  const others = otherSide(state);
  const [, beside] = /[与和同跟]([^，；。]{1,20}?)的?(?:差距|缺口)/u.exec(clause) ?? [];
  const isOfGoal = beside === undefined ? /缺口/u.test(clause) : OF_GOAL.test(beside);
  if (isOfGoal) return more.length > 0 ? null : { of: { from: "goal" } };
  const pair = PAIRS.find(({ words }) => words.test(clause))?.pair;
  const [one, other, ...rest] = pair ?? [...new Set(state.groupsTold)];
  if (beside !== undefined && pair === undefined)
    return others === null || state.against.length === 0
      ? null
      : { of: { from: "row", others: others[1] }, options: others[0] };
  if (others !== null) return { of: { from: "row", others: others[1] }, options: others[0] };
  if (one !== undefined && other !== undefined && rest.length === 0)
    return own.length === 1 && more.length === 0 ? { of: { from: "group", where: [one, other] } } : null;
  return state.goalTold && more.length === 0 && pair === undefined ? { of: { from: "goal" } } : null;
}

const OF_GOAL = /目标|要求|规划|纲要|标准|[上下]限|控制线|红线/u;

function allRows(state: State): Indicator[] {
  const told = [...indicatorsSpokenOf(state).flat(), ...state.told.flatMap(optionsOf), ...state.against];
  return [...new Set(told)];
}

const optionsOf = (thing: State["told"][number]): readonly Indicator[] =>
  "options" in thing ? thing.options : [];

type Rows = readonly Indicator[];

/** What is spoken of and what it was held against; else the two rows that the sentence names. */
function otherSide(state: State): [Rows, Rows] | null {
  const spoken = indicatorsSpokenOf(state);
  const [own = []] = spoken;
  if (spoken.length === 1 && state.against.length > 0) return [own, state.against];
  // 家庭教育指导服务站点覆盖率的城乡差距: the two that the name stands for.
  const [first, second, ...more] = own;
  if (
    spoken.length === 1 &&
    !state.goalTold &&
    first !== undefined &&
    second !== undefined &&
    more.length === 0
  )
    return [[first], [second]];
  // 城乡家长学校覆盖率差距明显，城市97.3%、农村77.2%: the two, not their common name.
  const told = state.told.map(optionsOf).filter((each) => each.length === 1);
  const [one, other] = told.slice(-2);
  if (told.length === 2 && !state.goalTold && one !== undefined && other !== undefined) return [one, other];
  // 家庭教育指导服务站点覆盖率…，农村社区为77.20%，城乡差距…: the other of the two that the name stood for.
  const both = state.told
    .map(optionsOf)
    .find((each) => each.length === 2 && first !== undefined && each.includes(first));
  return both === undefined || own.length !== 1 || state.goalTold
    ? null
    : [own, both.filter((each) => each !== first)];
}

export function groupsApart(
  options: Rows,
  figure: Figure,
  years: readonly number[],
  composing: Composing,
  told: { pair: readonly string[]; side?: Token | undefined } = { pair: composing.state.groupsTold },
): boolean {
  const sign = signOf(told.side);
  const at = withSide(told.side, figure, composing.text);
  const pair = [...new Set(told.pair)];
  // 松溉镇与最高的茶山竹海街道、卫星湖街道相差…: the first of the towns, and any of those that are alike.
  const [one, other] = composing.state.atSite ? [pair[0], pair.slice(1).at(-1)] : pair.slice(-2);
  if (one === undefined || other === undefined) return false;
  const [first = [], second = []] = [one, other].map((group) => rowsOfGroup(options, group));
  if (options.length === 2 && first.length === 1 && second.length === 1 && first[0] !== second[0]) {
    const of = { options: first, others: second, years, sign, figure };
    claim(composing, { kind: "than", ...of, first: false }, at);
    return true;
  }
  claim(composing, { kind: "groupsApart", options, years, where: [one, other], sign, figure }, at);
  return true;
}
