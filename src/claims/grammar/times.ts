import { numeral } from "../text/numerals.js";

/** What a sentence says of time. */
export interface Time {
  /** Named years, in their order: 2023年、2024年; [] where it names none. */
  years: readonly number[];
  /** 2021—2025年; 五年来 runs to the report's year. */
  span: readonly [number, number] | null;
  /** previous: 上年; lastYear: 去年; present: 目前; base: 基期; same: 当年, the year spoken of; earlier: 换届前; onward: 此后; others: 其余年份; afterwards: 换届后. */
  relative:
    | "previous"
    | "lastYear"
    | "present"
    | "base"
    | "same"
    | "earlier"
    | "onward"
    | "others"
    | "afterwards"
    | null;
  /** Half a year, a quarter, some months, a school year: no annual figure. */
  partial: boolean;
  /** 以来, 五年来: what has changed since. */
  since: boolean;
  /** 今年以来: it may be the year that the report is written in. */
  isOpen: boolean;
  /** 五年来: its first year is the one that all came after. */
  after: boolean;
  text: string;
  start: number;
  end: number;
}

export interface Period {
  start: number;
  end: number;
  baseline: number;
  /** The report's data year. */
  year: number;
}

type Reading = Partial<Pick<Time, "years" | "span" | "relative" | "partial" | "isOpen" | "since" | "after">>;

/** One way to speak of time. */
interface TimeSpelling {
  name: string;
  examples: readonly string[];
  pattern: RegExp;
  read: (found: RegExpExecArray, period: Period) => Reading;
}

const Q = '[“”"]?';
const PART =
  "(?:年?(?:上半年|下半年|前?[一二三四1-4]个?季度|第[一二三四]季度|学年|春季|秋季|前\\d+个?月|年初(?![中级]))|年(?!12月(?:底|末|31日))\\d{1,2}(?:[—\\-~至到]\\d{1,2})?月(?:份|底|末)?(?:\\d{1,2}日)?)";

