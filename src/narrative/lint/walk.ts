import { decimal, type Decimal } from "../../terms/decimal.js";
import { POINTS, UNIT_WRITTEN, unitOf } from "../../terms/unit.js";

/** A figure that a sentence plainly gives for one indicator. */
export interface Said {
  /** level: 达到94.88%; change: 比2020年提高1.89个百分点. */
  kind: "level" | "change";
  /** The year the figure is of; null where the sentence does not say. */
  year: number | null;
  /** The year compared with; null for a level, and where it is not named. */
  base: number | null;
  /** +1 提高, −1 下降; 0 for a level. */
  sign: -1 | 0 | 1;
  value: Decimal;
  /** Digits written after the point. */
  decimals: number;
  /** %, ‰, /10万, 万人, 百分点; "" where none follows. */
  unit: string;
  /** Where the figure stands in the sentence, its unit included. */
  start: number;
  end: number;
}

/** What is known when the walk begins. */
export interface Start {
  /** Tight text of the sentence, and where the name ends and the next name begins. */
  text: string;
  from: number;
  to: number;
  /** The year the sentence is about, named before the indicator. */
  context: number | null;
  /** 2020—2025年 named before the indicator: 由 means the first, 到 the last. */
  span: readonly [number, number] | null;
  reportYear: number;
}

/** What the walk remembers between steps. */
interface Walk {
  mode: "level" | "change" | null;
  /** Named for the next figure alone: 2020年的92.99%. */
  explicit: number | null;
  base: number | null;
  sign: -1 | 0 | 1;
  /** 由 was read and its figure is still to come. */
  from: boolean;
  /** The figure behind 由 has been read, and its year was named or not; "" before. */
  course: "" | "named" | "unnamed";
  /** The year of the last level: 2025年达到94.88%，比2020年提高…. */
  current: number | null;
}

interface Step {
  pattern: RegExp;
  take: (walk: Walk, match: RegExpExecArray, start: Start) => void;
}

const RISE = "提高|提升|上升|增加|增长|上涨|增|升";
const FALL = "下降|降低|减少|回落|降|减";

/**
 * The words that may stand between an indicator's name and its figure. Whatever else stands there ends the
 * walk, because the figure may then be of something else: better a slip missed than a true sentence refused.
 */
const STEPS: readonly Step[] = [
  {
    pattern: /(?:比|较|同|与)(\d{4})年(?:同期|底|末)?(的?)(?:相比)?/uy,
    take: (walk, [, year, of]) => {
      walk.base = Number(year);
      if (of === "的") walk.explicit = walk.base;
      walk.mode = of === "的" ? "level" : null;
    },
  },
  {
    pattern: /(?:比|较|同|与)(?:上年|去年)(?:同期)?(?:相比)?(?!的)|同比/uy,
    take: (walk, _match, { context, reportYear }) => {
      walk.base = (walk.current ?? context ?? reportYear) - 1;
      walk.mode = null;
    },
  },
  {
    pattern: /(?:截至|至|到)?(\d{4})年(?![—\-–~至到、和起间以])(?:底|末|度)?的?/uy,
    take: (walk, [, year]) => {
      walk.explicit = Number(year);
      walk.mode = "level";
    },
  },
  {
    pattern: /(?:由|从)/uy,
    take: (walk) => {
      walk.from = true;
      walk.mode = "level";
    },
  },
  {
    pattern: new RegExp(`(?:${RISE}|${FALL}|稳定|保持|维持|延长|扩大|缩小)(?:到了?|至|为|在)`, "uy"),
    take: level,
  },
  { pattern: /达到了?|为|达|是|到|至/uy, take: level },
  { pattern: new RegExp(`(?:${RISE})了?(?=\\d)`, "uy"), take: changed(1) },
  { pattern: new RegExp(`(?:${FALL})了?(?=\\d)`, "uy"), take: changed(-1) },
  {
    pattern: /[，,、;；]/uy,
    take: (walk) => {
      walk.mode = null;
    },
  },
  {
    pattern: new RegExp(
      `持续|稳步|逐年|逐步|不断|明显|显著|大幅|小幅|有所|总体|整体|保持|稳定|平稳|${RISE}|${FALL}|改善|趋势|态势|水平|呈现?|` +
        '[)”"]|已|均|并|且|也|又|再|仍|首次|实现|完成|全区|我区|全年|当年|累计|分年度看|数值|和',
      "uy",
    ),
    take: () => undefined,
  },
];

