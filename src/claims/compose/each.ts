import { decimal } from "../../terms/decimal.js";
import { countAlike, countsEvents, isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Names, OfIndicators } from "../grammar/names.js";
import { token } from "../grammar/token.js";
import { scale } from "../scale.js";
import { clauseAt } from "../text/tight.js";
import { claim, unmatched, type Composing, type Parts } from "./emit.js";
import { spelt } from "../grammar/clauses.js";
import { levelTold } from "./levels/levels.js";
import { subject, type State } from "./state.js";

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
  // 村委会成员中|每两人; 区政协委员中，|每3人: the whole stands before.
  const [, whose = "", own = ""] = BEFORE_EACH.exec(text.slice(0, all.start)) ?? [];
  const before = own === "" ? whose : own;
  const thing =
    named(before, `${what?.text ?? ""}${whom?.text ?? ""}`, names) ??
    named(`${what?.text ?? ""}`, `${whom?.text ?? ""}`, names) ??
    rateSpelt(`${what?.text ?? ""}${/^[^，；。]*/u.exec(text.slice(some.end))?.[0] ?? ""}`, composing) ??
    rateTold(state, clauseAt(text, all.start));
  if (thing === null) {
    unmatched(composing, some);
    return true;
  }
  state.things = [thing];
  const told = { ...composing, state: { ...state, sure: true, groups: [] } };
  const { years } = state;
  const start = text.lastIndexOf("每", all.start);
  const at = { start, text: text.slice(start, some.end) };
  claim(told, { ...PLAIN_LEVEL, options: thing.options, years, figure: inPercent(some, all) }, at);
  return true;
}

const BEFORE_EACH = /(?:([^，；。：]*[中里内])，)?([^，；。：]*)每$/u;

/** 每千名未成年人中约2.4人: the whole is told in a word. */
export function ofEachSpelt({ each, n }: Parts, composing: Composing): boolean {
  const [figure] = n?.figures ?? [];
  const { all, unit, what } =
    /^每(?<all>[百千万]|[十百]万)(?<unit>[名个人例])(?<what>[^，；。]*)$/u.exec(each?.text ?? "")?.groups ??
    {};
  if (each === undefined || figure === undefined || all === undefined || unit === undefined) return false;
  const value = WHOLES.get(all);
  if (value === undefined) return false;
  const start = each.start + 1;
  const text = `${all}${unit}`;
  const whole = token("figure", text, start, {
    figures: [
      {
        ...figure,
        value: decimal(value),
        step: decimal(1),
        unit,
        hedge: "exact",
        text,
        start,
        end: start + text.length,
      },
    ],
  });
  const before = token("loose", "每", each.start);
  return ofEachTold({ each: before, whole, what: token("loose", what ?? "", whole.end), n }, composing);
}

const WHOLES: ReadonlyMap<string, number> = new Map([
  ["百", 100],
  ["千", 1000],
  ["万", 10_000],
  ["十万", 100_000],
  ["百万", 1_000_000],
]);

/** 婚姻登记机关中五分之三已设立婚姻家庭辅导室: whose share it is stands before, and what they have behind. */
export function shareAmongTold({ what, a }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  if (what === undefined || a === undefined || figure === undefined || more.length > 0) return false;
  if (!isPercent(unitOf(figure.unit)) || figure.points || !/[中里]$/u.test(what.text)) return false;
  const whose = what.text.replace(/^(?:全区|我区|目前)+|[中里]$/gu, "");
  const has = /^[^，；。]*/u.exec(composing.text.slice(a.end))?.[0] ?? "";
  const { thing, without } = spelt(`${whose}${has}`, composing.names);
  if (thing === null || without || has === "") return false;
  subject(composing.state, [thing], true);
  composing.state.groups = [];
  composing.state.spelt = true;
  return levelTold({ a }, composing);
}

