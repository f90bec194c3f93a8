import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { checkParagraph, type Checked } from "../../src/claims/check.js";
import type { Claim } from "../../src/claims/claim.js";
import { factsOf, type Facts } from "../../src/claims/facts.js";
import { sampleData } from "../fixtures/sample-data.js";
import { children, women } from "../plan/shipped.js";

interface Sentence {
  plan: string;
  text: string;
}

/** The digits of a figure that was found to be right, and where in the sentence they stand. */
interface Digits {
  sentence: Sentence;
  at: number;
  text: string;
}

const facts = new Map<string, Facts>();
let figures: Digits[] = [];

beforeAll(async () => {
  const { dataset } = await sampleData();
  const plans = [women, children];
  for (const plan of plans) facts.set(plan.id, factsOf(plan, dataset, 2025, plans));
  const file = path.join(import.meta.dirname, "sentences/right.yaml");
  figures = (parse(readFileSync(file, "utf8")) as Sentence[]).flatMap(figuresOf);
});

function checked({ plan, text }: Sentence): Checked[] {
  const known = facts.get(plan);
  if (known === undefined) throw new Error(`no plan ${plan}`);
  return checkParagraph(text, known);
}

const isRight = ({ verdict }: Checked): boolean => verdict.state === "agree";

/** Words that leave open of what a figure is, or how far it reaches, are true of others, too. */
function saysOneThing(claim: Claim): boolean {
  if (claim.kind === "lone" || claim.kind === "short") return false;
  const isOpen = (list: readonly unknown[]): boolean => list.length !== 1;
  if ("options" in claim && (isOpen(claim.options) || isOpen(claim.years))) return false;
  return !("bases" in claim && isOpen(claim.bases));
}

function figuresOf(sentence: Sentence): Digits[] {
  return checked(sentence)
    .filter((each) => isRight(each) && saysOneThing(each.claim))
    .flatMap(({ claim }) => {
      const figure = "figure" in claim ? claim.figure : null;
      if (figure?.hedge !== "exact" || figure.form !== "number") return [];
      const [text] = /\d+(?:\.\d+)?/u.exec(figure.text) ?? [];
      const at = text === undefined ? -1 : sentence.text.indexOf(text, claim.at);
      const isThere = at >= 0 && at <= claim.at + claim.written.length;
      return isThere && text !== undefined ? [{ sentence, at, text }] : [];
    });
}

const slip = fc.record({ of: fc.nat(), place: fc.nat(), by: fc.integer({ min: 1, max: 9 }) });

it("holds no figure for right once a digit of it is another: it is found, or counted", () => {
  expect(figures.length).toBeGreaterThan(800);
  const passed: string[] = [];
  const slips = fc.sample(slip, 3000).flatMap(({ of, place, by }) => {
    const figure = figures[of % figures.length];
    return figure === undefined ? [] : [{ figure, changed: changedText(figure, place, by) }];
  });
  for (const { figure, changed } of slips) {
    const after = checked({ ...figure.sentence, text: changed });
    const right = checked(figure.sentence).filter(isRight).length;
    const isTold = after.some(({ verdict }) => verdict.state === "differ");
    if (!isTold && after.filter(isRight).length >= right) passed.push(changed);
  }
  // 46项 for 49项, the plan's numbers and its rows: a few are right in another way.
  expect(passed.length / slips.length, passed.join("\n")).toBeLessThan(0.005);
});

/** One of its digits, so many further on. */
function changedText({ sentence, at, text }: Digits, place: number, by: number): string {
  const places = [...text].flatMap((letter, nth) => (letter === "." ? [] : [nth]));
  const nth = places[place % places.length] ?? 0;
  const digit = (Number(text[nth]) + by) % 10;
  const figure = text.slice(0, nth) + String(digit) + text.slice(nth + 1);
  return sentence.text.slice(0, at) + figure + sentence.text.slice(at + text.length);
}
