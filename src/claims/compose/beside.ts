import { unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL, type Sign } from "../claim.js";
import type { Figure } from "../figure.js";
import { claim, signOf, stretch, unmatched, withSide, type Composing, type Parts } from "./emit.js";
import { rowsTold, subjects } from "./shares.js";
import { token, type Token } from "../grammar/token.js";
import { yearsOf, type State } from "./state.js";
import { pairOf } from "./steps.js";

const OF_SOME = /^[^，；。]*的(?:只有|仅有|有|是)/u;

/** 与全国2024年43.4%的水平相比，: what the sentence goes on to say is how far it is from there. */
export function otherCompared({ t, t2, o, a }: Parts, composing: Composing): boolean {
  const [figure = null, ...more] = a?.figures ?? [];
  if (o === undefined || more.length > 0 || figure?.points === true) return false;
  const { state } = composing;
  const [time] = (t ?? t2)?.times ?? [];
  const [year = null] = time === undefined ? [] : yearsOf(time, state);
  state.distantFrom = { is: "place", region: o.text, figure, year, named: false };
  return true;
}

/** 高于全市平均水平0.7个百分点; what the sentence gives of both sides must come to the difference. */
export function besideTold(
  { t, t2, t3, t4, o, a, bracketed, side, verb, by }: Parts,
  composing: Composing,
): boolean {
  const { state, text } = composing;
  if (o === undefined) return false;
  // 高于全市水平的只有前者: of some of them.
  if (OF_SOME.test(text.slice(o.end))) {
    unmatched(composing, o);
    return true;
  }
  const told = [a, bracketed].flatMap((each) => each?.figures ?? []);
  const levels = told.filter(({ points }) => !points);
  const distances = [...told.filter(({ points }) => points), ...(by?.figures ?? [])];
  const sign = signOf(side) || signOf(verb);
  const [time] = (t ?? t2 ?? t3 ?? t4)?.times ?? [];
  const [year = state.besideYear] = time === undefined ? [] : yearsOf(time, state);
  state.besideYear = year;
  const rows = rowsBeside(Math.max(levels.length, distances.length), composing);
  const regions = o.text.split("、");
  const all = regions.flatMap((region) => rows.map((row) => ({ ...row, region })));
  // 分别低于全国2.5‰和4.0‰的水平, 分别比全国、全市低1.77个和0.22个千分点: each its own.
  const ofEach = (figures: readonly Figure[], nth: number) =>
    (figures.length === all.length ? figures[nth] : figures.length === 1 ? figures[0] : undefined) ?? null;
  const [theirs, apart] = [ofEach(levels, 0), ofEach(distances, 0)];
  // 优于全国2024年水平（4.0‰），低1.75个千分点: from there.
  if (apart === null && regions.length === 1)
    state.distantFrom = { is: "place", region: o.text, figure: theirs, year, named: true };
  const end = side ?? a ?? o;
  const [, before = ""] = /([^、和，；]*)$/u.exec(text.slice(verb?.start ?? o.start, o.start)) ?? [];
  const at = { start: o.start, text: before + text.slice(o.start, Math.max(o.end, end.end)) };
  const way = side ?? (signOf(verb) === 0 ? undefined : verb);
  all.forEach(({ options, years, region }, nth) => {
    const [figure, by] = [ofEach(levels, nth), ofEach(distances, nth)];
    const beside = { kind: "beside", options, years, region, year, sign } as const;
    claim(composing, { ...beside, figure, by: null }, at);
    if (by !== null) claim(composing, { ...beside, figure: null, by, sign: 0 }, withSide(way, by, text));
  });
  if (all.length === 1) besideSummed(theirs, apart, sign, composing);
  return true;
}

/** The rows held against a place: one after another where there are as many figures. */
function rowsBeside(many: number, composing: Composing): ReturnType<typeof subjects> {
  const { state } = composing;
  const spoken = subjects(composing);
  const all = state.named ? [] : rowsTold(state);
  // 甲A、乙B，分别比全国低1.75个和1.11个千分点
  const isInTurn = many > 1 && spoken.length !== many && all.length === many;
  return isInTurn ? all.map((options) => ({ options, years: state.years })) : spoken;
}