/** 出生男婴3245人、女婴2991人: both of what a ratio is made of, as its definition calls them. */
export function partOfRatioTold({ x, a }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  if (x === undefined || figure?.form !== "number" || more.length > 0) return false;
  if (scale(unitOf("人"), figure.unit) === null || !BORN.test(composing.text)) return false;
  for (const { thing, parts } of ratiosDefined(composing.names)) {
    const nth = parts.findIndex((part) => x.text.endsWith(part) || asBorn(x.text).endsWith(part));
    const [called, side] = [parts[nth], SIDES[nth]];
    if (called === undefined || side === undefined) continue;
    if (!parts.every((part) => asBorn(composing.text).includes(part))) continue;
    const { years } = composing.state;
    // 男孩3245人、女孩2991人，比上年…: of the ratio again, and of neither.
    composing.state.groups = [];
    const state = { ...composing.state, sure: true };
    claim(
      { ...composing, state },
      { kind: "part", options: thing.options, years, side, called, figure },
      figure,
    );
    return true;
  }
  return false;
}

/** 男孩 of 男婴. */
const asBorn = (text: string): string => text.replaceAll(/(?<=[男女])[孩童]/gu, "婴");

const SIDES = ["numerator", "denominator"] as const;
const BORN = /出生|新生|活产/u;

interface DefinedRatio {
  thing: OfIndicators;
  parts: readonly [string, string];
}

const RATIOS = new WeakMap<Names, readonly DefinedRatio[]>();

/** 年内出生的男婴数÷女婴数: rates whose parts have names of their own; looked up at many a figure, found once. */
function ratiosDefined(names: Names): readonly DefinedRatio[] {
  const found = RATIOS.get(names) ?? ratiosIn(names);
  RATIOS.set(names, found);
  return found;
}

function ratiosIn({ known }: Names): DefinedRatio[] {
  return [...new Set(known.values())].flatMap((thing) => {
    if (thing.kind !== "indicators") return [];
    const [row, ...others] = thing.options;
    if (row === undefined || others.length > 0 || !("definition" in row)) return [];
    const [, one, other] = DEFINED.exec(row.definition) ?? [];
    return one === undefined || other === undefined ? [] : [{ thing, parts: [one, other] as const }];
  });
}

const DEFINED = /^(?:年内|年末)?(?:出生的)?(\p{Script=Han}{2,4})数÷(\p{Script=Han}{2,4})数×/u;

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
  if (isAgain || isOfWords(clause, thing)) return thing;
  return thing.options.every(({ unit }) => countsEvents(unitOf(unit))) ? thing : null;
}

/** 每10个部门中有9个以上配备了女干部: all its words are of the name of the rate just told. */
function isOfWords(clause: string, { options }: OfIndicators): boolean {
  const words = clause.replace(
    /每?(?:约|近|超过?|不足)?\d+[名个所家户人]|以[上下]|左右|[中里内有了约已均都的]/gu,
    "",
  );
  return (
    words.length >= LEAST_WORDS &&
    options.every(({ name }) => [...words].every((each) => name.includes(each)))
  );
}

const LEAST_WORDS = 4;

/** 每4人就有1人: of so few that any other part would be another number of them. */
function isPart({ hedge }: Figure, { value }: Figure): boolean {
  return hedge === "exact" && !ROUND.test(value.toFixed()) && value.lte(MOST_IN_PART);
}

function asPart({ value }: Figure): Pick<Figure, "hedge" | "outOf"> {
  const whole = value.toNumber();
  return { hedge: "about", ...(whole <= MOST_IN_PART ? { outOf: whole } : {}) };
}

/** 四分之三 is told in few; 每37个 counts them. */
const MOST_IN_PART = 10;

function inPercent(some: Figure, all: Figure): Figure {
  const times = decimal(100).div(all.value.times(unitOf(all.unit).times));
  return {
    ...some,
    value: some.value.times(times),
    // 每三名有一名 is a third or so.
    step: isPart(some, all) ? decimal(1) : some.step.times(times),
    ...(ROUND.test(all.value.toFixed()) || some.hedge !== "exact" ? {} : asPart(all)),
    ofEach: { times, unit: some.unit, all: all.text },
    unit: unitOf("百分之").name,
  };
}

/** 平均每5个婚姻登记机关就有4个|设立了婚姻家庭辅导室: the rate whose name the clause is. */
function rateSpelt(clause: string, composing: Composing): OfIndicators | null {
  const { thing, without } = spelt(clause, composing.names);
  return thing?.kind === "indicators" && !without ? thing : null;
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
