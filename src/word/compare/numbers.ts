import { gapsBetween } from "../../report/diff/aligned.js";
import { append } from "../../terms/long-lists.js";

/** A number with its unit that somebody typed over, the words on both sides of it being as they were. */
export interface ChangedNumber {
  right: string;
  written: string;
  /** Where `written` begins in the text as it is now. */
  at: number;
  /** Where `right` began in the text as it was. */
  from: number;
}

/** Numbers of a text and what became of them. */
export interface NumberChanges {
  changed: readonly ChangedNumber[];
  /** Where numbers came, in the text as it is now, or went, in the text as it was, together with words. */
  reworded: { came: readonly number[]; went: readonly number[] };
}

interface Token {
  /** As tokens are compared. */
  key: string;
  /** As it stands. */
  text: string;
  at: number;
  isNumber: boolean;
}

/** What became of the numbers of `before` in `after`; 12.2 and 12.20 are the same number, white space is none. Pure. */
export function numberChanges(before: string, after: string): NumberChanges {
  const changed: ChangedNumber[] = [];
  const [came, went]: [number[], number[]] = [[], []];
  for (const gap of gapsBetween(tokensOf(before), tokensOf(after), ({ key }) => key)) {
    const isPlain = [...gap.before, ...gap.after].every(({ isNumber }) => isNumber);
    if (isPlain && gap.before.length === gap.after.length)
      gap.before.forEach((right, nth) => {
        const written = gap.after[nth];
        if (written !== undefined)
          changed.push({ right: right.text, written: written.text, at: written.at, from: right.at });
      });
    else {
      append(came, numbersIn(gap.after));
      append(went, numbersIn(gap.before));
    }
  }
  return { changed, reworded: { came, went } };
}

function numbersIn(tokens: readonly Token[]): number[] {
  return tokens.flatMap(({ isNumber, at }) => (isNumber ? [at] : []));
}

/** A number, with the unit that makes it another one: 0.36个百分点 and 0.36%, 6.08万人 and 6.08人. */
const TOKEN = /(\p{Nd}+(?:[.．,，]\p{Nd}+)*)(个?[百千]分点|[%％\u2030]|万(?=[人元件户]))?|\S/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: found, 1: number, 2: unit = "", index }) => ({
    key: number === undefined ? found.normalize("NFKC") : `${bare(number)}${bareUnit(unit)}`,
    text: found,
    at: index,
    isNumber: number !== undefined,
  }));
}

function bareUnit(unit: string): string {
  return unit.normalize("NFKC").replace(/^个/u, "");
}

/** Whether two ways of writing a number differ by their units alone. Pure. */
export function isSameButUnit(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => bare(/^[\p{Nd}.．,，]+/u.exec(text)?.[0] ?? ""));
  return first === second;
}

/** Without thousands separators and trailing zeros. */
function bare(number: string): string {
  const plain = number.normalize("NFKC").replaceAll(/,(?=\d{3}(?:\D|$))/gu, "");
  return /^\d+\.\d+$/u.test(plain) ? plain.replace(/\.?0+$/u, "") : plain;
}
