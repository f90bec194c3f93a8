import { expect, it } from "vitest";
import { CONSTRUCTIONS } from "../../../src/claims/compose/constructions/constructions.js";
import { factsOf } from "../../../src/claims/facts.js";
import { folded } from "../../../src/claims/grammar/fold.js";
import { lettersOf } from "../../../src/claims/grammar/token.js";
import { tokenise } from "../../../src/claims/grammar/tokenise.js";
import { sentencesOf } from "../../../src/claims/text/tight.js";
import { sampleData } from "../../fixtures/sample-data.js";
import { children, women } from "../../plan/shipped.js";

const { dataset } = await sampleData();
const VOCABULARIES = [women, children].map((plan) => factsOf(plan, dataset, 2025).vocabulary);

const lettersIn = (text: string): string[] =>
  VOCABULARIES.flatMap((vocabulary) =>
    sentencesOf(text).map((sentence) => lettersOf(folded(tokenise(sentence.text, vocabulary)))),
  );

it.each(
  CONSTRUCTIONS.flatMap(({ name, examples, pattern }) => examples.map((text) => ({ name, text, pattern }))),
)("$name: its pattern is in “$text”", ({ text, pattern }) => {
  expect(
    lettersIn(text).some((letters) => new RegExp(pattern, "u").test(letters)),
    lettersIn(text).join(" "),
  ).toBe(true);
});
