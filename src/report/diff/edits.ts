import type { Statement } from "../../data/published/record.js";
import { stretchesBetween } from "./aligned.js";

/** A piece of a text that is in both reports, in the earlier alone, or in the later alone. */
export interface EditPiece {
  kind: "same" | "gone" | "come";
  text: string;
}

/** A chapter of both reports, or of one: the earlier's text is what is not `come`, the later's what is not `gone`. */
export interface EditedPart {
  heading: string;
  /** Of the heading. */
  kind: EditPiece["kind"];
  paragraphs: readonly (readonly EditPiece[])[];
}

type Sentence = Statement["sentences"][number];

/** The running text of two reports as one, chapter by chapter, with what is gone and what is come. */
export function editsOf(before: Statement, after: Statement): EditedPart[] {
  const [from, to] = [before.sentences, after.sentences];
  const [gone, come] = [partsOf(from), partsOf(to)];
  return stretchesBetween(gone, come, (part) => part)
    .flatMap(({ same, ...gap }) =>
      // One that moved stands where it stands now.
      same ? gap.after : [...gap.before.filter((part) => !come.includes(part)), ...gap.after],
    )
    .map((part) => ({
      heading: part,
      kind: !come.includes(part) ? "gone" : gone.includes(part) ? "same" : "come",
      paragraphs: paragraphsOf(textsIn(from, part), textsIn(to, part)),
    }));
}

function partsOf(sentences: readonly Sentence[]): string[] {
  return [...new Set(sentences.map(({ part }) => part))];
}

function textsIn(sentences: readonly Sentence[], part: string): string[] {
  return sentences.filter((each) => each.part === part).map(({ text }) => text);
}

/** Sentences side by side, a paragraph begun where one is headed. What replaces a sentence is compared with it character by character. */
function paragraphsOf(from: readonly string[], to: readonly string[]): EditPiece[][] {
  const sentences = stretchesBetween(from, to, (text) => text).flatMap(({ same, before, after }) => {
    if (same) return before.map((text): EditPiece[] => [{ kind: "same", text }]);
    const count = Math.max(before.length, after.length);
    return Array.from({ length: count }, (_, at) => piecesOf(before[at] ?? "", after[at] ?? ""));
  });
  const paragraphs: EditPiece[][] = [];
  for (const pieces of sentences) {
    const last = paragraphs.at(-1);
    if (last === undefined || pieces.some(({ text }) => HEADED.test(text))) paragraphs.push([...pieces]);
    else last.push(...pieces);
  }
  return paragraphs;
}

/** （一）母婴健康… and 1.…: a paragraph of its own. */
const HEADED = /^(?:（[一二三四五六七八九十]+）|\d+\.(?!\d)|（\d+）)/u;

/** Characters one by one, figures whole: 94.50 is not 94.88 with two digits changed. */
const TOKEN = /\p{Nd}[\p{Nd}.,]*|./gsu;

/** Less than this in common, and one text has taken the place of another. */
const LEAST_SHARED = 0.4;

/** 孕产妇系统管理率为 + 94.50 gone + 93.10 come + %。 */
export function piecesOf(from: string, to: string): EditPiece[] {
  const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
  const stretches = stretchesBetween(tokens(from), tokens(to), (token) => token);
  const shared = stretches.filter(({ same }) => same).flatMap(({ before }) => before);
  const whole = shared.join("").length < LEAST_SHARED * Math.max(from.length, to.length);
  const told = whole ? [{ same: false, before: [from], after: [to] }] : stretches;
  return told
    .flatMap(({ same, before, after }): EditPiece[] =>
      same
        ? [{ kind: "same", text: before.join("") }]
        : [
            { kind: "gone", text: before.join("") },
            { kind: "come", text: after.join("") },
          ],
    )
    .filter(({ text }) => text !== "");
}
