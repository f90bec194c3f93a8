import { FOOTNOTE_ENDS } from "../../terms/footnotes.js";
import { noteKey, type ReadParagraph, type ReadPiece } from "./body.js";
import type { Piece, WordParagraph } from "./document.js";

/** The paragraphs with every note where its mark stands; notes that no mark points at come by themselves, as they were. */
export function withNotes(paragraphs: readonly ReadParagraph[]): WordParagraph[] {
  const notes = new Map<string, ReadPiece[]>();
  for (const { story, note, pieces } of paragraphs.filter(({ note }) => note !== ""))
    notes.set(noteKey(story, note), [...(notes.get(noteKey(story, note)) ?? []), ...pieces]);
  const pointed = new Set(paragraphs.flatMap(({ pieces }) => pieces.map(({ note }) => note)));
  return paragraphs
    .filter(({ story, note }) => note === "" || !pointed.has(noteKey(story, note)))
    .map(({ note: _, pieces, ...paragraph }) => ({
      ...paragraph,
      pieces: pieces.flatMap((piece) => noted(piece, notes.get(piece.note) ?? null)),
    }));
}

function noted({ note, ...piece }: ReadPiece, inside: readonly ReadPiece[] | null): Piece[] {
  if (note === "") return [piece];
  const said = trimmed(inside ?? []).map((each) => within(each, piece));
  if (said.every(({ text }) => text === "")) return [];
  const { open, close } = FOOTNOTE_ENDS;
  return [{ ...piece, text: open }, ...said, { ...piece, text: close }];
}

/** What is in a note came and went with its mark. */
function within({ note: _, ...own }: ReadPiece, mark: Piece): Piece {
  return {
    ...own,
    inserted: mark.inserted ?? own.inserted,
    deleted: mark.deleted ?? own.deleted,
    comments: [...mark.comments, ...own.comments],
  };
}

/** Without the space that stands behind the mark of a note. */
function trimmed(pieces: readonly ReadPiece[]): ReadPiece[] {
  const first = pieces.findIndex(({ text }) => text.trim() !== "");
  return pieces
    .slice(Math.max(first, 0))
    .map((piece, at) => (at === 0 ? { ...piece, text: piece.text.trimStart() } : piece));
}