/** 58.55%，高于全市平均水平（58.3%）0.25个百分点: the sentence against itself. */
export function besideSummed(
  theirs: Figure | null,
  apart: Figure | null,
  sign: Sign,
  composing: Composing,
): void {
  const { level } = composing.state;
  if (theirs === null || apart === null || level === null) return;
  const course = { from: theirs, to: level };
  const stated = { at: 0, from: apart.start, written: apart.text, sure: true, doubt: null };
  composing.out.push({ ...stated, kind: "sum", course, figure: apart, sign: sign === 0 ? 1 : sign });
}

/** 低于同年全市2.45‰、全国4.0‰的水平: places told one after another, each with its own figure. */
export function besideEachTold({ t, t2, o, o2, a, a2, by, ...parts }: Parts, composing: Composing): boolean {
  const distances = by?.figures ?? [];
  if (distances.length !== 0 && distances.length !== 2) return false;
  const [first, second] = distances.map((figure) => ({ ...by, figures: [figure] }) as Token);
  besideTold({ ...parts, t, o, a, by: first }, composing);
  return besideTold({ ...parts, t: t2, o: o2, a: a2, by: second }, composing);
}

/** 女性法官占比与女性检察官占比相差0.78个百分点 */
export function rowsApart({ by }: Parts, composing: Composing): boolean {
  const [one, other, ...more] = subjects(composing);
  const [figure, ...figures] = by?.figures ?? [];
  if (one === undefined || other === undefined || more.length > 0) return false;
  if (figure === undefined || figures.length > 0) return false;
  claim(composing, { kind: "than", ...one, others: other.options, sign: 0, figure, first: false }, figure);
  return true;
}

/** 与女性法官占比基本相当，高0.78个百分点: from there, and what is spoken of stays. */
export function nearRowTold({ s, how }: Parts, { state }: Composing): boolean {
  const [thing, ...more] = s?.things ?? [];
  if (thing?.kind !== "indicators" || more.length > 0 || s === undefined || isOf(s, state)) return false;
  if (!/^(?:相当|接近|相近|相仿|不相上下|相差不[大多])$/u.test(how?.text ?? "")) return false;
  state.against = thing.options;
  state.distantFrom = { is: "row", options: thing.options };
  return true;
}

/** 比法官、律师分别高0.78个和6.59个百分点; of several rows, 比律师分别高6.59个和5.81个百分点. */
export function severalRowsTold({ s, s2, side, by }: Parts, composing: Composing): boolean {
  const beside = ((s ?? s2)?.things ?? []).flatMap((thing) =>
    thing.kind === "indicators" ? [thing.options] : [],
  );
  const figures = by?.figures ?? [];
  const many = figures.length;
  const rows = subjects(composing);
  const own = rows.length === 1 && rowsTold(composing.state).length === many ? inTurn(composing) : rows;
  const isZipped =
    (own.length === many && beside.length === 1) || (own.length === 1 && beside.length === many);
  if (many < 2 || !isZipped) return false;
  figures.forEach((figure, nth) => {
    const [row] = own.slice(own.length === 1 ? 0 : nth);
    const [others = []] = beside.slice(beside.length === 1 ? 0 : nth);
    if (row === undefined) return;
    claim(composing, { kind: "than", ...row, others, sign: signOf(side), figure, first: false }, figure);
  });
  return true;
}

/** 甲A，乙B，: the rows that the sentence has told one after another. */
function inTurn({ state }: Composing): ReturnType<typeof subjects> {
  return rowsTold(state).map((options) => ({ options, years: state.years }));
}

/** 前者高出后者1.02个百分点 */
export function otherOfTwoTold({ two, ...parts }: Parts, composing: Composing): boolean {
  if (two === undefined) return false;
  const other = pairOf(composing.state)[two.text === "前者" ? 0 : 1];
  return other !== undefined && otherRowTold({ ...parts, s: { ...two, things: [other] } }, composing);
}

const OF_CHANGE = /^的?(?:[增升降]幅|增速|降速|增长|提升|提高|变化|改善)(?:幅度)?(?=[，；）]|$)/u;

