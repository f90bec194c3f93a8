import type { Comment } from "../read/document.js";
import type { Passage } from "./passages.js";

/** A comment with the passage it is on, null where the document does not say, and the words it marks. */
export interface PlacedComment extends Comment {
  passage: Passage | null;
  quoted: string;
}

export function placedComments(comments: readonly Comment[], passages: readonly Passage[]): PlacedComment[] {
  const marked = markedBy(passages);
  return comments.map((comment) => {
    const on = [...(marked.get(comment.id) ?? [])];
    const quoted = on.map(([, texts]) => texts.join(""));
    return { ...comment, passage: on[0]?.[0] ?? null, quoted: quoted.join("\n").trim() };
  });
}

/** What each comment marks, by its id, passage by passage: every piece is looked at once. */
function markedBy(passages: readonly Passage[]): Map<string, Map<Passage, string[]>> {
  const marked = new Map<string, Map<Passage, string[]>>();
  for (const passage of passages)
    for (const { text, comments } of passage.pieces)
      for (const id of new Set(comments)) {
        const on = marked.get(id) ?? new Map<Passage, string[]>();
        marked.set(id, on);
        const texts = on.get(passage);
        if (texts === undefined) on.set(passage, [text]);
        else texts.push(text);
      }
  return marked;
}
