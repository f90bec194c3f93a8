import { UNIT_SPELT } from "../../terms/unit.js";
import type { Sign } from "../claim.js";
import { sentencesOf } from "../text/tight.js";
import { folded } from "./fold.js";
import type { Thing } from "./names.js";
import type { Time } from "./times.js";
import type { Kind, Token } from "./token.js";
import { tokenise, type Vocabulary } from "./tokenise.js";

/** What the title of a table, or what heads a column or a line of it, says of the figures there. */
export interface Head {
  things: readonly Thing[];
  times: readonly Time[];
  /** 比2024年: what figures are compared with. */
  bases: readonly Time[];
  /** Towns, 农村: what the figures are of instead of the whole district. */
  groups: readonly string[];
  /** %; "" where none is told. */
  unit: string;
  /** What the figures are: 目标值, 比上年增减. */
  of: "level" | "goal" | "change";
  /** 提高, 下降; 0 of 增减, which the figures' own signs tell. */
  sign: Sign;
  /** 序号: the figures count the lines. */
  isOrdinal: boolean;
  /** Of another place, of half a year, of a survey, of what is to come. */
  isElsewhere: boolean;
  /** 指标数, 合计: what it counts, or all of them, whatever their status and domain. */
  isAll: boolean;
  /** 是否达标: 是 and 否 beneath it say whether the row is. */
  asksMet: boolean;
  /** 妇女与健康; 达标, 未达标: what is counted of a domain. */
  domain: string | null;
  nature: string | null;
  status: string | null;
  isNegated: boolean;
  /** It has words that may make the figures another measure. */
  isStrange: boolean;
}

export const NO_HEAD: Head = {
  things: [],
  times: [],
  bases: [],
  groups: [],
  unit: "",
  of: "level",
  sign: 0,
  isOrdinal: false,
  isElsewhere: false,
  isAll: false,
  asksMet: false,
  domain: null,
  nature: null,
  status: null,
  isNegated: false,
  isStrange: false,
};

type Reading = (head: Head, token: Token) => Head;

const strange: Reading = (head) => ({ ...head, isStrange: true });
const elsewhere: Reading = (head) => ({ ...head, isElsewhere: true });
const harmless: Reading = (head) => head;
const change =
  (sign: Sign): Reading =>
  (head) => ({ ...head, of: "change", sign: head.sign === 0 ? sign : head.sign });

const HARMLESS = [
  ...(["comma", "open", "close", "is", "own", "of", "and"] as const),
  ...(["filler", "items", "keep", "total"] as const),
];

/** How the words of a head are read; all others make it strange. */
const READINGS: Readonly<Partial<Record<Kind, Reading>>> = {
  ...Object.fromEntries(HARMLESS.map((kind) => [kind, harmless])),
  subject: (head, { things }) => ({ ...head, things: [...head.things, ...things] }),
  time: timed,
  site: (head, { things }) => ({ ...head, groups: [...head.groups, ...things.map(({ name }) => name)] }),
  group: (head, { text }) => ({ ...head, groups: [...head.groups, text] }),
  unit: (head, { text }) => ({ ...head, unit: text.replaceAll(/^（(?:(?:计量)?单位[:：])?|）$/gu, "") }),
  goal: (head) => ({ ...head, of: "goal" }),
  than: change(0),
  compared: change(0),
  sameTime: change(0),
  rise: change(1),
  fall: change(-1),
  domain: (head, { text }) => ({ ...head, domain: text }),
  nature: (head, { text }) => ({ ...head, nature: text }),
  status: (head, { text }) => ({ ...head, status: text }),
  not: (head) => ({ ...head, isNegated: true }),
  other: elsewhere,
  survey: elsewhere,
  intent: elsewhere,
  loose,
};

function timed(head: Head, { times }: Token): Head {
  const isElsewhere = head.isElsewhere || times.some(({ partial }) => partial);
  return head.of === "change"
    ? { ...head, isElsewhere, bases: [...head.bases, ...times] }
    : { ...head, isElsewhere, times: [...head.times, ...times] };
}

const ORDINAL = /^(?:序号|编号|代码|排序|位次|排名|名次)$/u;
/** What says nothing of the figures. */
const KNOWN = /^(?:指标|其中|值|数|项|名称|年份?|年度|合计|单位|计量)+$/u;
const UNIT = new RegExp(`^(?:${UNIT_SPELT}|个?[百千]分点)$`, "u");
const CHANGE = /^(?:增减|变化|变动|升降|增幅|降幅)(?:值|量|数|情况|幅度)*$/u;

function loose(head: Head, { text }: Token): Head {
  if (ORDINAL.test(text)) return { ...head, isOrdinal: true };
  if (UNIT.test(text)) return { ...head, unit: text };
  if (CHANGE.test(text)) return { ...head, of: "change" };
  return KNOWN.test(text) ? head : { ...head, isStrange: true };
}

const ASKS_MET = /^(?:是否|有无)(?:已|完成)*(?:达标|达到目标|实现目标|完成|实现)(?:目标|与否|情况)?$/u;

const ALL = /^(?:(?:监测|评价|统计)?指标(?:总|项)?数(?:量)?|项数|合计|总计|总数|共计)(?:[（(]项[）)])?$/u;

/** What a head says; 2025 by itself is a year. Pure. */
export function headOf(text: string, vocabulary: Vocabulary): Head {
  if (ASKS_MET.test(text.trim())) return { ...NO_HEAD, asksMet: true };
  if (ALL.test(text.trim())) return { ...NO_HEAD, isAll: true };
  const said = isYear(text) ? `${text.trim()}年` : text;
  const tokens = sentencesOf(said).flatMap((each) => folded(tokenise(each.text, vocabulary)));
  return tokens.reduce((head, token) => (READINGS[token.kind] ?? strange)(head, token), NO_HEAD);
}

export function isYear(text: string): boolean {
  return /^\s*(?:19|20)\d\d\s*$/u.test(text);
}

/** Two heads of the same figures, one below the other or that of the column and that of the line. */
export function joined(one: Head, other: Head): Head {
  return {
    things: [...one.things, ...other.things],
    times: [...one.times, ...other.times],
    bases: [...one.bases, ...other.bases],
    groups: [...one.groups, ...other.groups],
    unit: one.unit || other.unit,
    of: one.of === "level" ? other.of : one.of,
    sign: one.sign === 0 ? other.sign : one.sign,
    isOrdinal: one.isOrdinal || other.isOrdinal,
    isElsewhere: one.isElsewhere || other.isElsewhere,
    isAll: one.isAll || other.isAll,
    asksMet: one.asksMet || other.asksMet,
    domain: one.domain ?? other.domain,
    nature: one.nature ?? other.nature,
    status: one.status ?? other.status,
    isNegated: one.isNegated || other.isNegated,
    isStrange: one.isStrange || other.isStrange,
  };
}
