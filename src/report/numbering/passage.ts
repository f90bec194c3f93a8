/** The annexes a report may have. Their order is the report's own. */
export type AnnexId = "data" | "measures" | "sensitivity" | "gaps" | "method" | "quality" | "sources";

/** What a text can point to. */
export type Target = `annex:${AnnexId}` | `table:${string}` | `chart:${string}` | `part:${string}`;

/** 附件2, 表3, 图1 or 第五部分: by what it is, since its number is not known before the report is whole. */
export interface Reference {
  to: Target;
}

/** Text that may point to other places of the report. One that points nowhere is a string. */
export type Passage = string | readonly (string | Reference)[];

/** What the target is called in a sentence: 附件2, 表3 or 附表1-2, 图1, 第五部分. */
export function labelOf(to: Target): Reference {
  return { to };
}

/** passage`（详见${labelOf("annex:gaps")}）`: a text with references in it, or with other passages. */
export function passage(
  texts: TemplateStringsArray,
  ...between: readonly (Passage | Reference | number)[]
): Passage {
  const pieces = texts.flatMap((text, at) => [text, ...piecesOf(between[at] ?? "")]);
  const said = pieces.filter((piece) => piece !== "");
  return said.every((piece) => typeof piece === "string") ? said.join("") : said;
}

function piecesOf(text: Passage | Reference | number): readonly (string | Reference)[] {
  if (typeof text === "number") return [String(text)];
  return typeof text === "string" || "to" in text ? [text] : text;
}

/** The text with every reference put in words. */
export function resolved(text: Passage, wordsFor: (target: Target) => string): string {
  if (typeof text === "string") return text;
  return text.map((piece) => (typeof piece === "string" ? piece : wordsFor(piece.to))).join("");
}