function level(walk: Walk): void {
  walk.mode = "level";
}

function changed(sign: 1 | -1): Step["take"] {
  return (walk) => {
    walk.mode = "change";
    walk.sign = sign;
  };
}

const FIGURE = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(个?${POINTS}|${UNIT_WRITTEN})?`, "uy");
/** About, more, a range, or an attribute of something else: 94%以上, 95%的目标. */
const NOT_EXACT = /^(?:以[上下内]|及以|左右|上下|多|余|的|[—\-–~:：/.\d(（])/u;

/** A bare number is a figure without its unit only where nothing follows that could be one. */
const CLOSED = /^(?:[，,、;；)）]|$)/u;

/** The figures that follow an indicator's name, as far as only words that say so stand between. */
export function figuresAfter(start: Start): Said[] {
  const walk: Walk = {
    mode: "level",
    explicit: null,
    base: null,
    sign: 0,
    from: false,
    course: "",
    current: null,
  };
  const said: Said[] = [];
  for (let at = start.from; at < start.to;) {
    const number = match(FIGURE, start.text, at);
    const figure = number === null || match(/\d{4}年/uy, start.text, at) ? null : take(walk, number, start);
    const step = figure === null ? STEPS.find(({ pattern }) => match(pattern, start.text, at)) : undefined;
    const word = step && match(step.pattern, start.text, at);
    if (figure !== null) said.push(figure);
    if (word) step.take(walk, word, start);
    const end = figure?.end ?? (word ? at + word[0].length : at);
    if (end === at) break;
    at = end;
  }
  return said;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The figure as the walk understands it, or null where it cannot be told what it is of. */
function take(walk: Walk, found: RegExpExecArray, start: Start): Said | null {
  const [whole, digits = "", unit = ""] = found;
  const end = found.index + whole.length;
  const tail = start.text.slice(end, end + 2);
  if (walk.mode === null || NOT_EXACT.test(tail) || (unit === "" && !CLOSED.test(tail))) return null;
  const { mode } = walk;
  const year = mode === "level" ? levelYear(walk, start) : (walk.current ?? walk.explicit ?? start.context);
  const said: Said = {
    kind: mode,
    year,
    base: mode === "change" ? walk.base : null,
    sign: mode === "change" ? walk.sign : 0,
    value: decimal(digits.replaceAll(",", "")),
    decimals: digits.split(".")[1]?.length ?? 0,
    unit: unitOf(unit.replace(/^个(?=.)/u, "")).behind,
    start: found.index,
    end,
  };
  settle(walk, said);
  return said;
}

/** 由2020年的92.99%提高到94.88%: the second figure is the sentence's year's, or else the report's. */
function levelYear({ explicit, from, course }: Walk, { context, span, reportYear }: Start): number | null {
  if (explicit !== null) return explicit;
  if (from) return span?.[0] ?? null;
  if (course !== "") return span?.[1] ?? context ?? (course === "named" ? reportYear : null);
  return span === null ? context : null;
}

function settle(walk: Walk, { kind, year }: Said): void {
  if (walk.from) walk.course = year === null ? "unnamed" : "named";
  if (kind === "level" && !walk.from && walk.base === null) walk.current = year;
  walk.from = false;
  walk.explicit = null;
  if (kind === "change") walk.base = null;
  walk.mode = null;
}