/** 低于女党员比例（28.37%）1.02个百分点: the other row's figure, and both beside each other; what is spoken of stays. */
export function otherRowTold({ by, side, ...parts }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const s = parts["s"] ?? parts["s2"] ?? parts["s3"];
  const a = parts["a"] ?? parts["a2"] ?? parts["a3"];
  const before = { ...state };
  const [time] = (parts["t"] ?? parts["t2"])?.times ?? [];
  // 资源不足：每千名儿童床位数2.71张 compares nothing.
  if (s !== undefined && /[:：]/u.test(composing.text.slice(side?.start ?? s.start, s.start))) return false;
  // 高于孕产妇系统管理率的增幅: of how that row changed.
  if (s !== undefined && OF_CHANGE.test(composing.text.slice(s.end))) {
    unmatched(composing, s);
    return true;
  }
  if (s === undefined) return false;
  const [otherYear = null] = time === undefined || time.relative === "same" ? [] : yearsOf(time, state);
  // 比2024年女党员比例提高: of that row, and against that year.
  if (otherYear !== null && (a === undefined || isOf(s, state))) return false;
  // 女性毛入学率高于全区毛入学率（132.05%）: not that very row, whatever else is called so.
  if (isOf(s, state)) {
    for (const figure of [...(a?.figures ?? []), ...(by?.figures ?? [])]) unmatched(composing, figure);
    return true;
  }
  state.things = s.things;
  if (otherYear !== null) state.years = [otherYear];
  // 低于女党员比例28.37%: its own figure, not how far they are apart.
  const told = by?.figures.filter((each) => !each.points && unitOf(each.unit).per !== null) ?? [];
  for (const figure of [...(a?.figures ?? []), ...told])
    for (const { options, years } of subjects(composing))
      claim(composing, { ...PLAIN_LEVEL, options, years, figure }, figure);
  Object.assign(state, before);
  const [others, ...more] = s.things.map((thing) => (thing.kind === "indicators" ? thing.options : []));
  const [figure = null, ...figures] = by?.figures.filter((each) => !told.includes(each)) ?? [];
  if (others === undefined || more.length > 0 || figures.length > 0) {
    for (const each of by?.figures ?? []) unmatched(composing, each);
    return true;
  }
  state.against = others;
  const which = side ?? parts["side2"];
  const first = /首次[^，；]{0,4}$/u.test(composing.text.slice(0, side?.start ?? s.start));
  for (const { options, years } of subjects(composing))
    claim(
      composing,
      { kind: "than", options, others, otherYear, years, sign: signOf(which), figure, first },
      withSide(which, figure ?? s, composing.text),
      s.doubt === null,
    );
  return true;
}

/** 低于28.37%的女党员比例, 高于58.3%的全市平均水平: the figure is that of whom the name behind it is. */
export function beforeItsNameTold({ a, s, o }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const [word = ""] = SIDE.exec(figure?.text ?? "") ?? [];
  // 超过28%的女党员比例: that row alone, where none has told its figure before.
  if (a === undefined || figure === undefined || more.length > 0 || word === "") return false;
  if (composing.state.level === null || (s !== undefined && isOf(s, composing.state))) return false;
  const start = figure.start + word.length;
  const bare = { ...figure, hedge: "exact" as const, text: figure.text.slice(word.length), start };
  const side = token(figure.hedge === "over" ? "higher" : "lower", word, figure.start);
  const parts = { side, a: { ...a, figures: [bare] } };
  return o === undefined
    ? otherRowTold({ ...parts, s }, composing)
    : besideTold({ ...parts, verb: side, side: undefined, o }, composing);
}

const SIDE = /^(?:高于|高出|低于|多于|少于)(?=\d)/u;

/** Whether a name is that of what is spoken of. */
function isOf({ things }: Token, state: State): boolean {
  return things.some(({ name }) => state.things?.some((own) => own.name === name) === true);
}

/** 与全国2024年平均水平持平: of the same size as theirs. */
export function levelWithOther({ o, t, t2, a, s }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure = null, ...more] = a?.figures ?? [];
  if (o === undefined || s === undefined || more.length > 0 || o.text.includes("、")) return false;
  const [time] = (t ?? t2)?.times ?? [];
  const [year = state.besideYear] = time === undefined ? [] : yearsOf(time, state);
  const rows = subjects(composing);
  if (rows.length === 0) return false;
  const level = s.text.startsWith("基本") ? "nearly" : "level";
  for (const { options, years } of rows)
    claim(
      composing,
      { kind: "beside", options, years, region: o.text, figure, by: null, year, sign: 0, level },
      stretch(composing.text, o, s),
    );
  return true;
}
