import type { Indicator } from "../../plan/plan.js";
import { tokenise } from "../grammar/tokenise.js";
import type { Token } from "../grammar/token.js";
import { sentencesOf } from "../text/tight.js";
import type { Editions } from "./editions.js";

export function tokensOf(text: string, { all }: Editions): Token[] {
  return sentencesOf(text).flatMap((sentence) => tokenise(sentence.text, all.vocabulary));
}

/** The indicators that words name. */
export function namedIn(tokens: readonly Token[]): Indicator[] {
  return tokens.flatMap(({ things }) => things.flatMap((thing) => ("options" in thing ? thing.options : [])));
}

/** The years that words name, those between the ends of a span included. */
export function yearsIn(tokens: readonly Token[]): number[] {
  return tokens
    .flatMap(({ times }) => times)
    .flatMap(({ years, span }) =>
      span === null ? years : Array.from({ length: span[1] - span[0] + 1 }, (_, nth) => span[0] + nth),
    );
}