/** The ways to speak of time, in the order they are tried. */
export const TIME_SPELLINGS: readonly TimeSpelling[] = [
  {
    name: "part of a year",
    examples: ["2025年上半年", "2025年1—9月", "2024—2025学年", "2025年一季度"],
    pattern: new RegExp(`(?:截至|截止|到|至)?(?:\\d{4}[—\\-~])?(?<year>\\d{4})${PART}`, "uy"),
    read: ({ groups }) => ({ years: [Number(groups?.["year"])], partial: true }),
  },
  {
    name: "half of this year",
    examples: ["今年上半年", "上半年", "一季度", "截至6月底", "今年9月末"],
    pattern:
      /(?:今年|本年|去年)?(?:上半年|下半年|前?[一二三四]季度|前三季度|\d{1,2}[—\-~至]\d{1,2}月(?:份)?)|(?:截至|截止|到|至|今年|本年|去年){1,2}(?!12月)\d{1,2}月份?[底末](?!前)/uy,
    read: () => ({ partial: true }),
  },
  {
    name: "since a year",
    examples: ["2020年以来", "自2021年起"],
    pattern:
      /(?:自|从)?(?<year>\d{4})年(?:底|末)?(?:换届)?(?:以来|起|至今|到现在|(?<=[自从]\d{4}年换届)[以之]?后)/uy,
    read: ({ groups }, { year }) => ({ span: [Number(groups?.["year"]), year], since: true }),
  },
  {
    name: "span",
    examples: ["2021—2025年", "2021年至2025年", "2020年到2025年"],
    pattern: /(?:从|自)?(?<from>\d{4})年?[—\-~至到](?<to>\d{4})年(?:期间|间|五年间|五年)?/uy,
    read: ({ groups }) => ({ span: [Number(groups?.["from"]), Number(groups?.["to"])] }),
  },
  {
    name: "years",
    examples: ["2023年、2024年和2025年", "2023、2024年"],
    pattern: /\d{4}年?(?:[、，,]\d{4}年?)*(?:[、和与及]|以及)\d{4}年(?:底|末)?/uy,
    read: ([text]) => ({ years: [...text.matchAll(/\d{4}/gu)].map(([year]) => Number(year)) }),
  },
  {
    name: "year",
    examples: ["2025年", "截至2025年底", "到2024年末", "2025年度", "2025年12月底", "2021年换届当年"],
    pattern:
      /(?:截至|截止|截止到|截至到|到|至|于|在)?(?<year>\d{4})年(?:12月(?:底|末|31日))?(?:年底|年末|底|末|度|全年|(?:换届)?当年|同期|换届(?:时的?|之年|年))?(?:为止)?/uy,
    read: ({ groups }) => ({ years: [Number(groups?.["year"])] }),
  },
  {
    name: "the plan so far",
    examples: ["“十四五”期间", "规划实施以来"],
    pattern: new RegExp(
      `${Q}十四五${Q}(?:(?:规划|纲要))?(?:期间|以来|时期|(?:规划|纲要)期间|实施以来)|(?:自)?(?:两|个|本轮|新一轮|妇女|儿童|发展|《){0,8}(?:规划|纲要)》?(?:颁布|印发|启动|开始)?(?:实施|执行)?(?:以来|期内|期间|五年来|中期|前半程)`,
      "uy",
    ),
    read: (_found, { baseline, year }) => ({ span: [baseline, year], since: true, after: true }),
  },
  {
    name: "another plan's years",
    examples: ["“十三五”期间", "十二五时期", "“十三五”以来"],
    pattern: new RegExp(
      `${Q}十(?<nth>[一二三五六])五${Q}(?:(?:规划|纲要))?(?:期间|时期|(?:规划|纲要)期间|以来)`,
      "uy",
    ),
    read: ({ groups }) => {
      const first = 2001 + 5 * (numeral(groups?.["nth"] ?? "") ?? 0);
      return { span: [first, first + 4] };
    },
  },
  {
    name: "another plan's end",
    examples: ["到“十五五”末", "“十二五”末"],
    pattern: new RegExp(`(?:截至|到|至)?${Q}十(?<nth>[一二五六])五${Q}(?:期?末|时期末|末期|收官之年)`, "uy"),
    read: ({ groups }) => ({ years: [2005 + 5 * (numeral(groups?.["nth"] ?? "") ?? 0)] }),
  },
  {
    name: "years counted back",
    // Before a change alone: 五年提高2个百分点.
    examples: [],
    pattern:
      /(?<n>[一二两三四五六七八九十]|\d{1,2})年(?:间|内|来)?(?=(?:共|累计|净|年均|仅|只|已|又|间|分别|均|合计)*(?:提高|提升|增加|增长|新增|下降|降低|减少|上升|净增|下滑|回落|攀升|增|降|跃升|翻|实现翻|最[高低多少])|(?:累计|共计|共(?=\d)))/uy,
    read: ({ groups }, { year }) => {
      const word = groups?.["n"] ?? "1";
      return { span: [year - (numeral(word) ?? Number(word)), year], since: true, after: true };
    },
  },
  {
    name: "so many years",
    examples: ["五年来", "近三年", "过去五年", "5年间", "这五年"],
    pattern:
      /(?:(?:近|过去|这|最近|(?<![学提])前)(?<a>[一二两三四五六七八九十]|\d{1,2})年(?:来|间)?|(?<b>[二两三四五六七八九十]|\d{1,2})年(?:来|间))/uy,
    read: ({ groups }, { year }) => {
      const word = groups?.["a"] ?? groups?.["b"] ?? "1";
      const many = /\d/u.test(word) ? Number(word) : (numeral(word) ?? 1);
      return { span: [year - many, year], since: true, after: true };
    },
  },
  {
    name: "the baseline",
    examples: ["规划基期", "基期", "“十三五”末"],
    pattern: new RegExp(
      `(?:(?:规划|纲要)|本轮(?:规划|纲要))?基期(?:年|值|水平)?|(?:规划|纲要)(?:实施)?(?:之)?(?:前|初期|期初)|${Q}十三五${Q}(?:期?末|时期末|末期|收官之年)`,
      "uy",
    ),
    read: () => ({ relative: "base" }),
  },
  {
    name: "so many years ago",
    examples: ["五年前", "3年前"],
    pattern: /(?<n>[一二两三四五六七八九十]|\d{1,2})年前/uy,
    read: ({ groups }, { year }) => {
      const word = groups?.["n"] ?? "1";
      return { years: [year - (numeral(word) ?? Number(word))] };
    },
  },
  {
    name: "the year before",
    examples: ["上年", "上年同期", "前一年"],
    pattern: /上一?年度?(?:同期|底|末)?|(?<!学)前一年(?:度)?|上个年度/uy,
    read: () => ({ relative: "previous" }),
  },
  {
    name: "all years but those told",
    examples: ["其余年份", "其他各年"],
    pattern: /(?:其余|其他|其它)(?:各?年份?|各年|[一二两三四五六]年)(?=[均都皆为无保没是也则]|$)/uy,
    read: () => ({ relative: "others" }),
  },
  {
    name: "since the year spoken of",
    examples: ["此后", "此后两年", "随后"],
    pattern:
      /(?:(?:此|其|自此|从此)(?:以|之)?|随|(?<=，)之)后(?:[一两二三四五六七八九]年(?!连)(?:间|来|里)?)?/uy,
    read: () => ({ relative: "onward" }),
  },
  {
    name: "within so many years",
    // 从8.70%起步，两年内提高到65.22%: in whichever year it was.
    examples: [],
    pattern: /(?<=起步，|起点，)[一两二三四]年(?:时间)?之?内/uy,
    read: () => ({ relative: "afterwards" }),
  },
  {
    name: "before an election",
    examples: ["换届前", "上届", "换届当年", "上一次监测"],
    pattern: /上一?[次轮](?:监测|调查|测定|评估|普查|抽查)|换届(?:前|时的?|当年|之年|年)|上一?届/uy,
    read: () => ({ relative: "earlier" }),
  },
  {
    name: "since an election",
    examples: ["换届以来", "自换届以来"],
    pattern: /自?换届以来|(?<!年)换届(?:之?后|以后)(?=[为是达提升增下降减保稳分均仍，])/uy,
    read: ([text], { start, year }) =>
      text.endsWith("来") ? { span: [start, year], since: true } : { relative: "afterwards" },
  },
  {
    name: "this year so far",
    // Of the report's year, or of the one that it is written in.
    examples: ["今年以来"],
    pattern: /今年以来/uy,
    read: () => ({ relative: "present", isOpen: true }),
  },
  {
    name: "last year",
    examples: ["去年", "去年底"],
    pattern: /去年(?:同期|底|末|全年|度)?/uy,
    read: () => ({ relative: "lastYear" }),
  },
  {
    name: "now",
    examples: ["目前", "截至目前", "今年", "年末"],
    pattern:
      /(?:截至|截止|到)?(?:目前|当前|现阶段|今年(?:年?[底末])?|本年度?(?:[底末])?|年[底末])(?:为止)?/uy,
    read: () => ({ relative: "present" }),
  },
  {
    name: "the year spoken of",
    examples: ["当年", "同年", "全年"],
    // 较同期提高 is of the year before.
    pattern: /当年|同年|全年|同期(?=[\p{Script=Han}（）]{2,30}?(?:率|比例|占比|比重))/uy,
    read: () => ({ relative: "same" }),
  },
];

/** What is said of time at a place of tight text; null where nothing is. */
export function timeAt(text: string, at: number, period: Period): Time | null {
  for (const { pattern, read } of TIME_SPELLINGS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const reading = read(found, period);
    return {
      years: [],
      span: null,
      relative: null,
      partial: false,
      isOpen: false,
      since: false,
      after: false,
      ...reading,
      text: found[0],
      start: at,
      end: at + found[0].length,
    };
  }
  return null;
}
