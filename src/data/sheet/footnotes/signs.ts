/**
 * The signs by which figures, names and headings point to notes: * ** † ① ⑴ [1] （注1） 注1 a）. A kind of sign that is
 * missing is added to its line here, and is known wherever signs are.
 */
const SYMBOLS = "*＊※†‡§¶#＃☆★△▲◆◇○●□■◎";
/** Two or three of a kind are another sign than one. */
const SYMBOL = `(?:${[...SYMBOLS].map((each) => `[${each}]{1,3}`).join("|")})`;
const CIRCLED = "[①-⓿❶-➓㈠-㈩]";
const RAISED = "[¹²³⁰⁴-⁹]{1,2}";
const NUMBER = "[1-9１-９][0-9０-９]?";
const BRACKETED = `[[［【〔]注?(?:${NUMBER}|[A-Za-z])?(?<![[［【〔])[\\]］】〕]`;
const NOTED = `[(（]注(?:${NUMBER}|${CIRCLED})?[)）]|注(?:${NUMBER}|${CIRCLED})?`;
const LETTERED = "(?<![A-Za-z])[A-Za-z][)）]";

/** What is a sign behind a figure, whether or not a note explains it. */
const SURE = `${SYMBOL}|${CIRCLED}|${BRACKETED}|${NOTED}|${LETTERED}`;
/** 12（3） may be twelve, of which three, 10³ a thousand and 5m a length: signs only where a note begins with them. */
const UNSURE = `[(（](?:${NUMBER}|[A-Za-z])[)）]|(?<=[\\d０-９\\p{Po}])(?:${RAISED}|[A-Za-z])`;

/** Nobody refers to more notes at once. */
const MOST_SIGNS = 4;

const BEHIND_FIGURE = new RegExp(`(?<=[\\d０-９].{0,12})(?:\\s*(?:${SURE})){1,${MOST_SIGNS}}\\s*$`, "u");
const BEHIND_EXPLAINED = new RegExp(
  `(?<=[\\d０-９].{0,12})(?:\\s*(?:${SURE}|${UNSURE})){1,${MOST_SIGNS}}\\s*$`,
  "u",
);
const IN_WORDS = new RegExp(
  `${SYMBOL}|${CIRCLED}|(?<=\\S)(?:${BRACKETED}|${NOTED}|[(（]${NUMBER}[)）]|${RAISED})(?=\\s*$|[(（])`,
  "gu",
);
const EACH = new RegExp(`${SURE}|${UNSURE}|${RAISED}|[A-Za-z]`, "gu");

const IS_CIRCLED = new RegExp(`^${CIRCLED}$`, "u");
const IS_RAISED = new RegExp(`^${RAISED}$`, "u");

/** What is written in a cell of figures, without the signs behind it: 98.5 of 98.5①, 98.5* and 98.5[1]. */
export function withoutFigureSigns(text: string): string {
  return text.replace(BEHIND_FIGURE, "");
}

/** The signs behind a figure, as they are compared; with `explained` also what is one only where a note begins with it. */
export function signsBehind(text: string, explained = false): string[] {
  const behind = (explained ? BEHIND_EXPLAINED : BEHIND_FIGURE).exec(text)?.[0] ?? "";
  return [...behind.matchAll(EACH)].map(([sign]) => signKey(sign));
}

/** A figure without all that may be a sign behind it: 92.45 of 92.45（1）. */
export function withoutExplainedSigns(text: string): string {
  return text.replace(BEHIND_EXPLAINED, "");
}

/** The signs in a name or a heading: 孕产妇系统管理率①（%）, ★婚前医学检查率, 2025年[1]. */
export function signsInWords(text: string): string[] {
  return [...text.matchAll(IN_WORDS)].map(([sign]) => signKey(sign));
}

/** ＊ is *, ［１］ is [1]; ① stays what it is. */
export function signKey(sign: string): string {
  const isPlain = !IS_CIRCLED.test(sign) && !IS_RAISED.test(sign);
  return (
    isPlain
      ? sign
          .normalize("NFKC")
          .replace(/[【〔]/gu, "[")
          .replace(/[】〕]/gu, "]")
      : sign
  ).toLowerCase();
}

/** Signs of one kind count on from each other: ①, ② and ③. */
export function kindOfSign(sign: string): "symbol" | "circled" | "raised" | "bracketed" | "noted" | "listed" {
  if (IS_CIRCLED.test(sign)) return "circled";
  if (IS_RAISED.test(sign)) return "raised";
  if (/^\[?\(?注|^注/u.test(sign)) return "noted";
  if (sign.startsWith("[")) return "bracketed";
  return /[\da-z]/u.test(sign) ? "listed" : "symbol";
}

/** The number or letter of a sign, 1 of ①, [1], ⑴ and 注1: who writes ① behind a figure may write 1. below. "" for *. */
export function signLabel(sign: string): string {
  return /\d+|[a-z]/u.exec(sign.normalize("NFKC").toLowerCase())?.[0] ?? "";
}

/** As notes write what they begin with: 1. and a, too. */
const LISTED = `${NUMBER}[.．、](?!\\d)|${RAISED}|[(（](?:${NUMBER}|[A-Za-z])[)）]|(?:${NUMBER}|[A-Za-z])[)）]|[A-Za-z](?=[\\s:：]|为|是|系|表示)`;
const BEFORE = "带有?|标有?|标注|加注?|注有|凡|[“”\"'‘]";

/** A sign at the beginning of what a note says of it, and what stands between. */
export const SIGN_IN_NOTE = new RegExp(
  `(?<=^|[;；。,，、\\s:：]|^(?:注|备注|说明|附注)|${BEFORE})` +
    `(${SYMBOL}|${CIRCLED}|${BRACKETED}|[(（]注(?:${NUMBER}|${CIRCLED})?[)）]|注(?:${NUMBER}|${CIRCLED})|${LISTED})` +
    `[“”"'’]?(?:号|标记|标志|符号|者|的)*(?:指标|数据|数字|数值|数|项|行)*\\s*(?:(?:表示|代表|说明|为|是|系|指)+|[:：])?\\s*`,
  "gu",
);
/** 带“ before a sign. */
export const BEFORE_SIGN = new RegExp(`(?:${BEFORE})+$`, "u");
