import { FOOTNOTE_ENDS } from "../../terms/footnotes.js";
import { groupBy } from "../../terms/group-by.js";
import { noteKey, type ReadParagraph, type ReadPiece } from "./body.js";
import type { Counts } from "./limits.js";
import type { Piece, WordParagraph } from "./document.js";

/**
 * The paragraphs with every note where its mark stands; notes that no mark points at come by themselves, as they were.
 * A note has one mark, or two where a tracked change took it elsewhere: it is given no more often, or a file of long
 * notes and many marks would fill the memory.
 */
export function withNotes(paragraphs: readonly ReadParagraph[], count: Counts): WordParagraph[] {
  const notes = groupBy(
    paragraphs.filter(({ note }) => note !== ""),
    ({ story, note }) => noteKey(story, note),
  );
  const pointed = new Set(paragraphs.flatMap(({ pieces }) => pieces.map(({ note }) => note)));
  const given = new Set<string>();
  const inside = ({ note, deleted }: ReadPiece): readonly ReadParagraph[] => {
    const mark = `${note} ${deleted === null}`;
    if (given.has(mark)) return [];
    given.add(mark);
    return notes.get(note) ?? [];
  };
  return paragraphs
    .filter(({ story, note }) => note === "" || !pointed.has(noteKey(story, note)))
    .map(({ note: _, last: __, pieces, ...paragraph }) => ({
      pieces: pieces.flatMap((piece) => noted(piece, inside(piece), count)),
      ...paragraph,
    }));
}

function noted({ note, ...piece }: ReadPiece, inside: readonly ReadParagraph[], count: Counts): Piece[] {
  if (note === "") return [piece];
  const own = trimmed(inside.flatMap(({ pieces }) => pieces));
  for (const { text } of own) count.repeated(piece.comments.length * (1 + text.length));
  const said = own.map((each) => within(each, piece));
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
