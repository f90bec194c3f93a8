import type { Statement } from "../../data/published/record.js";
import { stretchesBetween } from "./aligned.js";
import { append } from "../../terms/long-lists.js";
import { waiting } from "../../terms/waiting.js";

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

/** A chapter of one report. Several may have one heading: 妇女与健康 among the domains, and among the measures. */
interface Chapter {
  heading: string;
  texts: string[];
}

const NONE: Chapter = { heading: "", texts: [] };

/** The running text of two reports as one, chapter by chapter, with what is gone and what is come. */
export function editsOf(before: Statement, after: Statement): EditedPart[] {
  const stretches = stretchesBetween(chaptersOf(before), chaptersOf(after), ({ heading }) => heading);
  const gaps = stretches.filter(({ same }) => !same);
  const earlier = movedTo(
    gaps.flatMap((gap) => gap.after),
    gaps.flatMap((gap) => gap.before),
  );
  const moved = new Set(earlier.values());
  return stretches.flatMap((stretch) =>
    stretch.same
      ? stretch.after.map((chapter, at) => edited("same", stretch.before[at], chapter))
      : [
          // One that moved stands where it stands now.
          ...stretch.before.filter((chapter) => !moved.has(chapter)).map((each) => edited("gone", each)),
          ...stretch.after.map((each) =>
            edited(earlier.has(each) ? "same" : "come", earlier.get(each), each),
          ),
        ],
  );
}

/** Sentences that follow each other under one heading. */
function chaptersOf({ sentences }: Statement): Chapter[] {
  const chapters: Chapter[] = [];
  for (const { part, text } of sentences) {
    const last = chapters.at(-1);
    if (last?.heading === part) last.texts.push(text);
    else chapters.push({ heading: part, texts: [text] });
  }
  return chapters;
}

/** Of chapters that stand elsewhere now, where each stood: the first of its heading that no other came from. */
function movedTo(later: readonly Chapter[], earlier: readonly Chapter[]): Map<Chapter, Chapter> {
  const left = waiting(earlier, ({ heading }) => heading);
  return new Map(
    later.flatMap((chapter) => {
      const found = left(chapter.heading);
      return found === undefined ? [] : [[chapter, found] as const];
    }),
  );
}

function edited(kind: EditPiece["kind"], before = NONE, after = NONE): EditedPart {
  return {
    heading: after.heading || before.heading,
    kind,
    paragraphs: paragraphsOf(before.texts, after.texts),
  };
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
    else append(last, pieces);
  }
  return paragraphs;
}

/** （一）母婴健康… and 1.…: a paragraph of its own. */
const HEADED = /^(?:（[一二三四五六七八九十]+）|\d+\.(?!\d)|（\d+）)/u;

/** Characters one by one, figures whole: 94.50 is not 94.88 with two digits changed. */
const TOKEN = /\p{Nd}[\p{Nd}.,]*|./gsu;

/** A sentence of 500 characters with another: longer ones are held together by the characters that stand in them once. */
const MOST_PAIRS = 250_000;

/** Less than this in common, and one text has taken the place of another. */
const LEAST_SHARED = 0.4;

/** 孕产妇系统管理率为 + 94.50 gone + 93.10 come + %。 */
export function piecesOf(from: string, to: string): EditPiece[] {
  const tokens = (text: string): string[] => text.match(TOKEN) ?? [];
  const stretches = stretchesBetween(tokens(from), tokens(to), (token) => token, MOST_PAIRS);
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
